/**
 * What a person has answered, kept on the phone. One set of answers for all cities: after a change of city those that
 * still make sense stay, the others are dropped by name.
 */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Amounts, Answers } from '#journeys';
import { isRecord, persisted } from '#platform';

interface Kept {
  /** The city the answers were given for. */
  city: string;
  answers: Answers;
  /** Short names of the answered questions, to say what was dropped. */
  names: Record<string, string>;
  /** As typed, by field id. */
  amounts: Amounts;
  /** The year of the visit; 0: this year. */
  year: number;
  /** What the ledger put into fields and answers, by id: private, and put right when the ledger changes. */
  fromLedger: Readonly<Record<string, string>>;
  /** Answers that were known from the child: they do not stay for another one. */
  fromChild: Answers;
  /** `id` of the visit of the ledger that is being changed; empty: none. */
  entry: string;
}

interface EstimateState extends Kept {
  answer: (city: string, question: { id: string; short: string }, value: string) => void;
  enter: (amounts: Amounts) => void;
  setYear: (year: number) => void;
  /** Replaces all answers: a link, a preset. Amounts are replaced only if given. */
  take: (city: string, answers: Answers, names: Record<string, string>, amounts?: Amounts) => void;
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
};

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

/** What was kept, if it is sound: foreign state comes in by this door only. */
export function readKept(value: unknown): Partial<EstimateState> | undefined {
  if (!isRecord(value)) return undefined;
  const answers = shortTexts(value.answers);
  const names = shortTexts(value.names);
  const amounts = shortTexts(value.amounts);
  const { city, year } = value;
  if (!answers || !names || !amounts || typeof city !== 'string' || city.length > MAX_TEXT) return undefined;
  return {
    city,
    answers,
    names,
    amounts,
    year: typeof year === 'number' && Number.isSafeInteger(year) ? year : 0,
    fromLedger: shortTexts(value.fromLedger) ?? {},
    fromChild: shortTexts(value.fromChild) ?? {},
    entry: typeof value.entry === 'string' ? value.entry.slice(0, MAX_TEXT) : '',
  };
}

export const useEstimate = create<EstimateState>()(
  persist(
    (set) => ({
      ...EMPTY,
      answer: (city, question, value) =>
        set((state) => ({
          city,
          answers: { ...state.answers, [question.id]: value },
          names: { ...state.names, [question.id]: question.short },
        })),
      enter: (amounts) => set((state) => ({ amounts: { ...state.amounts, ...amounts } })),
      setYear: (year) => set({ year }),
      take: (city, answers, names, amounts) =>
        set(amounts ? { city, answers, names, amounts, fromLedger: {} } : { city, answers, names }),
      clear: () => set(EMPTY),
    }),
    persisted<EstimateState, Kept>({
      key: 'estimate',
      version: 1,
      pick: ({ city, answers, names, amounts, year, fromLedger, fromChild, entry }) => ({
        city,
        answers,
        names,
        amounts,
        year,
        fromLedger,
        fromChild,
        entry,
      }),
      validate: readKept,
      draft: true,
    }),
  ),
);
