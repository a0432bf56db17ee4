/** A visit as the ledger keeps it. What it comes to is not kept: it is computed anew, with everything before it. */
import { CHILD_ID } from './child.ts';
import { isRecord } from './storage.ts';

export interface LedgerEntry {
  /**
   * `2026-03.` and a name of its own. The month is that in which the first day entered lies, and says in which piece of the store
   * the visit is kept, also after its day was changed; the rest sorts by the time of entering.
   */
  id: string;
  /** `id` of the child. */
  child: string;
  city: string;
  /** Day of the visit; of a stay, the day of leaving. `YYYY-MM-DD`. */
  date: string;
  /** Answers to the questions of the city's estimate. */
  answers: Readonly<Record<string, string>>;
  /** The bill, by field of the city's estimate, as decimal strings of yuan. */
  amounts: Readonly<Record<string, string>>;
  /** A few words of one's own; may be empty. */
  note: string;
}

const ID = /^\d{4}-\d{2}\.[a-z0-9]{6,24}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SLUG = /^[a-z][a-z0-9-]{0,29}$/;
const KEY = /^[a-z][A-Za-z0-9-]{0,29}$/;
const MAX_KEYS = 40;
export const MAX_NOTE = 40;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;

/** Names that were found plain before: thousands of visits have the same few. */
const plainNames = new Set<string>();

function isPlainName(name: string): boolean {
  if (plainNames.has(name)) return true;
  const plain = KEY.test(name);
  // Foreign texts may have any number of them.
  if (plain && plainNames.size < 1000) plainNames.add(name);
  return plain;
}

/** Whether it is a flat record of short texts under plain names. */
function isTexts(value: unknown): value is Record<string, string> {
  if (!isRecord(value)) return false;
  const names = Object.keys(value);
  return names.length <= MAX_KEYS && names.every((name) => isPlainName(name) && isText(value[name], 40));
}

/**
 * A visit as it was kept or comes from elsewhere, if it has the shape of one; whether it can be computed is not asked here.
 * @param value out of JSON; what is sound in it is taken over, not copied: ten thousand visits are read while somebody waits
 */
export function readEntry(value: unknown): LedgerEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { id, child, city, date, answers, amounts, note } = value;
  if (!isText(id, 40) || !isText(child, 20) || !isText(city, 30) || !isText(date, 10) || !isText(note, MAX_NOTE))
    return;
  if (!ID.test(id) || !CHILD_ID.test(child) || !SLUG.test(city) || !DATE.test(date)) return;
  return isTexts(answers) && isTexts(amounts) ? { id, child, city, date, answers, amounts, note } : undefined;
}
