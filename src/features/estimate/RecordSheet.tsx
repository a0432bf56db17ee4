import { useState } from 'react';
import { useNavigate } from 'react-router';
import { askedFields, asksForUsed, readBirth, type TypedDate, toTyped, validAnswers } from '#journeys';
import { type Child, callOf, type Ledger, type LedgerEntry, loadLedger, MAX_CHILDREN, useChildren } from '#platform';
import {
  ChoiceList,
  DateField,
  dateProblem,
  Form,
  intoView,
  Notice,
  Sheet,
  TextField,
  toast,
  useChecked,
  useLoaded,
} from '#ui';
import { cleaned } from './amounts.ts';
import { useEstimate } from './store.ts';
import type { Journey } from './types.ts';

interface Props {
  journey: Journey;
  open: boolean;
  onClose: () => void;
}

/** When and whose: all that the ledger needs beside the estimate. */
export default function RecordSheet({ open, onClose, journey }: Props) {
  const ledger = useLoaded(loadLedger);
  return (
    <Sheet open={open} onClose={onClose} title={journey.recording ? '存进账本' : '记进家庭账本'}>
      <Asked journey={journey} ledger={ledger} />
    </Sheet>
  );
}

/** Of the choices: a child that is not there yet. */
const ANOTHER = 'another';

/** The visit as the ledger keeps it: only answers and amounts that its questions ask for. */
function visitOf({ city, graph, answers, amounts }: Journey): Pick<LedgerEntry, 'city' | 'answers' | 'amounts'> {
  const kept = { questions: graph.questions.filter((question) => !asksForUsed(question)) };
  const typed = cleaned(amounts);
  const costs = askedFields(graph.costs.fields, answers).flatMap(({ id }) => (typed[id] ? [[id, typed[id]]] : []));
  return { city: city.id, answers: validAnswers(kept, answers), amounts: Object.fromEntries(costs) };
}

/** What the year had used up was typed, or answered, and is not what the ledger knows. */
function useTypedUsed({ graph, answers, amounts, recording }: Journey): boolean {
  const fromLedger = useEstimate((state) => state.fromLedger);
  if (recording) return false;
  const typed = cleaned(amounts);
  const fields = graph.used.fields.filter(({ id }) => Number(typed[id] ?? 0) > 0 && typed[id] !== fromLedger[id]);
  const [first] = graph.questions.filter(asksForUsed);
  const later = first && answers[first.id] && answers[first.id] !== (fromLedger[first.id] ?? first.options[0]?.value);
  return fields.length > 0 || Boolean(later);
}

/** How many visits stand before this one in the ledger although the result did not go on from them. */
function useBefore({ recording, ledger }: Journey): number {
  const fromLedger = useEstimate((state) => state.fromLedger);
  return recording || Object.keys(fromLedger).length > 0 ? 0 : (ledger?.visits ?? 0);
}

