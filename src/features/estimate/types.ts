import type { CityInfo } from '#cities';
import type { Amounts, Answers, ScreenId, Who } from '#journeys';
import type { LedgerEntry } from '#platform';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';
import type { PageProps } from '#ui';

/** The questions of the estimate with the forms that follow them: `costs`, then `used`, unless it asks only for some. */
export interface Walked extends EstimateGraph {
  asks?: readonly ('costs' | 'used')[];
  /** Where the forms are others than the estimate's: the graph by which a bill is settled. */
  settledBy?: EstimateGraph;
}

/** Where the year stands by the ledger. */
export interface LedgerStart {
  /** How many visits before this one are in it. */
  visits: number;
  /** To the questions that ask for it, and for the fields that do. */
  answers: Answers;
  amounts: Amounts;
  /** The visit that is being changed. */
  changed?: Pick<LedgerEntry, 'date' | 'note'>;
}

/** What is known of the child before anything is asked. */
export interface Known {
  answers: Answers;
  who: Who;
  ledger?: LedgerDoor;
}

/** What the estimate asks of the ledger. */
export interface LedgerDoor {
  /** @param entry the visit that is being changed: the year then stands where it stood before it */
  start: (year: number, entry: string) => LedgerStart;
  /** The graph without the questions and fields that the ledger answers by itself. */
  asking: Walked;
  /** Once, when the page is opened to enter a visit. */
  takeUp: (city: string, query: URLSearchParams, entry: unknown) => void;
  fill: (start: LedgerStart, fresh: boolean) => void;
}

/** What every screen of the estimate is given. */
export interface Journey {
  city: CityInfo;
  graph: Walked;
  /** The same graph without what the ledger answers by itself, while a visit is entered there; else the same. */
  asking: Walked;
  /** Valid ones only. */
  answers: Answers;
  /** As typed. */
  amounts: Amounts;
  /** Where the answer to this question came from, if it was not given here: `“我的孩子”`. */
  filled: (question: string) => string | false;
  /** The answers are for a visit of the ledger: the result ends there. */
  recording: boolean;
  ledger: LedgerStart | undefined;
  /** Amounts that the ledger gives while a visit is entered there: they are in `amounts`, whatever is typed. */
  given: Amounts | undefined;
  /** The child, as far as it is known; the same object as long as it is the same child. */
  who: Who;
  /** Year of the visit. */
  year: number;
  today: IsoDate;
  at: ScreenId;
  /** Came from the result to change one thing. */
  editing: boolean;
  /** What the screens have in common around their content. */
  frame: Pick<PageProps, 'city' | 'above' | 'footer'>;
  go: (to: ScreenId, edit?: boolean) => void;
  /** To the next screen, or back to the result. */
  onward: () => void;
  /** To the screen before, by the history where one came that way. */
  back: () => void;
}
