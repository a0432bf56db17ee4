import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { type CityInfo, type CityModule, loadCity, loadEstimate } from '#cities';
import { type LedgerYear, settleYear } from '#journeys';
import { isRecord, type Ledger, type LedgerEntry, loadLedger, onShown, useChildren } from '#platform';
import type { EstimateGraph, LedgerFile } from '#policy/types.ts';
import { Missing, Notice, preload, Segments, useLoaded, useSecondPicture } from '#ui';
import { Bars } from './Bars.tsx';
import './ledger.css';
import { Months } from './Months.tsx';
import { monthsOf } from './months.ts';
import { Other } from './Other.tsx';
import { type Person, peopleOf } from './people.ts';
import { Start } from './Start.tsx';
import { Sums } from './Sums.tsx';
import { useShelf } from './shelf.ts';

interface Props {
  info: CityInfo;
  file: LedgerFile | undefined;
  today: string;
}

interface Loaded {
  city: CityModule;
  graph: EstimateGraph;
  ledger: Ledger;
}

/** All that a year needs, fetched side by side, and what is kept, read. */
async function loadBook(id: string): Promise<Loaded | undefined> {
  const [city, graph, ledger] = await Promise.all([loadCity(id), loadEstimate(id), loadLedger()]);
  return city && graph && { city, graph, ledger };
}

export default function Book(props: Props) {
  const loaded = useLoaded(loadBook, props.info.id);
  return loaded ? <Opened {...props} {...loaded} /> : <Missing />;
}

export interface BookProps extends Props, Loaded {
  person: Person | undefined;
  /** All visits on this phone, and those of this child in this city. */
  entries: readonly LedgerEntry[];
  own: readonly LedgerEntry[];
  /** The visits of the year shown, settled. */
  settled: LedgerYear<LedgerEntry>;
  year: string;
}

function Opened(props: Props & Loaded) {
  const { info, today, file, ledger } = props;
  const { entries, refused } = ledger.useLedger();
  const { children, at } = useChildren();
  const shelf = useShelf();
  useArrivingVisit();
  // Another page may have written while this one lay behind.
  useEffect(() => onShown(() => void ledger.rereadLedger()), [ledger]);
  const people = useMemo(() => peopleOf(info.id, children, entries, today), [info, children, entries, today]);
  const person = people.find(({ id }) => id && id === shelf.child) ?? people[at] ?? people[0];
  const id = person?.id;
  const own = useMemo(() => entries.filter(({ city, child }) => city === info.id && child === id), [entries, info, id]);
  const years = useMemo(() => {
    const found = new Set([today.slice(0, 4), ...own.map(({ date }) => date.slice(0, 4))]);
    return [...found].sort().reverse();
  }, [own, today]);
  const year = years.find((one) => one === shelf.year) ?? today.slice(0, 4);
  const settled = useSettled(props, own, year, person);
  const all = useSecondPicture();
  const book: BookProps = { ...props, person, entries, own, settled, year };
  return (
    <>
      {refused && (
        <Notice tone="warn">
          这个浏览器不让网页存东西：记下的只在这一页开着时有，关掉就没了。记完请到页面下面存一份。
        </Notice>
      )}
      <Switches people={people} person={person} years={years} year={year} />
      {file && own.length > 0 && <Bars {...book} file={file} />}
      <Start {...book} />
      {settled.rows.length > 0 && <Sums {...book} />}
      {all && (
        <>
          <Months {...book} />
          <Other {...book} />
        </>
      )}
    </>
  );
}

/** A visit that was just entered is shown: its child, its year. */
function useArrivingVisit() {
  const { state } = useLocation();
  useEffect(() => {
    if (!isRecord(state) || !isRecord(state.show)) return;
    const { child, year } = state.show;
    if (typeof child === 'string' && typeof year === 'string') useShelf.setState({ child, year });
  }, [state]);
}

interface SwitchesProps {
  people: readonly Person[];
  person: Person | undefined;
  years: readonly string[];
  year: string;
}

function Switches({ people, person, years, year }: SwitchesProps) {
  const keyOf = ({ id, place }: Person) => id ?? String(place);
  return (
    <>
      {people.length > 1 && person && (
        <Segments
          legend="哪个孩子"
          options={people.map((one) => ({ value: keyOf(one), label: one.name }))}
          value={keyOf(person)}
          onChange={(value) => {
            const chosen = people.find((one) => keyOf(one) === value);
            if (chosen?.place !== undefined) useChildren.setState({ at: chosen.place });
            useShelf.setState({ child: chosen?.id });
          }}
        />
      )}
      {years.length > 1 && (
        <Segments
          legend="哪一年"
          options={years.map((value) => ({ value, label: `${value}年` }))}
          value={year}
          onChange={(value) => useShelf.setState({ year: value })}
        />
      )}
    </>
  );
}

interface LastTime {
  city: CityModule;
  visits: readonly LedgerEntry[];
  settled: LedgerYear<LedgerEntry>;
}

/** Years as they were settled last: who comes back to one does not wait for it again. */
const before = new Map<string, LastTime>();

function settle(
  { city, graph }: Loaded,
  own: readonly LedgerEntry[],
  year: string,
  { id, who = {} }: Partial<Person> = {},
): LedgerYear<LedgerEntry> {
  const of = [city.id, id, who.birthDate, who.localHukou, year].join(' ');
  const visits = own.filter(({ date }) => date.startsWith(`${year}-`));
  const last = before.get(of);
  const same = last?.city === city && last.visits.length === visits.length;
  if (same && visits.every((visit, place) => visit === last.visits[place])) return last.settled;
  const settled = settleYear({ ...city, graph }, visits, who, last?.settled);
  // What was wiped stays nowhere.
  if (own.length === 0) before.clear();
  else before.set(of, { city, visits, settled });
  return settled;
}

/** The year shown, settled; after a change only what follows from it. */
function useSettled(
  { city, graph, ledger }: Loaded,
  own: readonly LedgerEntry[],
  year: string,
  person: Person | undefined,
): LedgerYear<LedgerEntry> {
  return useMemo(() => settle({ city, graph, ledger }, own, year, person), [city, graph, ledger, own, year, person]);
}

/** Does ahead what is done when the ledger is opened: reads what is kept, and settles this year of the child everything starts from. */
export async function readAhead(city: string, today: string): Promise<void> {
  const loaded = await preload(loadBook, city);
  if (!loaded) return;
  const { entries } = loaded.ledger.useLedger.getState();
  const { children, at } = useChildren.getState();
  const people = peopleOf(city, children, entries, today);
  const person = people[at] ?? people[0];
  const own = entries.filter((entry) => entry.city === city && entry.child === person?.id);
  if (own.length > 0) monthsOf(settle(loaded, own, today.slice(0, 4), person).rows);
}
