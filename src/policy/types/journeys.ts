/** Question graphs: what is asked when, what an answer means, what follows. */
import type { Block, Text } from './words.ts';

/** Every named question has one of the listed answers. */
export type Condition = Record<string, string[]>;

/** What an answer says in the vocabulary of the engine; keys as in `engine/visit.ts`. */
export interface Patch {
  visit?: Record<string, string | boolean | number>;
  member?: Record<string, string | boolean | number>;
  used?: Record<string, string | number>;
}

export interface Option {
  value: string;
  label: string;
  /** What it is called where its question does not stand beside it. */
  said?: string;
  note?: Text;
  /** "不清楚": the result is computed for every other option and shown as a range. */
  unknown?: true;
  set?: Patch;
  /** Offered only then. */
  when?: Condition[];
  /** The answer of a child of whom one of these is known (facts of `journeys/child.ts`): filled in for the parents. */
  child?: Condition[];
  /** Happens to one and is not chosen: never held against a result. */
  fate?: true;
}

export interface Question {
  /** Also the key in the address: lower-case letters. */
  id: string;
  /** The heading of the screen: a question. */
  title: string;
  /** Short name for the list of answers. */
  short: string;
  /** Why it is asked, or how to tell: one short sentence. */
  hint: Text;
  /** Asked only if one of these holds; absent: always. */
  when?: Condition[];
  /** A result shows what the other options would change: something the family can do something about. */
  compare?: true;
  options: Option[];
}

/** A conclusion of a journey. Exactly one holds for every complete set of answers. */
export interface Conclusion {
  id: string;
  when: Condition[];
  /** `do`: here is your way. `not`: not eligible, with the reason and what else there is. */
  tone: 'do' | 'not';
  title: string;
  lead: Text;
  /** Ids of guides, the ways to choose from, best first. */
  ways: string[];
  blocks: Block[];
  /** The next thing after this: the green button. */
  next: { label: string; to: string };
}

/** Questions and conclusions as data; `journeys/` walks them. */
export interface Graph {
  id: 'enrol' | 'pay' | 'clinic';
  title: string;
  description: string;
  /** Shown above the first question and in the page before any script. */
  lead: Text;
  questions: Question[];
  conclusions: Conclusion[];
}

/** An amount that is typed in. `id` is a key of `Visit` (costs) or of `Used` (what the year has used up). */
export interface AmountField {
  id: string;
  label: string;
  hint: Text;
  /** Must be filled; the others count as 0 when left empty. */
  required?: true;
  /** More than nothing, or there is no bill. */
  positive?: true;
  /** A part of the amount in this other field: never more. */
  within?: string;
  /** Asked only if one of these holds; absent: always. */
  when?: Condition[];
  /** Nobody is asked: the family's ledger knows it, or it counts as 0. */
  quiet?: true;
}

/** A typical bill: all answers at once, two taps from a result. */
export interface Preset {
  id: string;
  label: string;
  hint: string;
  answers: Record<string, string>;
  amounts: Record<string, string>;
}

/** The questions of the estimate: choices first, then the bill, then what the year has used up. */
export interface EstimateGraph {
  id: 'estimate';
  title: string;
  description: string;
  lead: Text;
  questions: Question[];
  costs: { title: string; hint: Text; fields: AmountField[] };
  used: { title: string; hint: Text; fields: AmountField[] };
  presets: Preset[];
  /** What to do next, by result: the first whose condition holds. */
  next: { when?: Condition[]; label: string; to: string }[];
  /** Said under every result of this city. */
  notes: Text[];
  /** Words for what the engine remarks on a result, by remark. */
  remarks: Record<string, Text>;
}
