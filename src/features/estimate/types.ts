import type { CityInfo } from '#cities';
import type { Amounts, Answers } from '#journeys';
import type { EstimateGraph, IsoDate } from '#policy/types.ts';
import type { PageProps } from '#ui';
import type { ScreenId } from './screens.ts';

/** What every screen of the estimate is given. */
export interface Journey {
  city: CityInfo;
  graph: EstimateGraph;
  /** Valid ones only. */
  answers: Answers;
  /** As typed. */
  amounts: Amounts;
  /** Whether the answer to this question came from what was said about the child. */
  filled: (question: string) => boolean;
  /** Of the child, where it is known. */
  birthDate: IsoDate | undefined;
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
