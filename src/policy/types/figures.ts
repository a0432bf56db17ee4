/** Figures and where they come from: parameters with their dated values, readings, source documents. */

/** Local calendar date `YYYY-MM-DD`, no time zone. */
export type IsoDate = string;

/** A official text · B portal, press or several that agree · C one weak source · D arithmetic from A–C. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** What a value counts. `choice` is a way to read a rule, kept as a word instead of a number. */
export type Unit = '元' | '元/年' | '元/月' | '%' | '个百分点' | '周岁' | '天' | '个月' | '次' | '种' | 'choice';

/** The clock by which a value changes. */
export type Clock = 'schoolYear' | 'calendarYear' | 'none';

/** Where a value comes from, and the words that carry it. */
export interface Evidence {
  /** id of a file in `policy/sources/`. */
  source: string;
  /** id of a part of that document. */
  part: string;
  /** Verbatim, at most 40 characters, contains the value (or `spelled`). Absent only for grade D. */
  quote?: string;
  /** The words of the quote that stand for the value where it is not printed as a number. */
  spelled?: string;
  /** For a derived value: the sum as shown to people, e.g. `177057 × 1.5% = 2655.855`. */
  derivation?: string;
  grade: Grade;
  /** One plain sentence on what is uncertain about it. */
  note?: string;
}

/** A value and the days it covers, both ends included. No `to`: an undated standing rule. */
export interface DatedValue extends Evidence {
  from: IsoDate;
  to?: IsoDate;
  /** Decimal string without unit (`"75"` for 75 %), or a word for unit `choice`. */
  value: string;
}

/** Another way to read the source: the value that would stand instead. */
export interface Alternative extends DatedValue {
  /** id in `readings`. */
  reading: string;
}

export interface Parameter {
  /** Dotted English name, e.g. `outpatient.rate.primary`. */
  id: string;
  /** Plain Chinese name, without the figure. */
  label: string;
  unit: Unit;
  clock: Clock;
  /** Day on which somebody should look whether the value still holds. */
  recheck: IsoDate;
  values: DatedValue[];
  alternatives?: Alternative[];
  /** Days between two values for which none was found: said here, so that a slip in a date is not taken for one. */
  gaps?: { from: IsoDate; to: IsoDate; why: string }[];
  /** Shown or used as a check only; the engine does not compute with it. */
  displayOnly?: true;
  /** It is `base × rate`, rounded to the fen, by the ids of both: computed only from a base that a person knows better. */
  follows?: { base: string; rate: string };
  /** For `choice`: what each word means, in Chinese. */
  choices?: Record<string, string>;
}

/** A disputed point: the default, the alternative and why the default was taken. */
export interface Reading {
  id: string;
  /** Short name of the question, Chinese. */
  title: string;
  /** What the app computes with. */
  taken: string;
  /** What it would be under the other reading. */
  other: string;
  why: string;
}

export interface PolicyFile {
  city: string;
  parameters: Parameter[];
  readings: Reading[];
}

/** A source document. */
export interface SourceDocument {
  id: string;
  title: string;
  issuer: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; absent when the page carries no date. */
  date?: string;
  address?: string;
  /** The address is that of an authority, the press or a known portal, and may be opened from a page. */
  link?: true;
  grade: Grade;
  /** One sentence: what kind of text it is. */
  kind: string;
  parts: { id: string; heading: string }[];
}
