/** When figures must be looked at again, and which documents come first. Pure. */
import type { Grade, IsoDate, Parameter, SourceDocument } from '#policy/types.ts';

export interface Recheck {
  day: IsoDate;
  labels: string[];
}

/** The parameters by the day on which somebody should look again, the nearest day first. */
export function rechecks(parameters: readonly Parameter[]): Recheck[] {
  const days = new Map<IsoDate, string[]>();
  for (const { recheck, label } of parameters) days.set(recheck, [...(days.get(recheck) ?? []), label]);
  return [...days].map(([day, labels]) => ({ day, labels })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Those whose day has come. */
export const overdue = (list: readonly Recheck[], today: IsoDate): Recheck[] => list.filter(({ day }) => day <= today);

const GRADES: Grade[] = ['A', 'B', 'C', 'D'];

/** Official texts first, in each grade the newest first, undated ones last. */
export const inOrder = (documents: readonly SourceDocument[]): SourceDocument[] =>
  [...documents].sort(
    (a, b) =>
      GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
      (b.date ?? '').localeCompare(a.date ?? '') ||
      a.id.localeCompare(b.id),
  );
