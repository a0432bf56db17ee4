/**
 * What a person has answered, kept on the phone. One set of answers for all cities: after a change of city those that
 * still make sense stay, the others are dropped by name.
 */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Amounts, Answers } from '#journeys';
import { isRecord, persisted } from '#platform';
import type { EstimateGraph } from '#policy/types.ts';

export interface Bill {
  /** The city the answers were given for. */
  city: string;
  answers: Answers;
  /** Short names of the answered questions, to say what was dropped. */
  names: Record<string, string>;
  /** As typed, by field id. */
  amounts: Amounts;
  /** The year of the visit; 0: this year. */
  year: number;
}

interface Kept extends Bill {
  /** What the ledger put into fields and answers, by id: private, and put right when the ledger changes. */
  fromLedger: Readonly<Record<string, string>>;
  /** Answers that were known from the child: they do not stay for another one. */
  fromChild: Answers;
  /** `id` of the visit of the ledger that is being changed, or was put there last; empty: none. */
  entry: string;
  /** The bill came with a link or is an example, and nothing of it was changed since. */
  foreign: boolean;
  /** The person's own bill from before. */
  aside?: Bill | undefined;
}

interface EstimateState extends Kept {
  answer: (city: string, question: { id: string; short: string }, value: string) => void;
  enter: (amounts: Amounts) => void;
  setYear: (year: number) => void;
  /** Replaces all answers. */
  take: (city: string, answers: Answers, names: Record<string, string>) => void;
  /** A link, an example: amounts are replaced only if given. A bill of one's own that says something else is laid aside. */
  receive: (city: string, answers: Answers, names: Record<string, string>, amounts?: Amounts) => void;
  /** To another city: what was begun there before comes back, what was begun here is laid aside. */
  move: (city: string, answers: Answers, names: Record<string, string>) => void;
  /** The bill that was laid aside, back in its place. */
  takeBack: () => void;
  /** Keeps the answers, forgets the amounts, also those that ride along in the history, the year, and which visit was changed. */
  blank: () => void;
  /** Forgets these amounts, likewise. */
  forget: (ids: readonly string[]) => void;
  /** A bill of one's own from the first answer on, where the one before was an example or came with a link. */
  begin: (city: string, question: { id: string; short: string }, value: string) => void;
  /** A bill with nothing in it. The one that was typed is laid aside, unless it is in the ledger. */
  anew: () => void;
  /** A visit of the ledger, to be changed; else as `anew`. */
  change: (visit: Bill, entry: string) => void;
  /** Forgets it all, also what was laid aside. */
  clear: () => void;
}

const EMPTY: Kept = {
  city: '',
  answers: {},
  names: {},
  amounts: {},
  year: 0,
  fromLedger: {},
  fromChild: {},
  entry: '',
  foreign: false,
};

/** A year of a visit that can be meant. */
export const YEAR = /^20\d\d$/;

const MAX_ENTRIES = 60;
const MAX_TEXT = 60;

