/**
 * The ledger as a text: one record per line, so that a fault has a line. First what it is, then the children, the visits, and at the
 * end how many lines there should be, because texts are cut when they are copied. Pure; everything that comes in is foreign.
 */
import { isDate, parseMoney } from '#engine';
import { readDate } from '#journeys';
import { type Child, isRecord, type LedgerEntry, MAX_CHILDREN, parse, readChild, readEntry } from '#platform';

const NAME = 'wa-yibao';
const VERSION = 1;
const MAX_LINES = 200_000;

export interface Backup {
  children: Child[];
  entries: LedgerEntry[];
}

/** What is wrong, in words, and where: lines are counted from 1, as people and editors do. */
export interface Fault {
  line: number;
  reason: string;
}

export type BackupReading = { kind: 'backup'; backup: Backup } | { kind: 'fault'; fault: Fault };

/** @param children only those that have visits are written, and the one without a name in the ledger never has any */
export function writeBackup(children: readonly Child[], entries: readonly LedgerEntry[]): string {
  const whose = new Set(entries.map(({ child }) => child));
  const lines = [
    { [NAME]: 'ledger', version: VERSION },
    ...children.filter(({ id }) => id && whose.has(id)).map((child) => ({ child })),
    ...[...entries].sort((a, b) => (a.date < b.date ? -1 : 1)).map((visit) => ({ visit })),
  ];
  return `${[...lines, { end: lines.length }].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

interface State extends Backup {
  childIds: Set<string>;
  entryIds: Set<string>;
  cities: readonly string[];
}

/**
 * @param cities ids of the cities there are
 * @returns everything, or the first line that is wrong; never a part
 */
export function readBackup(text: string, cities: readonly string[]): BackupReading {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, place) => ({ line: place + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  const fault = (line: number, reason: string): BackupReading => ({ kind: 'fault', fault: { line, reason } });
  const [head, ...rest] = lines;
  const last = rest.pop();
  if (!head) return fault(1, '里面是空的。');
  if (lines.length > MAX_LINES) return fault(MAX_LINES, '行数太多，不像一份账本。');
  const wrongHead = readHead(parse(head.text));
  if (wrongHead) return fault(head.line, wrongHead);
  const state: State = { children: [], entries: [], childIds: new Set(), entryIds: new Set(), cities };
  for (const { line, text: record } of rest) {
    const wrong = readLine(parse(record), state);
    if (wrong) return fault(line, wrong);
  }
  const end = last && parse(last.text);
  if (!last || !isRecord(end) || end.end !== rest.length + 1) {
    return fault((last ?? head).line, '不是结尾：后面少了，或者中间少了几行，请重新完整地复制一次。');
  }
  return { kind: 'backup', backup: { children: state.children, entries: state.entries } };
}

function readHead(head: unknown): string | undefined {
  if (!isRecord(head) || head[NAME] !== 'ledger') return '不是家庭账本的开头，请从第一行开始复制。';
  return head.version === VERSION ? undefined : '是更新的版本存下来的，请先刷新这个页面再取。';
}

/** Takes one record in, or says what is wrong with it. */
function readLine(record: unknown, state: State): string | undefined {
  if (!isRecord(record)) return '读不出来：这一行不完整，或者被改过。';
  if ('child' in record) return takeChild(record.child, state);
  if ('visit' in record) return takeVisit(record.visit, state);
  return '既不是孩子，也不是一次看病。';
}

function takeChild(value: unknown, { children, childIds }: State): string | undefined {
  const child = readChild(value);
  if (!child?.id) return '孩子的内容不对。';
  if (childIds.has(child.id)) return '这个孩子前面已经有了。';
  if (children.length >= MAX_CHILDREN) return `孩子超过 ${MAX_CHILDREN} 个了。`;
  childIds.add(child.id);
  children.push(child);
  return undefined;
}

function takeVisit(value: unknown, { entries, entryIds, childIds, cities }: State): string | undefined {
  if (isRecord(value) && typeof value.date === 'string' && !isDate(value.date)) {
    return `日期不对：日历上没有“${value.date.slice(0, 20)}”。`;
  }
  const visit = readEntry(value);
  if (!visit) return '这次看病的内容不全，或者格式不对。';
  if (!cities.includes(visit.city)) return `这里没有“${visit.city}”这个城市。`;
  const amount = Object.values(visit.amounts).find((text) => parseMoney(text) === undefined);
  if (amount !== undefined) return `金额不对：“${amount}”。`;
  if (entryIds.has(visit.id)) return '这次看病前面已经有了。';
  // A child that was removed from the list still has its visits.
  childIds.add(visit.child);
  entryIds.add(visit.id);
  entries.push(visit);
  return undefined;
}

/** What taking a backup in would do. */
export interface Plan {
  /** All children afterwards. */
  children: Child[];
  newChildren: number;
  /** Visits to be written: the new ones, and those that are different here. */
  put: LedgerEntry[];
  added: number;
  changed: number;
  same: number;
}

/**
 * Joins a backup with what is here; nothing that is here is lost. A child is the same by the name the ledger has for it, or by
 * nickname and birthday: two phones of one family name it differently. Where that fits two children, it is said of neither: twins
 * without nicknames stay two. A visit that is different here becomes as in the backup.
 */
export function planOf(backup: Backup, children: readonly Child[], entries: readonly LedgerEntry[]): Plan | Fault {
  const all = [...children];
  const called = new Map<string, string>();
  const unknown = without(backup.children, children);
  const free = without(children, backup.children);
  for (const child of unknown) {
    const id = child.id ?? '';
    const [there, ...others] = free.filter((one) => sameChild(one, child));
    const isOne = others.length === 0 && unknown.filter((one) => sameChild(one, child)).length === 1;
    if (!there || !isOne) all.push(child);
    else if (there.id) called.set(id, there.id);
    else all[all.indexOf(there)] = { ...there, id };
  }
  if (all.length > MAX_CHILDREN) return { line: 2, reason: `加上手机里的，孩子超过 ${MAX_CHILDREN} 个了。` };
  const here = new Map(entries.map((entry) => [entry.id, JSON.stringify(plain(entry))]));
  const put = backup.entries
    .map((entry) => ({ ...entry, child: called.get(entry.child) ?? entry.child }))
    .filter((entry) => here.get(entry.id) !== JSON.stringify(plain(entry)));
  const changed = put.filter(({ id }) => here.has(id)).length;
  return {
    children: all,
    newChildren: all.length - children.length,
    put,
    added: put.length - changed,
    changed,
    same: backup.entries.length - put.length,
  };
}

/** Those that the others do not know by name. */
const without = (children: readonly Child[], others: readonly Child[]): Child[] =>
  children.filter(({ id }) => !id || !others.some((other) => other.id === id));

function sameChild(a: Child, b: Child): boolean {
  const [born, other] = [a, b].map(({ birth }) => readDate(birth, ANY_DAY));
  return a.name === b.name && born?.kind === 'date' && other?.kind === 'date' && born.date === other.date;
}

/** For the example in a message that is not shown. */
const ANY_DAY = '2000-01-01';

/** With its keys in order, to be compared. */
const plain = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, isRecord(inner) ? plain(inner) : inner]),
  );
