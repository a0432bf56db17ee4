/** From answers and amounts to the estimate, and which question would narrow a range most. Pure. */
import {
  type CityRules,
  type Estimate,
  estimate,
  type Fen,
  type Field,
  type Figure,
  figuresOf,
  type Meaning,
  type Outcome,
  type Policy,
  type Settled,
  settleBill,
} from '#engine';
import {
  type Amounts,
  type Answers,
  type Born,
  type Situation,
  situationsOf,
  standInBirthDate,
  unknownQuestions,
  type Who,
} from '#journeys';
import type { EstimateGraph, IsoDate, Question } from '#policy/types.ts';

export interface Answered {
  estimate: Estimate;
  situations: Situation[];
  /** Day of the visit that was computed with. */
  date: IsoDate;
}

/**
 * The day a visit of that year is computed for: today in this year, the last day in an earlier one.
 * Only the year matters to every rule but the list of chronic diseases, which changed within 2025, and to a child who comes of age.
 */
export const visitDate = (year: number, today: IsoDate): IsoDate =>
  today.startsWith(`${year}-`) ? today : `${year}-12-31`;

/** The child on the day of a visit: with its own birth date where that is known and the child was born by then. */
export const whoOn = (year: number, date: IsoDate, who: Who = {}): Born => ({
  ...who,
  birthDate: who.birthDate && who.birthDate <= date ? who.birthDate : standInBirthDate(year),
});

/** What a child can have or not: "不清楚" does not mean what this one cannot. */
const OF_THE_CHILD: readonly Field[] = ['enrolment', 'registered'];

export function answer(
  city: { rules: CityRules; policy: Policy },
  graph: EstimateGraph,
  answers: Answers,
  amounts: Amounts,
  year: number,
  today: IsoDate,
  who?: Who,
): Answered {
  const date = visitDate(year, today);
  const meant = situationsOf(graph, answers, amounts, date, whoOn(year, date, who));
  const possible = meant.length > 1 ? meant.filter((bill) => isOpen(settleBill(city.rules, city.policy, bill))) : meant;
  const situations = possible.length > 0 ? possible : meant;
  return { estimate: estimate(city.rules, city.policy, situations), situations, date };
}

const isOpen = (outcome: Outcome): boolean => outcome.kind !== 'error' || !OF_THE_CHILD.includes(outcome.field);

/** Whether any figure of this result is one that the person put in. */
export const onOwnFigures = ({ steps }: Settled): boolean =>
  steps.some((step) => figuresOf(step).some(({ own }) => own));

/** The unknown question whose answer leaves the smallest range, whatever the answer is. */
export function narrowing(
  graph: EstimateGraph,
  answers: Answers,
  situations: readonly Situation[],
  meanings: readonly Meaning[],
): Question | undefined {
  let best: { question: Question; width: Fen } | undefined;
  for (const question of unknownQuestions(graph, answers)) {
    const ranges = new Map<string, [Fen, Fen]>();
    for (const { index, outcome } of meanings) {
      const key = situations[index]?.answers[question.id] ?? '';
      const [low, high] = ranges.get(key) ?? [outcome.self, outcome.self];
      ranges.set(key, [Math.min(low, outcome.self), Math.max(high, outcome.self)]);
    }
    const width = Math.max(...[...ranges.values()].map(([low, high]) => high - low));
    if (!best || width < best.width) best = { question, width };
  }
  return best?.question;
}

/** Every figure the answer rests on. */
export function figuresIn({ estimate }: Answered): Figure[] {
  const outcomes =
    estimate.kind === 'computed'
      ? [estimate.outcome]
      : estimate.kind === 'range'
        ? estimate.meanings.map(({ outcome }) => outcome)
        : [];
  return outcomes.flatMap(({ steps }) => steps.flatMap(figuresOf));
}