/** A flat record of short texts, or nothing. */
export function shortTexts(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const sound =
    entries.length <= MAX_ENTRIES && entries.every(([, v]) => typeof v === 'string' && v.length <= MAX_TEXT);
  return sound ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

function readBill(value: unknown): Bill | undefined {
  if (!isRecord(value)) return undefined;
  const answers = shortTexts(value.answers);
  const names = shortTexts(value.names);
  const amounts = shortTexts(value.amounts);
  const { city, year } = value;
  if (!answers || !names || !amounts || typeof city !== 'string' || city.length > MAX_TEXT) return undefined;
  return { city, answers, names, amounts, year: YEAR.test(String(year)) ? Number(year) : 0 };
}

/** What was kept, if it is sound: foreign state comes in by this door only. */
export function readKept(value: unknown): Partial<EstimateState> | undefined {
  const bill = readBill(value);
  if (!bill || !isRecord(value)) return undefined;
  return {
    ...bill,
    foreign: value.foreign === true,
    aside: readBill(value.aside),
    fromLedger: shortTexts(value.fromLedger) ?? {},
    fromChild: shortTexts(value.fromChild) ?? {},
    entry: typeof value.entry === 'string' ? value.entry.slice(0, MAX_TEXT) : '',
  };
}

const isSame = (one: Amounts | Answers, other: Amounts | Answers): boolean =>
  Object.keys({ ...one, ...other }).every((id) => (one[id] ?? '') === (other[id] ?? ''));

/** There, and empty: what is not there would come back with the history. */
const empty = (ids: readonly string[]): Amounts => Object.fromEntries(ids.map((id) => [id, '']));
const emptied = (amounts: Amounts): Amounts => empty(Object.keys(amounts));

/**
 * What somebody answered or typed is not lost to what others sent, nor to a visit of the ledger. What only the child said is no bill,
 * and answers alone do not push out what was laid aside before.
 */
function laidAside(state: Kept): { aside?: Bill } {
  const { foreign, entry, city, answers, names, amounts, year, fromChild, fromLedger, aside } = state;
  if (foreign || entry) return {};
  const typed = Object.values(amounts).some(Boolean);
  const given = Object.entries({ ...answers, ...amounts });
  const own = given.some(([id, value]) => value && value !== fromChild[id] && value !== fromLedger[id]);
  return own && (typed || !aside) ? { aside: { city, answers, names, amounts, year } } : {};
}

/** Short names of the questions of a graph, as a bill keeps them. */
export const namesOf = ({ questions }: Pick<EstimateGraph, 'questions'>): Bill['names'] =>
  Object.fromEntries(questions.map(({ id, short }) => [id, short]));

export const useEstimate = create<EstimateState>()(
  persist(
    (set) => ({
      ...EMPTY,
      answer: (city, question, value) =>
        set((state) => ({
          foreign: false,
          city,
          answers: { ...state.answers, [question.id]: value },
          names: { ...state.names, [question.id]: question.short },
        })),
      enter: (amounts) => set((state) => ({ foreign: false, amounts: { ...state.amounts, ...amounts } })),
      setYear: (year) => set({ year }),
      take: (city, answers, names) => set({ city, answers, names }),
      receive: (city, answers, names, amounts) =>
        set((state) => {
          const bill = { city, answers, names, ...(amounts && { amounts, fromLedger: {} }) };
          if (isSame(state.amounts, amounts ?? state.amounts) && isSame(state.answers, answers)) return bill;
          return { ...bill, foreign: true, ...laidAside(state) };
        }),
      move: (city, answers, names) =>
        set((state) => {
          const { aside } = state;
          if (aside?.city !== city) return { city, answers, names, ...laidAside(state) };
          return { ...EMPTY, ...aside, aside: undefined, ...laidAside({ ...state, aside: undefined }) };
        }),
      takeBack: () => set(({ aside }) => (aside ? { ...EMPTY, ...aside, aside: undefined } : {})),
      blank: () => set(({ amounts }) => ({ entry: '', foreign: false, year: 0, amounts: emptied(amounts) })),
      forget: (ids) => set(({ amounts }) => ({ amounts: { ...amounts, ...empty(ids) } })),
      begin: (city, { id, short }, value) =>
        set(({ amounts }) => ({
          ...EMPTY,
          city,
          answers: { [id]: value },
          names: { [id]: short },
          amounts: emptied(amounts),
        })),
      anew: () => set((state) => ({ ...EMPTY, ...laidAside(state) })),
      change: (visit, entry) => set((state) => ({ ...EMPTY, ...laidAside(state), ...visit, entry })),
      clear: () => set({ ...EMPTY, aside: undefined }),
    }),
    persisted<EstimateState, Kept>({
      key: 'estimate',
      version: 1,
      pick: ({ city, answers, names, amounts, year, fromLedger, fromChild, entry, foreign, aside }) => ({
        city,
        answers,
        names,
        amounts,
        year,
        fromLedger,
        fromChild,
        entry,
        foreign,
        aside,
      }),
      validate: readKept,
      draft: true,
    }),
  ),
);
