/**
 * Policy parameters on a day. A value covers the days of its period and no others: there is no fallback to the last
 * known year. Readings and a person's own figures make another `Policy`, never a change of this one.
 */
import type { DatedValue, IsoDate, Parameter, PolicyFile, Reading } from '#policy/types.ts';
import { addDays, type DayCode, dayCode } from './dates.ts';
import { type Fen, parseMoney } from './fen.ts';
import { parsePercent, type Rate } from './money.ts';

/** A parameter's value on a day, ready to compute with; keeps the way back to its evidence. */
export interface Figure {
  id: string;
  parameter: Parameter;
  dated: DatedValue;
  /** For amounts of money. */
  fen: Fen;
  /** For percentages and percentage points. */
  rate: Rate;
  /** For counts of days, months, years of age. */
  count: number;
  /** For choices. */
  word: string;
  /** The person's own figure, not a sourced one. */
  own?: true;
}

/** Why no value covers a day: not out yet, or before the first that is known. */
export type Gap = 'notPublished' | 'noRecord';

/** The figures of one stretch of days in which nothing changes. */
export interface Figures {
  find(id: string): Figure | undefined;
  /** Of ids that were checked with `gap` before. A missing one is a fault of the program. */
  get(id: string): Figure;
  /** The first gap among the ids, or `undefined` if all are covered. */
  gap(ids: readonly string[]): Gap | undefined;
  /** The figures of a plan, or why they are not all there. Looked up once and remembered. */
  tariff<P extends Plan>(plan: P): Tariff<P> | Gap;
}

/** The figures a city needs to settle a visit, by the names under which its rules read them: ids, in objects as deep as one likes. */
export type Plan = readonly Plan[] | { readonly [name: string]: string | Plan };

/** A plan with a figure for each id: a property to read instead of a name to look up. */
export type Tariff<P> = { readonly [K in keyof P]: P[K] extends string ? Figure : Tariff<P[K]> };

/** The ids of a plan, in its order. */
export const idsIn = (plan: string | Plan): string[] =>
  typeof plan === 'string' ? [plan] : Object.values(plan).flatMap((inner: string | Plan) => idsIn(inner));

function readPlan(plan: string | Plan, get: (id: string) => Figure): unknown {
  if (typeof plan === 'string') return get(plan);
  if (Array.isArray(plan)) return plan.map((inner) => readPlan(inner, get));
  return Object.fromEntries(Object.entries(plan).map(([name, inner]) => [name, readPlan(inner, get)]));
}

/** A figure that a person knows better: replaces the value of that parameter on every day of [from, to]. */
export interface OwnFigure {
  id: string;
  value: string;
  from: IsoDate;
  to: IsoDate;
  /** Made from another own figure: the sum, as shown to people. */
  derivation?: string;
}

export interface Policy {
  city: string;
  readings: readonly Reading[];
  parameters: readonly Parameter[];
  on(date: IsoDate): Figures;
  /** The same of a day that has been read. */
  onDay(day: DayCode): Figures;
  /** The same policy under the other reading. */
  under(reading: string): Policy;
  /** The same policy with a person's own figures in place; they carry no source. Which ones one may know better: `own.ts`. */
  withOwn(figures: readonly OwnFigure[]): Policy;
}

const ZERO: Rate = { n: 0, d: 1 };

function makeFigure(parameter: Parameter, dated: DatedValue, own: boolean): Figure {
  const { id, unit } = parameter;
  const isRate = unit === '%' || unit === '个百分点';
  const isMoney = unit.startsWith('元');
  return {
    id,
    parameter,
    dated,
    fen: isMoney ? (parseMoney(dated.value) ?? 0) : 0,
    rate: isRate ? parsePercent(dated.value) : ZERO,
    count: isRate || isMoney || unit === 'choice' ? 0 : Number(dated.value),
    word: dated.value,
    ...(own ? { own: true as const } : {}),
  };
}

const covers = (value: { from: IsoDate; to?: IsoDate }, date: IsoDate) =>
  value.from <= date && (value.to === undefined || date <= value.to);

/** The first days on which any value begins or has ended, in order. */
function breakpoints(parameters: readonly Parameter[], own: readonly OwnFigure[]): IsoDate[] {
  const days = new Set<IsoDate>(['0000-01-01']);
  const add = (value: { from: IsoDate; to?: IsoDate }) => {
    days.add(value.from);
    if (value.to !== undefined) days.add(addDays(value.to, 1));
  };
  for (const parameter of parameters) {
    parameter.values.forEach(add);
    parameter.alternatives?.forEach(add);
  }
  own.forEach(add);
  return [...days].sort();
}

export function createPolicy(file: PolicyFile, reading?: string, own: readonly OwnFigure[] = []): Policy {
  const { parameters } = file;
  const starts = breakpoints(parameters, own);
  const codes = starts.map(dayCode);
  const epochs: (Figures | undefined)[] = starts.map(() => undefined);
  const byId = new Map(parameters.map((p) => [p.id, p]));

  function figureOf(parameter: Parameter, date: IsoDate): Figure | undefined {
    const mine = own.find((o) => o.id === parameter.id && covers(o, date));
    if (mine) return makeFigure(parameter, { source: '', part: '', grade: 'C', ...mine }, true);
    const other = reading && parameter.alternatives?.find((a) => a.reading === reading && covers(a, date));
    const dated = other || parameter.values.find((v) => covers(v, date));
    return dated && makeFigure(parameter, dated, false);
  }

  function gapOf(id: string, date: IsoDate): Gap {
    const [first] = (byId.get(id)?.values ?? []).map((v) => v.from).sort();
    return first !== undefined && date < first ? 'noRecord' : 'notPublished';
  }

  function epoch(date: IsoDate): Figures {
    const known = new Map<string, Figure>();
    for (const parameter of parameters) {
      const figure = figureOf(parameter, date);
      if (figure) known.set(parameter.id, figure);
    }
    const tariffs = new Map<Plan, unknown>();
    const figures: Figures = {
      find: (id) => known.get(id),
      get(id) {
        const figure = known.get(id);
        if (!figure) throw new Error(`parameter ${id} was used without being required`);
        return figure;
      },
      gap(ids) {
        const missing = ids.find((id) => !known.has(id));
        return missing === undefined ? undefined : gapOf(missing, date);
      },
      tariff<P extends Plan>(plan: P) {
        let tariff = tariffs.get(plan);
        if (tariff === undefined) {
          tariff = figures.gap(idsIn(plan)) ?? readPlan(plan, figures.get);
          tariffs.set(plan, tariff);
        }
        return tariff as Tariff<P> | Gap;
      },
    };
    return figures;
  }

  function onDay(day: DayCode): Figures {
    let low = 0;
    let high = codes.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((codes[mid] ?? 0) <= day) low = mid;
      else high = mid - 1;
    }
    let figures = epochs[low];
    if (!figures) {
      figures = epoch(starts[low] ?? '');
      epochs[low] = figures;
    }
    return figures;
  }

  const others = new Map<string, Policy>();
  return {
    city: file.city,
    readings: file.readings,
    parameters,
    on: (date) => onDay(dayCode(date)),
    onDay,
    under(other) {
      let policy = others.get(other);
      if (!policy) {
        policy = createPolicy(file, other, own);
        others.set(other, policy);
      }
      return policy;
    },
    withOwn: (figures) => createPolicy(file, reading, figures),
  };
}
