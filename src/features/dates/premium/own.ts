/** Which of a person's own figures stand in what is to be paid, and which could stand there. Pure. */
import type { CityModule } from '#cities';
import { isReplaceable, makeDate, type OwnOnScreen, ownOn, periodOf, withOwnFigures, yearOf } from '#engine';
import type { IsoDate, Parameter } from '#policy/types.ts';
import { ownWords } from '#ui';
import { figuresIn, type PremiumAnswer, premiumAnswer, type Question } from './premium.ts';

/** Those the sums rest on, or that a price among them would follow from. */
export function shownOwn(city: CityModule, printed: CityModule, answer: PremiumAnswer): OwnOnScreen[] {
  if (city === printed) return [];
  const figures = [...figuresIn(answer), ...(answer.subsidy?.lines.map(({ price }) => price) ?? [])];
  const ids = new Set(figures.flatMap(({ id, parameter }) => [id, parameter.follows?.base]));
  const days = answer.ways.flatMap(({ prices }) =>
    prices.flatMap(({ premium }) => (premium.kind === 'computed' ? premium.lines.map(({ from }) => from) : [])),
  );
  return ownOn(city.policy, printed.policy, days, figures).filter(({ figure }) => ids.has(figure.id));
}

/** For what is sent on. */
export const wordsOfOwn = (city: CityModule, printed: CityModule, answer: PremiumAnswer): string | undefined =>
  ownWords(shownOwn(city, printed, answer));

/** A figure that is not published, for the year of the day. */
export interface MissingFigure {
  parameter: Parameter;
  on: IsoDate;
}

/** The figures each of which alone would give a sum that cannot be given now: found by putting one in and computing. */
export function wouldDo(printed: CityModule, question: Question, answer: PremiumAnswer): MissingFigure[] {
  const { policy } = printed;
  const open = openTiers(answer);
  const days = [question.payDate, makeDate(question.year ?? yearOf(question.payDate), 1, 1)];
  const helps = (parameter: Parameter, on: IsoDate): boolean => {
    if (policy.on(on).find(parameter.id)) return false;
    const trial = withOwnFigures(printed, [{ id: parameter.id, value: '1', ...periodOf(parameter, on) }]);
    const still = openTiers(premiumAnswer(trial, question));
    return open.some((tier) => !still.includes(tier));
  };
  return policy.parameters
    .filter((parameter) => parameter.id.startsWith('premium.') && isReplaceable(parameter, policy.parameters))
    .flatMap((parameter) => {
      const on = days.find((day) => helps(parameter, day));
      return on ? [{ parameter, on }] : [];
    });
}

const openTiers = ({ ways: [way] }: PremiumAnswer) =>
  (way?.prices ?? []).flatMap(({ tier, premium }) =>
    premium.kind === 'notComputable' && premium.reason === 'notPublished' ? [tier] : [],
  );
