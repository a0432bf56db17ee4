/**
 * The family's ledger: the visits that were entered, kept on this phone only, in IndexedDB; in memory, and said to be so, where the
 * browser refuses. One piece of text per month (`LedgerEntry.id`), because thousands of single records take seconds to read.
 * Every change is one transaction that reads the pieces it touches: a killed process leaves all of it or nothing, and two open
 * pages do not undo each other. Comes when asked for (`loadLedger`).
 */
import { createStore, type UseStore } from 'idb-keyval';
import { create } from 'zustand';
import { type LedgerEntry, readEntry } from './ledger-entry.ts';
import { randomId } from './random.ts';
import { isRecord, LEDGER, onWipe, parse } from './storage.ts';

export { childId } from './child-id.ts';
export { MAX_NOTE } from './ledger-entry.ts';

interface LedgerState {
  /** Whether what is kept has been read. */
  ready: boolean;
  /** Not kept: the browser refuses, or its place is used up; what was entered is there until the page is closed. */
  refused: boolean;
  /** In no order. */
  entries: readonly LedgerEntry[];
}

const EMPTY: LedgerState = { ready: false, refused: false, entries: [] };

export const useLedger = create<LedgerState>()(() => EMPTY);

/** A browser that does not answer at all is one that refuses. */
const PATIENCE = 3000;

let store: UseStore | undefined;

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  store ??= createStore(LEDGER, 'visits');
  return inTime(store(mode, (pile) => work(openToWipe(pile))));
}

/** Whoever wipes, here or in another page, is not kept waiting by this one; and what this one has read is gone as well. */
function openToWipe(pile: IDBObjectStore): IDBObjectStore {
  const { db } = pile.transaction;
  db.onversionchange = ({ newVersion }) => {
    db.close();
    store = undefined;
    if (newVersion === null) forget();
  };
  return pile;
}

/** Resolves with the pieces once the transaction is through, which is when they are on the phone. */
function through<T>({ transaction }: IDBObjectStore, result: T): Promise<T> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = (event) => event.preventDefault();
  });
}

/** The visits of a piece; `undefined` where it is something else, of a newer version maybe. */
const listOf = (piece: unknown): unknown[] | undefined => {
  const list = typeof piece === 'string' ? parse(piece) : undefined;
  return Array.isArray(list) ? list : undefined;
};

const soundOf = (list: readonly unknown[]): LedgerEntry[] => list.flatMap((one) => readEntry(one) ?? []);

async function readAll(): Promise<LedgerEntry[]> {
  const pieces = await run('readonly', (pile) => {
    const all: unknown[] = [];
    const request = pile.getAll();
    request.onsuccess = () => all.push(...request.result);
    return through(pile, all);
  });
  return pieces.flatMap((piece) => soundOf(listOf(piece) ?? []));
}

let reading: Promise<void> | undefined;

/** Reads what is kept, once. */
export function openLedger(): Promise<void> {
  reading ??= rereadLedger();
  return reading;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: each starts from what the one before has left in memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Reads it again: another page may have written. What could not be kept or removed stays as it is in memory. */
export const rereadLedger = (): Promise<void> => inTurn(reread);

/** What was to be removed and is still on the phone. */
let unremoved: readonly string[] = [];

async function reread(): Promise<void> {
  const { refused, entries } = useLedger.getState();
  if (refused && entries.length + unremoved.length > 0) return;
  try {
    useLedger.setState({ ready: true, refused: false, entries: await readAll() });
  } catch {
    useLedger.setState({ ready: true, refused: true });
  }
}

const pieceOf = (id: string): string => id.slice(0, 7);

interface Change {
  put?: readonly LedgerEntry[];
  /** Ids. */
  remove?: readonly string[];
}

/** Writes the pieces that a change touches. What is not understood in them stays as it is; a piece that is no list is not written, nor anything with it. */
async function write(put: readonly LedgerEntry[], gone: ReadonlySet<string>): Promise<Map<string, unknown[]>> {
  const pieces = new Map<string, LedgerEntry[]>();
  for (const id of gone) pieces.set(pieceOf(id), []);
  for (const entry of put) pieces.set(pieceOf(entry.id), []);
  for (const entry of put) pieces.get(pieceOf(entry.id))?.push(entry);
  return run('readwrite', (pile) => {
    const written = new Map<string, unknown[]>();
    for (const [key, added] of pieces) {
      const request = pile.get(key);
      request.onsuccess = () => {
        const kept = request.result === undefined ? [] : listOf(request.result);
        if (!kept) return pile.transaction.abort();
        const others = kept.filter((one) => !(isRecord(one) && gone.has(String(one.id))));
        const list = [...others, ...added];
        written.set(key, list);
        if (list.length > 0) pile.put(JSON.stringify(list), key);
        else pile.delete(key);
      };
    }
    return through(pile, written);
  });
}

/**
 * Enters, changes and removes visits, all or nothing.
 * @returns whether the phone keeps it; if not, memory does and `refused` says so
 */
export async function changeLedger(wanted: Change): Promise<boolean> {
  await openLedger();
  return inTurn(() => change(wanted));
}

async function change({ put = [], remove = [] }: Change): Promise<boolean> {
  const { refused, entries } = useLedger.getState();
  const gone = new Set([...unremoved, ...remove, ...put.map(({ id }) => id)]);
  const rest = entries.filter(({ id }) => !gone.has(id));
  try {
    // What could not be kept before is tried again.
    const written = await write(refused ? [...rest, ...put] : put, new Set([...gone, ...(refused ? idsOf(rest) : [])]));
    const untouched = rest.filter(({ id }) => !written.has(pieceOf(id)));
    const fresh = [...written.values()].flatMap(soundOf);
    unremoved = [];
    // After a refusal memory may never have known what is kept.
    useLedger.setState({ entries: refused ? await readAll() : [...untouched, ...fresh], refused: false });
    return true;
  } catch {
    // What is entered again is wanted again.
    unremoved = [...unremoved, ...remove].filter((id) => !put.some((entry) => entry.id === id));
    useLedger.setState({ entries: [...rest, ...put], refused: true });
    return false;
  }
}

const idsOf = (entries: readonly LedgerEntry[]): string[] => entries.map(({ id }) => id);

/** A name for a new visit on this day; later ones sort after earlier ones. */
export const newEntryId = (date: string): string =>
  `${date.slice(0, 7)}.${Date.now().toString(36).padStart(9, '0')}${randomId()}`;

function forget(): void {
  unremoved = [];
  useLedger.setState({ ...EMPTY, ready: true });
}
onWipe(forget);