function Asked({ journey, ledger }: { journey: Journey; ledger: Ledger }) {
  const { year, today, recording, city } = journey;
  const navigate = useNavigate();
  const { children, at } = useChildren();
  const entryId = useEstimate((state) => (recording ? state.entry : ''));
  const entry = ledger.useLedger(({ entries }) => entries.find(({ id }) => id === entryId));
  const [date, setDate] = useState<TypedDate>(() => firstDate(entry, year, today));
  const [place, setPlace] = useState(() => firstPlace(entry, children, at));
  const [name, setName] = useState('');
  const [note, setNote] = useState(entry?.note ?? '');
  const [twin, setTwin] = useState(false);
  const [busy, setBusy] = useState(false);
  const typedUsed = useTypedUsed(journey);
  const before = useBefore(journey);

  const reading = readBirth(date, today);
  const save = async () => {
    if (reading.kind !== 'date' || busy) return;
    const number = place === ANOTHER ? addChild(ledger, name) : Number(place);
    const visit: LedgerEntry = {
      ...visitOf(journey),
      id: entry?.id ?? ledger.newEntryId(reading.date),
      child: ledger.childId(number),
      date: reading.date,
      note: note.trim(),
    };
    const { entries } = ledger.useLedger.getState();
    if (!entry && !twin && entries.some((other) => sameVisit(other, visit))) return setTwin(true);
    setBusy(true);
    const kept = await ledger.changeLedger({ put: [visit] });
    useChildren.setState({ at: number });
    // Whoever goes back changes this visit, or begins a bill anew (`useArrival`): it never counts against itself.
    useEstimate.setState({ entry: visit.id });
    if (kept) void toast('已记下');
    const show = { child: visit.child, year: visit.date.slice(0, 4) };
    // In place of this half-screen in the history: going back does not open it again.
    void navigate(`/${city.id}/ledger/`, { replace: true, state: { show } });
  };

  const [problems, goOn] = useChecked(() => dateProblem('day', reading), save);

  return (
    <Form go={entry ? '改好了，存' : '存'} onGo={goOn} problems={problems}>
      {typedUsed && (
        <div className="est-caution">
          <Notice tone="warn">
            刚才填的“今年已经用过”不进账本：账本只从记过的每一笔算起，这一笔在账本里的结果会和刚才的不一样。把前面看过的也记进来，就对得上。
          </Notice>
        </div>
      )}
      {before > 0 && !typedUsed && (
        <div className="est-caution">
          <Notice tone="warn">
            账本里这一年前面记了 {before} 笔，刚才没有接着它们算：存进账本以后会接着算，结果会和刚才的不一样。
          </Notice>
        </div>
      )}
      <DateField name="day" label="哪天看的？（住院填出院那天）" value={date} onChange={setDate} problems={problems} />
      {children.length > 0 && (
        <ChoiceList
          name="child"
          legend="哪个孩子？"
          showLegend
          options={[
            ...children.map((child, n) => ({ value: String(n), label: callOf(child, n) })),
            ...(children.length < MAX_CHILDREN ? [{ value: ANOTHER, label: '另一个孩子' }] : []),
          ]}
          value={place}
          onChange={setPlace}
        />
      )}
      {place === ANOTHER && (
        <TextField name="name" label="小名（选填，不要填姓名）" value={name} maxLength={10} onChange={setName} />
      )}
      <TextField
        name="note"
        label="备注（选填，只有自己看得到）"
        value={note}
        maxLength={ledger.MAX_NOTE}
        onChange={setNote}
      />
      {twin && (
        <div className="est-caution" ref={intoView}>
          <Notice tone="warn">账本里这一天已经有一模一样的一笔。真的是两次，就再点一下存。</Notice>
        </div>
      )}
    </Form>
  );
}

/** Of this year: today. Of an earlier one only the year is known. */
function firstDate(entry: LedgerEntry | undefined, year: number, today: string): TypedDate {
  if (entry) return toTyped(entry.date);
  return today.startsWith(`${year}-`) ? toTyped(today) : { year: String(year), month: '', day: '' };
}

function firstPlace(entry: LedgerEntry | undefined, children: readonly Child[], at: number): string {
  const found = entry ? children.findIndex(({ id }) => id === entry.child) : at;
  if (found >= 0 && children[found]) return String(found);
  return children.length === 0 ? ANOTHER : String(at);
}

/** @returns its place */
function addChild(ledger: Ledger, name: string): number {
  const { children } = useChildren.getState();
  const place = children.length;
  ledger.childId(place);
  useChildren.setState((state) => ({
    children: state.children.map((child, n) => (n === place ? { ...child, name: name.trim().slice(0, 10) } : child)),
  }));
  return place;
}

const sameVisit = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.child === b.child &&
  a.date === b.date &&
  a.city === b.city &&
  JSON.stringify(a.answers) === JSON.stringify(b.answers) &&
  JSON.stringify(a.amounts) === JSON.stringify(b.amounts);
