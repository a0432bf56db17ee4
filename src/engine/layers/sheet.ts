/**
 * The sheet a visit is settled on: costs come in, layers write steps, the total goes out. One sheet per visit.
 */
import type { Fen } from '../fen.ts';
import type { Remark, Settled } from '../outcome.ts';
import type { Step } from '../trace.ts';
import type { Costs, Visit, YearTotals } from '../visit.ts';

export interface Sheet {
  steps: Step[];
  remarks: Remark[];
}

/** A visit being settled: the city's tariff of its day, what it cost, what the year had used up, and the sheet. */
export interface Settling<Tariff> {
  tariff: Tariff;
  visit: Visit;
  costs: Costs;
  totals: YearTotals;
  sheet: Sheet;
}

export const newSheet = (): Sheet => ({ steps: [], remarks: [] });

/** Closes the sheet: what neither layer pays is the family's. */
export function closeSheet(
  sheet: Sheet,
  amounts: { bill: Fen; fund: Fen; critical: Fen; outpatientLeft: Fen },
  totals: YearTotals,
): Settled {
  const { bill, fund, critical, outpatientLeft } = amounts;
  const self = bill - fund - critical;
  sheet.steps.push({ op: 'self', line: 'total', bill, fund, critical, result: self });
  return {
    kind: 'computed',
    fund,
    critical,
    self,
    bill,
    outpatientLeft,
    steps: sheet.steps,
    remarks: sheet.remarks,
    totals,
  };
}
