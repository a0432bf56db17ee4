/**
 * What the phone keeps for its owner. Everything works without it: where the browser refuses storage the values live
 * in memory until the page closes. What is read back is validated; what does not fit is treated as absent.
 */
export const PREFIX = 'wa-yibao:';
export const memory = new Map<string, string>();

/** What the browser refuses, or cannot do without a window, is nothing. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** What is kept for good, and what one page alone keeps over a reload. */
export type Area = 'localStorage' | 'sessionStorage';

/** Nothing also where the browser refuses. */
export const readFrom = (area: Area, key: string): string | null | undefined =>
  attempt(() => window[area].getItem(PREFIX + key));

/** Whether it is kept: not where the browser refuses or is full. */
export const keepIn = (area: Area, key: string, text: string): boolean =>
  attempt(() => {
    window[area].setItem(PREFIX + key, text);
    return true;
  }) ?? false;

/** Keys whose last write the phone refused: for them memory knows better until a write succeeds. */
const refused = new Set<string>();

export const rawStorage = {
  getItem: (key: string): string | null =>
    (refused.has(key) ? undefined : readFrom('localStorage', key)) ?? memory.get(key) ?? null,
  setItem(key: string, text: string): void {
    memory.set(key, text);
    if (keepIn('localStorage', key, text)) refused.delete(key);
    else refused.add(key);
  },
  removeItem(key: string): void {
    memory.delete(key);
    refused.delete(key);
    // Full or refused: what stands there is older than what was removed; memory answers with nothing.
    if (attempt(() => window.localStorage.removeItem(PREFIX + key) ?? true) === undefined) refused.add(key);
  },
};

/** Whether nothing is kept under it, memory aside: it was wiped, maybe in another page, or never there. */
export const isGone = (key: string): boolean => !refused.has(key) && readFrom('localStorage', key) === null;

export interface Stored<T> {
  read(): T;
  write(value: T): void;
}

interface StoredOptions<T> {
  key: string;
  /** A new number makes the app forget what older versions wrote. */
  version: number;
  /** Returns the value if it is sound, else undefined. */
  validate: (value: unknown) => T | undefined;
  fallback: T;
}

/** One value under one key. */
export function stored<T>({ key, version, validate, fallback }: StoredOptions<T>): Stored<T> {
  return {
    read() {
      const envelope = parse(rawStorage.getItem(key));
      if (!isRecord(envelope) || envelope.version !== version) return fallback;
      return validate(envelope.state) ?? fallback;
    },
    write: (state) => rawStorage.setItem(key, JSON.stringify({ state, version })),
  };
}

/** Values beside the stores of the screens that another page may write: how each is read anew, by its key. */
export const rereads = new Map<string, () => void>();

export const afterWipe = new Set<() => void>();

/** Called by each store, so that wiping also empties what is in memory. */
export function onWipe(reset: () => void): () => void {
  afterWipe.add(reset);
  return () => afterWipe.delete(reset);
}

/** Where the ledger lies (`ledger.ts`): named here, so that wiping has nothing to fetch. */
export const LEDGER = 'wa-yibao';

export const parse = (text: string | null): unknown => (text === null ? undefined : attempt(() => JSON.parse(text)));

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
