import { type ComponentType, Fragment, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { parseMoney } from '#engine';
import { type Amounts, askedFields, cleanAmount } from '#journeys';
import type { AmountField as Field } from '#policy/types.ts';
import {
  AmountField,
  type FieldProblem,
  Form,
  offerOfStep,
  Page,
  ProgressText,
  RichText,
  TextButton,
  useChecked,
  useShare,
} from '#ui';
import { isAmount } from './amounts.ts';
import { progressOf, screensOf } from './screens.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';
import { useWhose } from './use-ledger.ts';
import { FROM_SLIP, NEEDED, NOTHING, problemWords, RUNNING, TOTAL_FROM_SLIP } from './words.ts';

function problemsOf(fields: readonly Field[], typed: Amounts, slip: boolean): FieldProblem[] {
  return fields.flatMap(({ id, label, required, positive, within }) => {
    const text = cleanAmount(typed[id] ?? '');
    const needed = slip ? (positive ? TOTAL_FROM_SLIP : FROM_SLIP) : NEEDED;
    if (text === '') return required ? [{ field: id, message: `${label}：${needed}` }] : [];
    if (!isAmount(text)) return [{ field: id, message: `${label}：${problemWords('notMoney')}` }];
    if (positive && parseMoney(text) === 0) return [{ field: id, message: `${label}：${NOTHING}` }];
    const whole = fields.find((field) => field.id === within);
    const more = whole && (parseMoney(text) ?? 0) > (parseMoney(cleanAmount(typed[whole.id] ?? '')) ?? 0);
    return more ? [{ field: id, message: `${label}：不能比“${whole.label}”多，请再看一眼。` }] : [];
  });
}

/** Milliseconds without a key after which the sums are spoken. */
const REST = 1100;

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
  const [problems, goOn, putRight] = useChecked(
    () => problemsOf(asked, useEstimate.getState().amounts, Boolean(graph.asks)),
    onward,
  );
  // Nothing is found wrong while one types; but what was, is looked at again at each key.
  const again = useRef(putRight);
  again.current = putRight;
  useShare(() => offerOfStep(graph));
  const wrong = problems.length > 0;
  useEffect(() => (wrong ? useEstimate.subscribe(() => again.current()) : undefined), [wrong]);
  const screens = screensOf(asking, answers);
  const last = screens[screens.length - 1] === form;
  const progress = editing ? undefined : progressOf(asking, answers, form);
  return (
    <Page {...frame} title={title} lead={<RichText text={hint} />}>
      {progress && <ProgressText {...progress} />}
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
        <FromLedger asked={asked} />
        <fieldset className="wa-fields">
          <legend className="wa-sr">{title}</legend>
          {asked.map((field, place) => (
            <Fragment key={field.id}>
              <Typed
                field={field}
                hint={<RichText text={field.hint} />}
                error={problems.find((p) => p.field === field.id)?.message}
              />
              {place === 0 && Running && <SoFar Running={Running} journey={journey} />}
            </Fragment>
          ))}
        </fieldset>
      </Form>
    </Page>
  );
}

/** Drawn anew at each key, and nothing around it is. */
function Typed({ field, ...said }: { field: Field; hint: ReactNode; error: string | undefined }) {
  const { id, label, required } = field;
  const value = useEstimate((state) => state.amounts[id] ?? '');
  const enter = useEstimate((state) => state.enter);
  return (
    <AmountField
      {...said}
      name={id}
      label={required ? label : `${label}（选填）`}
      value={value}
      onChange={(typed) => enter({ [id]: typed })}
    />
  );
}

function FromLedger({ asked }: { asked: readonly Field[] }) {
  const any = useEstimate(({ fromLedger, amounts }) =>
    asked.some(({ id }) => fromLedger[id] && fromLedger[id] === amounts[id]),
  );
  const whose = useWhose();
  return any && <p className="wa-note-text">已按{whose}家庭账本填好，可以改。</p>;
}

/** What the amounts make so far: for the eye at each key, for the ear once the keys have come to rest. */
function SoFar({ Running, journey }: { Running: ComponentType<{ journey: Journey }>; journey: Journey }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [spoken, speak] = useState('');
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>;
    const stop = useEstimate.subscribe(() => {
      clearTimeout(rest);
      rest = setTimeout(() => speak(line.current?.innerText ?? ''), REST);
    });
    return () => {
      stop();
      clearTimeout(rest);
    };
  }, []);
  return (
    <>
      <p ref={line} className="wa-running">
        <Suspense fallback={<Waiting />}>
          <Running journey={journey} />
        </Suspense>
      </p>
      <span className="wa-sr" role="status">
        {spoken}
      </span>
    </>
  );
}

const Waiting = () => (Object.values(useEstimate((state) => state.amounts)).some(Boolean) ? '正在算……' : RUNNING);
