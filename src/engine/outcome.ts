/** What the engine answers. Never a silent default, never a thrown string, never NaN. */
import type { IsoDate } from '#policy/types.ts';
import type { Fen } from './fen.ts';
import type { Figure, Gap } from './parameters.ts';
import type { Step } from './trace.ts';
import type { InputError, YearTotals } from './visit.ts';

/** Why there is no answer; the words and whom to ask are the city's. */
export type NoAnswer =
  | Gap
  /** No ratios for care out of the city were found. */
  | 'awayUnknown'
  /** The rule for newborns without local hukou was not in force yet. */
  | 'nonLocalBefore'
  /** Enrolled after the newborn window: the start depends on rules that were not found. */
  | 'lateEnrolment'
  /** The city has no such rule. */
  | 'noRule';

export interface NotComputable {
  kind: 'notComputable';
  reason: NoAnswer;
}

/** Things a person should know about a computed result. */
export type Remark = 'adult' | 'fundWarning' | 'chronicReplaced';

/** A settled visit; all amounts in fen, `fund + critical + self = bill`. */
export interface Settled {
  kind: 'computed';
  /** The basic insurance pays. */
  fund: Fen;
  /** The second layer (大病保险) pays. */
  critical: Fen;
  /** Everything else, costs outside the scope included. */
  self: Fen;
  bill: Fen;
  /** What is left of the year's outpatient limit after this visit. */
  outpatientLeft: Fen;
  steps: readonly Step[];
  remarks: readonly Remark[];
  /** The year after this visit. */
  totals: YearTotals;
}

export type Outcome = Settled | NotComputable | InputError;

/** Months at one price. */
export interface PremiumLine {
  from: IsoDate;
  months: number;
  price: Figure;
  sum: Fen;
  /** The public subsidy for the same months, where it is known. */
  subsidy?: { price: Figure; sum: Fen };
}

export interface Premium {
  kind: 'computed';
  own: Fen;
  /** Months paid for, where the price is monthly. */
  months?: number;
  lines: readonly PremiumLine[];
}

export type PremiumOutcome = Premium | NotComputable | InputError;

/** Which rule set the first covered day. */
export type CoverageBasis = 'september' | 'nextMonth' | 'birth' | 'calendarYear' | 'guardian';

export interface Coverage {
  kind: 'computed';
  from: IsoDate;
  to: IsoDate;
  basis: CoverageBasis;
  /** The figure that carries the rule. */
  rule: Figure;
}

export type CoverageOutcome = Coverage | NotComputable | InputError;

export interface Deadline {
  kind: 'computed';
  /** The last day of the newborn window; the day itself counts. */
  newborn: IsoDate;
  rule: Figure;
}

export type DeadlineOutcome = Deadline | NotComputable | InputError;

export interface ClinicChoice {
  kind: 'computed';
  /** Levels of which an institution may be selected. */
  options: readonly ('primary' | 'secondary')[];
  rule: Figure;
}

export type ClinicOutcome = ClinicChoice | NotComputable | InputError;

export const notComputable = (reason: NoAnswer): NotComputable => ({ kind: 'notComputable', reason });
