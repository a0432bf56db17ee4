/** A result from other sides: comparison, causes, and the hospital’s slip. */
import type { AmountField, Condition } from './journeys.ts';
import type { Text } from './words.ts';

/** What can be done about something: words without figures, and the page that says how. */
export interface Deed {
  text: string;
  to?: string;
}

/** How an option of a question marked `compare` is named among other ways, and what it takes. */
export interface WayOption {
  question: string;
  value: string;
  name: string;
  /** Only a child of whom one of these may be true can choose it (facts of `journeys/child.ts`; one not known may be). */
  can?: Condition[];
  /** Rare: where nothing is known of the child, offered only to a reader who chose it. */
  rare?: true;
  deed?: Deed;
  /** Chosen when the fee is paid: holds from the next insurance year on. */
  nextYear?: true;
}

/** A combination of answers with a name and a deed of its own: the first that holds and that the child can choose. */
export interface WayName {
  when: Condition;
  name: string;
  can?: Condition[];
  deed?: Deed;
}

/** A piece of what the family pays, as the trace has it. */
export type OwnPart = 'excluded' | 'uncovered' | 'firstShare' | 'deductible' | 'share' | 'factor' | 'limit';

/**
 * Why the insurance paid less than one may have thought. Listed if the piece is there, or if the same bill would have cost
 * the family less otherwise. At least one of `part` and `instead` is given.
 */
export interface Cause {
  id: string;
  when?: Condition[];
  part?: OwnPart;
  /** The line of the trace the piece stands in; absent: the costs themselves. */
  line?: 'consultation' | 'critical';
  /** Other answers, of which the first that this child can choose is settled; `minor`: a child under age. */
  instead?: Record<string, string>[] | 'minor';
  /** One short sentence, no figures. */
  text: string;
  deed?: Deed;
}

/** `compare.json`: the words for the same bill otherwise, and for why it was less. */
export interface CompareFile {
  options: WayOption[];
  names: WayName[];
  causes: Cause[];
}

/** What is changed to see whether a cause explains a slip. */
export type SlipChange =
  /** Another answer to a question of the estimate. */
  | { kind: 'answer'; question: string; values: string[] }
  /** An amount the year had used up (a field of the estimate's `used`), solved for. */
  | { kind: 'used'; field: string }
  /** The part of the eligible costs that is class B, or the consultation fee, solved for. */
  | { kind: 'classB' }
  | { kind: 'consultationFee' }
  | { kind: 'excluded' }
  /** The figures of another year. */
  | { kind: 'year' }
  /** The other reading of a disputed sentence. */
  | { kind: 'reading'; reading: string };

/** Something that may be behind a slip that differs from the rules. */
export interface SlipCause {
  id: string;
  change: SlipChange;
  /** Short, as a possibility, never as a reproach. */
  title: string;
  /** What it would mean. */
  means: Text;
  /** How to see whether it is so. */
  check: Text;
  /** What to do, and where that is written. */
  to: { label: string; to: string };
}

/** `slip.json`: the lines of a hospital's slip in this city, and why one may differ from the rules. */
export interface SlipFile {
  title: string;
  description: string;
  lead: Text;
  form: { title: string; hint: Text; fields: AmountField[] };
  /** Where on a slip the lines are found, and what to do where one is missing. */
  where: Text[];
  /** Likeliest first. */
  causes: SlipCause[];
  /** Whom to ask with it. */
  ask: Text;
  notes: Text[];
}
