import { useEffect, useState } from 'react';
import type { StoreApi } from 'zustand';
import type { PersistOptions } from 'zustand/middleware';
import { isRecord, onWipe, parse, rawStorage } from './storage.ts';

interface PersistedOptions<State, Kept> {
  key: string;
  version: number;
  /** The part of the state that is kept. */
  pick: (state: State) => Kept;
  /** Returns what was kept if it is sound, else undefined; then the store starts as new. */
  validate: (value: unknown) => Partial<State> | undefined;
}

/**
 * Options for zustand's `persist`. The store does not read by itself (the prerendered page knows no storage): the
 * screen calls `usePersistedStore` and gets what was kept right after it is mounted.
 */
export function persisted<State, Kept>(options: PersistedOptions<State, Kept>): PersistOptions<State, Kept> {
  const { key, version, pick, validate } = options;
  return {
    name: key,
    version,
    skipHydration: true,
    partialize: pick,
    storage: {
      getItem(name) {
        const envelope = parse(rawStorage.getItem(name));
        if (!isRecord(envelope) || envelope.version !== version) return null;
        return envelope as unknown as { state: Kept; version: number };
      },
      setItem: (name, value) => rawStorage.setItem(name, JSON.stringify(value)),
      removeItem: (name) => rawStorage.removeItem(name),
    },
    migrate: (state) => state as Kept,
    merge: (kept, current) => ({ ...current, ...validate(kept) }),
  };
}

interface PersistedStore<State> extends Pick<StoreApi<State>, 'getInitialState' | 'setState'> {
  persist: { rehydrate: () => Promise<void> | void; hasHydrated: () => boolean };
}

const watched = new WeakSet<object>();

/** Reads what was kept, once, after the first render. Returns whether it has been read. */
export function usePersistedStore<State>(store: PersistedStore<State>): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!watched.has(store)) {
      watched.add(store);
      onWipe(() => store.setState(store.getInitialState(), true));
    }
    if (!store.persist.hasHydrated()) void store.persist.rehydrate();
    setReady(true);
  }, [store]);
  return ready;
}
