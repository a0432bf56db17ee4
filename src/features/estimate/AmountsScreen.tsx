import { type ComponentType, Fragment, Suspense, useState } from 'react';
import { parseMoney } from '#engine';
import { type Amounts, askedFields, cleanAmount } from '#journeys';
import type { AmountField as Field } from '#policy/types.ts';
import { AmountField, type FieldProblem, Form, Page, ProgressText, RichText, TextButton, useChecked } from '#ui';
import { isAmount, withGiven } from './amounts.ts';
import { screensOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import { useWhose } from './use-ledger.ts';
import { FROM_SLIP, NEEDED, problemWords, RUNNING } from './words.ts';

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

interface Props {
  form: 'costs' | 'used';
  journey: Journey;
  /** What the amounts make so far. */
  Running?: ComponentType<{ journey: Journey }> | undefined;
}

/** The bill, or what the year has used up: a few amounts, checked when one goes on, never while typing. */
export function AmountsScreen({ form, journey, Running }: Props) {
  const { graph, asking, answers, editing, frame, onward, back } = journey;
  const [before] = useState(() => useEstimate.getState().amounts);
  const { title, hint, fields } = graph[form];
  const asked = askedFields(fields, answers);
  const [problems, goOn] = useChecked(
    () => problemsOf(asked, useEstimate.getState().amounts, graph.asks ? FROM_SLIP : NEEDED),
    onward,
  );
  const screens = screensOf(asking, answers);
  const last = screens[screens.length - 1] === form;
  return (
    <Page {...frame} title={title} lead={<RichText text={hint} />}>
      {!editing && <ProgressText at={screens.indexOf(form) + 1} of={screens.length} />}
      <Form
        go={last || editing ? '看结果' : '下一步'}
        onGo={goOn}
        problems={problems}
        also={
          <TextButton
            onClick={() => {
              if (editing) useEstimate.setState({ amounts: before });
              back();
            }}
          >
            {editing ? '不改了，回到结果' : '上一步'}
          </TextButton>
        }
      >
        <Fields title={title} asked={asked} problems={problems} journey={journey} Running={Running} />
      </Form>
    </Page>
  );
}

interface FieldsProps extends Pick<Props, 'journey' | 'Running'> {
  title: string;
  asked: readonly Field[];
  problems: readonly FieldProblem[];
}

/** All that is drawn anew at each key. */
function Fields({ title, asked, problems, journey, Running }: FieldsProps) {
  const amounts = useEstimate((state) => state.amounts);
  const enter = useEstimate((state) => state.enter);
  const fromLedger = useEstimate((state) => state.fromLedger);
  const whose = useWhose();
  return (
    <>
      {asked.some(({ id }) => fromLedger[id] && fromLedger[id] === amounts[id]) && (
        <p className="wa-note-text">已按{whose}家庭账本填好，可以改。</p>
      )}
      <fieldset className="wa-fields">
        <legend className="wa-sr">{title}</legend>
        {asked.map((field, place) => (
          <Fragment key={field.id}>
            <AmountField
              name={field.id}
              label={field.required ? field.label : `${field.label}（选填）`}
              hint={<RichText text={field.hint} />}
              value={amounts[field.id] ?? ''}
              onChange={(value) => enter({ [field.id]: value })}
              error={problems.find((p) => p.field === field.id)?.message}
            />
            {place === 0 && Running && (
              <p className="wa-running" aria-live="polite" aria-atomic="true">
                <Suspense fallback={amounts[field.id] ? '正在算……' : RUNNING}>
                  <Running journey={{ ...journey, amounts: withGiven(amounts, journey.given) }} />
                </Suspense>
              </p>
            )}
          </Fragment>
        ))}
      </fieldset>
    </>
  );
}
