/** Names of diseases by period, and the search among them. Pure. */
import type { Disease } from '#cities';

export interface DiseaseList {
  /** The day from which the list holds. */
  from: string;
  to?: string;
  diseases: Disease[];
}

/** One list per period, the newest first. */
export function listsOf(diseases: readonly Disease[]): DiseaseList[] {
  const lists = new Map<string, DiseaseList>();
  for (const disease of diseases) {
    const { from, to } = disease;
    const list = lists.get(from) ?? { from, ...(to ? { to } : {}), diseases: [] };
    list.diseases.push(disease);
    lists.set(from, list);
  }
  return [...lists.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

const MARKS = /[\s、，。,.;；:：()（）/·-]/g;
const FULL_WIDTH = /[！-～]/g;

/** What is typed, as it is compared: narrow letters in lower case, no spaces and marks. */
export const plain = (typed: string): string =>
  typed
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(MARKS, '');

/** Whether the characters stand in the name in this order, with others between them: `地贫` in `地中海贫血`. */
const isShortFor = (wanted: string, name: string): boolean =>
  [...name].reduce((left, sign) => (left.startsWith(sign) ? left.slice(sign.length) : left), wanted) === '';

/**
 * Those whose name or everyday name holds the words, or whose initials hold the letters; all of them for an empty field. Where there are none: those
 * the words are short for, or whose name is part of the words.
 */
export function search(diseases: readonly Disease[], typed: string): Disease[] {
  const wanted = plain(typed);
  if (wanted === '') return [...diseases];
  const found = diseases.filter(
    ({ name, pinyin, also = [] }) =>
      plain(name).includes(wanted) ||
      pinyin.includes(wanted) ||
      also.some((word) => word.includes(wanted) || wanted.includes(word)),
  );
  if (found.length > 0 || wanted.length < 2) return found;
  return diseases.filter(({ name }) => isShortFor(wanted, plain(name)) || wanted.includes(plain(name)));
}

export const CLASS_NAMES: Record<Disease['class'], string> = {
  one: '一类',
  two: '二类',
  major: '重大疾病',
  chronic: '慢性病',
};

export interface ClassGroup {
  name: string;
  diseases: Disease[];
}

/** By class, in the order of the list; classes without a hit are left out. */
export function byClass(diseases: readonly Disease[]): ClassGroup[] {
  const ids = [...new Set(diseases.map((disease) => disease.class))];
  return ids.map((id) => ({ name: CLASS_NAMES[id], diseases: diseases.filter((disease) => disease.class === id) }));
}
