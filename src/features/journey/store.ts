/** What a person has answered in the journeys, kept on the phone: one set of answers per city and journey. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Answers } from '#journeys';
import { isRecord, persisted } from '#platform';

interface Kept {
  /** By `city/journey`. */
  given: Record<string, Answers>;
  /** Of these, what was known from the child: it does not stay for another one. */
  fromChild: Record<string, Answers>;
}

interface JourneyState extends Kept {
  answer: (key: string, question: string, value: string) => void;
  /** Replaces all answers of one journey: by those of a link, or by what is known from the child. */
  take: (key: string, answers: Answers, fromChild?: Answers) => void;
}

const MAX_ENTRIES = 60;
const MAX_TEXT = 40;

function isAnswers(value: unknown): value is Record<string, string> {
  if (!isRecord(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_ENTRIES &&
    entries.every(([key, text]) => /^[a-z]+$/.test(key) && typeof text === 'string' && text.length <= MAX_TEXT)
  );
}

/** What was kept, if it is sound: foreign state comes in by this door only. */
export function readKept(value: unknown): Kept | undefined {
  if (!isRecord(value)) return undefined;
  const given = readSets(value.given);
  return given && { given, fromChild: readSets(value.fromChild) ?? {} };
}

function readSets(value: unknown): Kept['given'] | undefined {
  if (!isRecord(value)) return undefined;
  const sets: Kept['given'] = {};
  for (const [key, answers] of Object.entries(value).slice(0, MAX_ENTRIES)) {
    if (!/^[a-z-]+\/[a-z]+$/.test(key) || !isAnswers(answers)) return undefined;
    sets[key] = answers;
  }
  return sets;
}

export const useJourney = create<JourneyState>()(
  persist(
    (set) => ({
      given: {},
      fromChild: {},
      answer: (key, question, value) =>
        set(({ given }) => ({ given: { ...given, [key]: { ...given[key], [question]: value } } })),
      take: (key, answers, known = {}) =>
        set(({ given, fromChild }) => ({
          given: { ...given, [key]: answers },
          fromChild: { ...fromChild, [key]: known },
        })),
    }),
    persisted<JourneyState, Kept>({
      key: 'journey',
      version: 1,
      pick: ({ given, fromChild }) => ({ given, fromChild }),
      validate: readKept,
      draft: true,
    }),
  ),
);
