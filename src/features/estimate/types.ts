import type { Amounts, Answers } from '#journeys';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';
import type { ScreenId } from './screens.ts';

/** What every screen of the estimate is given. */
export interface Journey {
  city: string;
  cityName: string;
  graph: EstimateGraph;
  /** Valid ones only. */
  answers: Answers;
  /** As typed. */
  amounts: Amounts;
  /** Year of the visit. */
  year: number;
  today: IsoDate;
  /** Came from the result to change one thing. */
  editing: boolean;
  go: (to: ScreenId, edit?: boolean) => void;
  /** To the next screen, or back to the result. */
  onward: () => void;
}
