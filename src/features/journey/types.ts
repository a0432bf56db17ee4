import type { CityInfo } from '#cities';
import type { Answers, ScreenId } from '#journeys';
import type { Graph } from '#policy/types.ts';

/** What every screen of a journey is given. */
export interface Journey {
  city: CityInfo;
  graph: Graph;
  /** Valid ones only. */
  answers: Answers;
  /** Whether the answer to this question came from what was said about the child. */
  filled: (question: string) => boolean;
  at: ScreenId;
  /** Came from the result to change one thing. */
  editing: boolean;
  answer: (question: string, value: string) => void;
  go: (to: ScreenId, edit?: boolean) => void;
  /** To the next screen, or back to the result. */
  onward: () => void;
  /** To the screen before, by the history where one came that way. */
  back: () => void;
  /** Wipes everything that was filled in on this phone and starts anew. */
  forget: () => void;
}
