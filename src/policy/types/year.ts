/** The days of a year and what it uses up: calendar and ledger. */
import type { Condition } from './journeys.ts';
import type { Anchor, Text } from './words.ts';

/** Which day an entry falls on. `MM-DD` days come every year. */
export type CalendarRule =
  /** The last day of the newborn window. */
  | { kind: 'newborn' }
  /** The birthday of the age in this parameter. */
  | { kind: 'birthday'; age: string }
  /**
   * The day one pays, or an end of what that payment covers. `pay`: a day of every year, or the birth date; `ahead`: the
   * payment is for so many years later.
   */
  | { kind: 'coverage'; pay: string; ahead?: number; edge: 'pay' | 'from' | 'to' }
  /** A stretch of every year, or a day; the parameters it rests on. */
  | { kind: 'yearly'; from: string; to?: string; rests: string[] };

export interface CalendarEntry {
  id: string;
  rule: CalendarRule;
  title: string;
  /** What it means and what to do; no figures, for it is copied as it stands. */
  text: string;
  at: Anchor;
  to?: { label: string; to: string };
}

/** `calendar.json`: which days a city has. */
export interface CalendarFile {
  entries: CalendarEntry[];
  /** What is not known about days, in words. */
  unknown: string[];
}

/** A yearly limit, or an amount to be reached once a year, as a bar of the ledger. */
export interface LedgerBar {
  id: string;
  /** `limit`: what the insurance still pays up to it. `threshold`: what the family still bears before it is reached. */
  kind: 'limit' | 'threshold';
  label: string;
  /** Key of the engine's `YearTotals` that counts towards it. */
  total: string;
  /** Shown if one of these holds for a visit of the year; absent: always. */
  only?: Condition[];
  /** Its parameter: the first whose condition holds for a visit of the year, or for what is known of the child. */
  figures: { id: string; when?: Condition[] }[];
  /** The limit grows by this parameter with each further disease. */
  raise?: { step: string; by: 'diseases' };
}

/** `ledger.json`: what a calendar year has of limits, by the answers of its visits. */
export interface LedgerFile {
  bars: LedgerBar[];
  /** Said where one of the conditions holds for a visit of the year. */
  notes: { when: Condition[]; text: Text; at: Anchor }[];
}
