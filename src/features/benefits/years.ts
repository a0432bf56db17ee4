import type { Benefits } from '#cities';

type BenefitTable = Benefits['tables'][number];

export interface ByYear {
  /** Tables of the newest year, and those that compare years. */
  current: BenefitTable[];
  /** Tables of years gone by, newest first. */
  earlier: BenefitTable[];
}

/** Sorts the tables by the year of their day; within a year they keep their order. */
export function byYear(tables: readonly BenefitTable[]): ByYear {
  const yearOf = ({ on }: BenefitTable) => on.slice(0, 4);
  const newest = tables.map(yearOf).sort().pop();
  return {
    current: tables.filter((table) => yearOf(table) === newest),
    earlier: tables.filter((table) => yearOf(table) !== newest).sort((a, b) => Number(yearOf(b)) - Number(yearOf(a))),
  };
}
