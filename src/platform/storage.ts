/**
 * What the phone keeps for its owner. Everything works without it: where the browser refuses storage the values live
 * in memory until the page closes. What is read back is validated; what does not fit is treated as absent.
 */
export const PREFIX = 'wa-yibao:';
const memory = new Map<string, string>();

function area(): Storage | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage;
  } catch {
    return undefined;
  }
}

/** Keys whose last write the phone refused: for them memory knows better until a write succeeds. */
const refused = new Set<string>();

export const rawStorage = {
  getItem(key: string): string | null {
    if (refused.has(key)) return memory.get(key) ?? null;
    try {
      const found = area()?.getItem(PREFIX + key);
      if (typeof found === 'string') return found;
    } catch {
      // Refused: memory answers.
    }
    return memory.get(key) ?? null;
  },
  setItem(key: string, text: string): void {
    memory.set(key, text);
    try {
      area()?.setItem(PREFIX + key, text);
      refused.delete(key);
    } catch {
      refused.add(key);
    }
  },
  removeItem(key: string): void {
    memory.delete(key);
    refused.delete(key);
    try {
      area()?.removeItem(PREFIX + key);
    } catch {
      // Full or refused: what stands there is older than what was removed; memory answers with nothing.
      refused.add(key);
    }
  },
};

export interface Stored<T> {
  read(): T;
  write(value: T): void;
  clear(): void;
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
    clear: () => rawStorage.removeItem(key),
  };
}

const afterWipe = new Set<() => void>();

/** Called by each store, so that wiping also empties what is in memory. */
export function onWipe(reset: () => void): () => void {
  afterWipe.add(reset);
  return () => afterWipe.delete(reset);
}

/** Where the ledger lies (`ledger.ts`): named here, so that wiping has nothing to fetch. */
export const LEDGER = 'wa-yibao';

/** Forgets everything this app keeps on this phone. */
export function wipe(): void {
  memory.clear();
  try {
    indexedDB.deleteDatabase(LEDGER);
  } catch {
    // Refused: there is nothing to forget.
  }
  try {
    const storage = area();
    for (const key of Object.keys(storage ?? {})) if (key.startsWith(PREFIX)) storage?.removeItem(key);
  } catch {
    // Refused: there is nothing to forget.
  }
  for (const reset of afterWipe) reset();
}

export function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
