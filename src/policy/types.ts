/**
 * The shapes of policy data: facts, no logic. Everything under `policy/` is JSON of these types;
 * `schema.ts` checks it in the tests. This is the only part of `policy/` that the engine may import.
 *
 * Three clocks run in every city (fee, benefit, limit); each parameter names its own.
 */

/** Local calendar date `YYYY-MM-DD`, no time zone. */
export type IsoDate = string;

/** A official text · B portal, press or several that agree · C one weak source · D arithmetic from A–C. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** What a value counts. `choice` is a way to read a rule, kept as a word instead of a number. */
export type Unit = '元' | '元/年' | '元/月' | '%' | '个百分点' | '岁' | '天' | '个月' | '次' | '种' | 'choice';

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

// ── words on screen ─────────────────────────────────────────────────────────────────────────────

/**
 * Text with figures. `[[outpatient.limit@2024-10-01]]` stands for the value of that parameter on that day, drawn
 * as a figure that opens its source; so a figure stands once, in the parameters.
 */
export type Text = string;

/** An account, programme, site or counter where something is done; its name is exact. */
export interface Account {
  kind: '公众号' | '小程序' | '生活号' | 'APP' | '网站' | '窗口' | '终端机' | '服务';
  name: string;
  url?: string;
}

export interface Anchor {
  source: string;
  part: string;
}

export type Block =
  /** Names of menus in the order they are tapped, exact. `search` is what to look for when a name has moved. */
  | { type: 'path'; title?: string; account: Account; menu: string[]; then?: Text[]; search?: string; at?: Anchor }
  /** Things to do in order. */
  | { type: 'steps'; title?: string; items: Text[]; at?: Anchor }
  /** Papers to bring; each can be ticked off. */
  | {
      type: 'materials';
      title?: string;
      /** `optional`: needed in the case its note names, and not counted. */
      items: { name: string; note?: Text; optional?: true }[];
      at?: Anchor;
    }
  /** Short statements without order. */
  | { type: 'facts'; title?: string; items: Text[]; at?: Anchor }
  | { type: 'note'; tone: 'info' | 'warn'; text: Text; at?: Anchor }
  /** Parameters as a table: rows × columns of parameter ids, on a day per table. */
  | {
      type: 'table';
      title: string;
      on: IsoDate;
      columns: string[];
      rows: { label: Text; cells: string[] }[];
      note?: Text;
    }
  /** Telephone numbers. */
  | { type: 'phone'; number: string; name: string; note?: Text }
  /** A search on a map for places nearby: `keyword` is what is searched for. */
  | { type: 'map'; keyword: string; label?: string }
  /** Links inside the app (`/shenzhen/…`) or to a public page. */
  | { type: 'links'; title?: string; items: { label: string; to: string; note?: string }[] };

/** One thing a parent does or wants to know: a page of its own at `/<city>/<group>/<id>/`. */
export interface Guide {
  id: string;
  group: 'enrol' | 'pay' | 'clinic' | 'help';
  /** Heading, at most 20 characters. */
  title: string;
  /** As a parent would say it, for lists. */
  ask?: string;
  /** One line under the title in lists, at most 24 characters. */
  hint: string;
  /** The answer first, one or two sentences. */
  lead: Text;
  /** For search engines and link previews, 40–90 characters, no `[[…]]`. */
  description: string;
  /** The day on which the text was compared with its source. */
  checkedOn: IsoDate;
  at: Anchor;
  /** What to have at hand before one starts. */
  prepare?: Text[];
  blocks: Block[];
  /** What one sees when it went well. */
  done?: Text[];
  /** What to do if it did not. */
  trouble?: Text[];
  /** Other pages, `/<city>/…`. */
  related: { label: string; to: string }[];
}

// ── journeys ────────────────────────────────────────────────────────────────────────────────────

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
  /** A part of the amount in this other field: never more. */
  within?: string;
  /** Asked only if one of these holds; absent: always. */
  when?: Condition[];
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

// ── the result, looked at from other sides ──

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

// ── the hospital's slip ─────────────────────────────────────────────────────────────────────────

/** What is changed to see whether a cause explains a slip. */
export type SlipChange =
  /** Another answer to a question of the estimate. */
  | { kind: 'answer'; question: string; values: string[] }
  /** An amount the year had used up (a field of the estimate's `used`), solved for. */
  | { kind: 'used'; field: string }
  /** The part of the eligible costs that is class B, or the consultation fee, solved for. */
  | { kind: 'classB' }
  | { kind: 'consultationFee' }
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

// ── calendar ────────────────────────────────────────────────────────────────────────────────────

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

// ── ledger ──────────────────────────────────────────────────────────────────────────────────────

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
