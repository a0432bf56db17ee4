import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand';
import type { PersistOptions } from 'zustand/middleware';
import { useMounted } from './hooks.ts';
import { attempt, isRecord, keepIn, onWipe, parse, rawStorage, readFrom } from './storage.ts';

interface Draft {
  /**
   * Something that is being filled in: each page that is open keeps its own over a reload, a new one starts from what was
   * written last. What is no draft is the same in all of them.
   */
  draft?: true | undefined;
}

interface PersistedOptions<State, Kept> extends Draft {
  key: string;
  version: number;
  /** The part of the state that is kept. */
  pick: (state: State) => Kept;
  /** Returns what was kept if it is sound, else undefined; then the store starts as new. */
  validate: (value: unknown) => Partial<State> | undefined;
}

/** Milliseconds: after the picture of a key, before anyone could reload. */
const SOON = 100;

/** While a store is made empty again: nothing is written, or wiping would leave an empty envelope. */
let resetting = false;

/** Drafts that are still to be written, by key. */
const unwritten = new Map<string, () => void>();

function writeDrafts(): void {
  for (const write of unwritten.values()) write();
  unwritten.clear();
}

/** Writes a draft, with what comes in the same moment: no key waits for the disk, and no page goes before it is written. */
function writeSoon(key: string, write: () => void): void {
  if (unwritten.size === 0) {
    setTimeout(writeDrafts, SOON);
    for (const leaving of ['pagehide', 'visibilitychange'])
      attempt(() => window.addEventListener(leaving, writeDrafts));
  }
  unwritten.set(key, write);
}

/**
 * Options for zustand's `persist`. The store does not read by itself (the prerendered page knows no storage): the
 * screen calls `usePersistedStore` and gets what was kept right after it is mounted.
 */
export function persisted<State, Kept>(options: PersistedOptions<State, Kept>): PersistOptions<State, Kept> & Draft {
  const { key, version, pick, validate, draft } = options;
  return {
    name: key,
    version,
    skipHydration: true,
    draft,
    partialize: pick,
    storage: {
      getItem(name) {
        writeDrafts();
        const kept = rawStorage.getItem(name);
        // Where nothing is kept all was forgotten, maybe in another page.
        const own = draft && kept !== null ? readFrom('sessionStorage', name) : null;
        const envelope = parse(own ?? kept);
        const sound = isRecord(envelope) && envelope.version === version;
        return sound ? (envelope as unknown as { state: Kept; version: number }) : null;
      },
      setItem(name, value) {
        if (resetting) {
          unwritten.delete(name);
          return;
        }
        const write = () => {
          const text = JSON.stringify(value);
          if (draft) keepIn('sessionStorage', name, text);
          rawStorage.setItem(name, text);
        };
        if (draft) writeSoon(name, write);
        else write();
      },
      removeItem: rawStorage.removeItem,
    },
    // Nothing kept: the very same state, so that nobody is drawn again.
    merge: (kept, current) => {
      const sound = validate(kept);
      return sound ? { ...current, ...sound } : current;
    },
  };
}

interface Persist {
  rehydrate: () => Promise<void> | void;
  hasHydrated: () => boolean;
  getOptions: () => { name?: string } & Draft;
}

interface PersistedStore<State> extends Pick<StoreApi<State>, 'getInitialState' | 'setState'> {
  persist: Persist;
}

/** Stores that a screen has asked for, and how each is made empty again. */
export const inUse = new Map<Persist, () => void>();

/**
 * Reads what was kept, once, after the first render. Returns whether it has been read: at once in a page that one walks to
 * from one that has read it.
 */
export function usePersistedStore<State>(store: PersistedStore<State>): boolean {
  const [ready, setReady] = useState(false);
  const mounted = useMounted();
  useEffect(() => {
    const { persist, setState, getInitialState } = store;
    if (!inUse.has(persist)) {
      const reset = () => {
        resetting = true;
        setState(getInitialState(), true);
        resetting = false;
      };
      inUse.set(persist, reset);
      onWipe(reset);
    }
    if (!persist.hasHydrated()) void persist.rehydrate();
    setReady(true);
  }, [store]);
  return ready || (mounted && inUse.has(store.persist));
}
