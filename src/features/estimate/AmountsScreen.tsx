import { parseMoney } from '#engine';
import { type Amounts, askedFields, cleanAmount } from '#journeys';
import type { AmountField as Field } from '#policy/types.ts';
import {
  Actions,
  AmountField,
  ErrorSummary,
  type FieldProblem,
  Page,
  PrimaryButton,
  ProgressText,
  RichText,
  TextButton,
  useProblems,
} from '#ui';
import { isAmount } from './amounts.ts';
import { screensOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import { useWhose } from './use-ledger.ts';
import { FROM_SLIP, NEEDED, problemWords } from './words.ts';

function problemsOf(fields: readonly Field[], typed: Amounts, needed: string): FieldProblem[] {
  return fields.flatMap(({ id, label, required, within }) => {
    const text = cleanAmount(typed[id] ?? '');
    if (text === '') return required ? [{ field: id, message: `${label}：${needed}` }] : [];
    if (!isAmount(text)) return [{ field: id, message: `${label}：${problemWords('notMoney')}` }];
    const whole = fields.find((field) => field.id === within);
    const more = whole && (parseMoney(text) ?? 0) > (parseMoney(cleanAmount(typed[whole.id] ?? '')) ?? 0);
    return more ? [{ field: id, message: `${label}：不能比“${whole.label}”多，请再看一眼。` }] : [];
  });
}

/** The bill, or what the year has used up: a few amounts, checked when one goes on, never while typing. */
export function AmountsScreen({ form, journey }: { form: 'costs' | 'used'; journey: Journey }) {
  const { graph, asking, answers, amounts, editing, frame, onward, back } = journey;
  const enter = useEstimate((state) => state.enter);
  const fromLedger = useEstimate((state) => state.fromLedger);
  const whose = useWhose();
  const [problems, setProblems] = useProblems();
  const { title, hint, fields } = graph[form];
  const asked = askedFields(fields, answers);
  const screens = screensOf(asking, answers);
  const last = screens[screens.length - 1] === form;
  return (
    <Page {...frame} title={title} lead={<RichText text={hint} />}>
      {!editing && <ProgressText at={screens.indexOf(form) + 1} of={screens.length} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const found = problemsOf(asked, amounts, graph.asks ? FROM_SLIP : NEEDED);
          setProblems(found);
          if (found.length === 0) onward();
        }}
      >
        <ErrorSummary problems={problems} />
        {asked.some(({ id }) => fromLedger[id] && fromLedger[id] === amounts[id]) && (
          <p className="wa-note-text">已按{whose}家庭账本填好，可以改。</p>
        )}
        <fieldset className="wa-fields">
          <legend className="wa-sr">{title}</legend>
          {asked.map((field) => (
            <AmountField
              key={field.id}
              name={field.id}
              label={field.required ? field.label : `${field.label}（选填）`}
              hint={<RichText text={field.hint} />}
              value={amounts[field.id] ?? ''}
              onChange={(value) => enter({ [field.id]: value })}
              error={problems.find((p) => p.field === field.id)?.message}
            />
          ))}
        </fieldset>
        <Actions>
          <PrimaryButton type="submit">{last || editing ? '看结果' : '下一步'}</PrimaryButton>
          <TextButton onClick={back}>{editing ? '不改了，回到结果' : '上一步'}</TextButton>
        </Actions>
      </form>
    </Page>
  );
}
