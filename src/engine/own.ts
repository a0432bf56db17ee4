/**
 * A person's own figures: which values one may know better than the data, for which stretch of days one value stands, and what
 * follows from it. Only amounts that are set anew every year; never a rate, a reading or an undated rule.
 */
import type { IsoDate, Parameter } from '#policy/types.ts';
import { addDays, isDate, makeDate, schoolYearOf, schoolYearStart, yearOf } from './dates.ts';
import { formatMoney, parseMoney } from './fen.ts';
import { parsePercent, timesRate } from './money.ts';
import type { Figure, OwnFigure, Policy } from './parameters.ts';

/** An amount of money on a yearly clock, each of whose values has a last day; the engine computes with it or with what follows from it. */
export const isReplaceable = (parameter: Parameter, all: readonly Parameter[]): boolean =>
  parameter.clock !== 'none' &&
  parameter.unit.startsWith('元') &&
  parameter.values.every(({ to }) => to !== undefined) &&
  (!parameter.displayOnly || all.some(({ follows }) => follows?.base === parameter.id));

/** The year by the parameter's own clock that holds the day: for so long one own figure stands. */
export function periodOf({ clock }: Pick<Parameter, 'clock'>, day: IsoDate): { from: IsoDate; to: IsoDate } {
  if (clock === 'schoolYear') {
    const year = schoolYearOf(day);
    return { from: schoolYearStart(year), to: addDays(schoolYearStart(year + 1), -1) };
  }
  return { from: makeDate(yearOf(day), 1, 1), to: makeDate(yearOf(day), 12, 31) };
}

/** Those that may be replaced, and with a base what follows from it (`base × rate`, rounded to the fen) unless that is given, too. */
export function ownInFull(parameters: readonly Parameter[], own: readonly OwnFigure[]): OwnFigure[] {
  const sound = own.filter(({ id, value, from, to }) => {
    const parameter = parameters.find((one) => one.id === id);
    const stands = isDate(from) && isDate(to) && from <= to && parseMoney(value) !== undefined;
    return stands && parameter !== undefined && isReplaceable(parameter, parameters);
  });
  const following = sound.flatMap((base) =>
    parameters.flatMap(({ id, follows }): OwnFigure[] => {
      if (follows?.base !== base.id || sound.some((one) => one.id === id && one.from === base.from)) return [];
      const rate = parameters
        .find((one) => one.id === follows.rate)
        ?.values.find(({ from, to }) => from <= base.from && (to === undefined || base.to <= to));
      if (!rate) return [];
      const [amount, share] = [parseMoney(base.value) ?? 0, parsePercent(rate.value)];
      const value = formatMoney(timesRate(amount, share));
      const derivation = `${base.value} × ${rate.value}% ${(amount * share.n) % share.d === 0 ? '=' : '≈'} ${value}`;
      return [{ id, value, from: base.from, to: base.to, derivation }];
    }),
  );
  return [...sound, ...following];
}

/** A city, or whatever has a policy, with a person's own figures in place. */
export const withOwnFigures = <M extends { policy: Policy }>(city: M, own: readonly OwnFigure[]): M => ({
  ...city,
  policy: city.policy.withOwn(ownInFull(city.policy.parameters, own)),
});

/** An own figure that stands on one of the days, and what the data have in its place. */
export interface OwnOnScreen {
  figure: Figure;
  sourced: Figure | undefined;
  /** Whether the answer rests on it. */
  used: boolean;
}

/** The own figures of a policy on these days, those that were only made from another left out. */
export function ownOn(
  policy: Policy,
  printed: Policy,
  days: readonly IsoDate[],
  used: readonly Figure[],
): OwnOnScreen[] {
  const found = new Map<string, OwnOnScreen>();
  for (const day of days) {
    for (const { id } of policy.parameters) {
      const figure = policy.on(day).find(id);
      if (!figure?.own || figure.dated.derivation) continue;
      const rests = ({ own, id: one, parameter, dated }: Figure) =>
        own === true && (one === id || (dated.derivation !== undefined && parameter.follows?.base === id));
      found.set(`${id}@${figure.dated.from}`, { figure, sourced: printed.on(day).find(id), used: used.some(rests) });
    }
  }
  return [...found.values()];
}
