/** What is left of each limit of a year, and what has still to be borne before a threshold. Pure. */
import type { Fen, Figure, Policy, YearTotals } from '#engine';
import type { Condition, IsoDate, LedgerBar, LedgerFile } from '#policy/types.ts';
import { type Answers, applies } from './graph.ts';
import type { LedgerYear } from './ledger.ts';

export interface Bar {
  bar: LedgerBar;
  /** Its parameters: the limit, and what it grows by. */
  figures: Figure[];
  whole: Fen;
  used: Fen;
  /** `whole - used`, never negative. */
  left: Fen;
}

const someHold = (conditions: Condition[] | undefined, among: readonly Answers[]): boolean =>
  conditions === undefined || among.some((answers) => applies(conditions, answers));

/**
 * @param known answers that follow from the child, for a year without visits
 * @param on the day whose parameters hold; bars without one are left out
 */
export function barsOf(policy: Policy, file: LedgerFile, year: LedgerYear, known: Answers, on: IsoDate): Bar[] {
  const { answers: visits } = year;
  const figures = policy.on(on);
  return file.bars.flatMap((bar) => {
    if (!someHold(bar.only, visits)) return [];
    const taken = bar.figures.find(({ when }) => someHold(when, [...visits, known]));
    const figure = taken && figures.find(taken.id);
    if (!figure) return [];
    const step = bar.raise && figures.find(bar.raise.step);
    const times = step ? furtherDiseases(visits, bar) : 0;
    const whole = figure.fen + (step ? step.fen * times : 0);
    const used = Math.min(year.totals[bar.total as keyof YearTotals] ?? 0, whole);
    return [{ bar, figures: step && times > 0 ? [figure, step] : [figure], whole, used, left: whole - used }];
  });
}

/** The most diseases a counted visit names, less the first. The answer is the number itself. */
function furtherDiseases(visits: readonly Answers[], { raise }: LedgerBar): number {
  const counts = visits.map((answers) => Number(raise && answers[raise.by]) || 1);
  return Math.max(1, ...counts) - 1;
}

/** The notes of a year. */
export const notesOf = (file: LedgerFile, year: LedgerYear): LedgerFile['notes'] =>
  file.notes.filter(({ when }) => someHold(when, year.answers));
