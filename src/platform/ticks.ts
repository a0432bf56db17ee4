import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { persisted, usePersistedStore } from './persisted.ts';
import { isRecord } from './storage.ts';

interface TickState {
  /** What is ticked, as `scope#item`. */
  ticked: string[];
  toggle: (id: string) => void;
}

const store = create<TickState>()(
  persist(
    (set) => ({
      ticked: [],
      toggle: (id) =>
        set(({ ticked }) => ({ ticked: ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id] })),
    }),
    persisted<TickState, Pick<TickState, 'ticked'>>({
      key: 'ticks',
      version: 1,
      pick: ({ ticked }) => ({ ticked }),
      validate: (value) =>
        isRecord(value) && Array.isArray(value.ticked) && value.ticked.every((one) => typeof one === 'string')
          ? { ticked: value.ticked.slice(-500) }
          : undefined,
    }),
  ),
);

export interface Ticks {
  has: (item: string) => boolean;
  toggle: (item: string) => void;
}

/** Things that can be ticked off on a page, and stay so. `scope`: the page. */
export function useTicks(scope: string): Ticks {
  usePersistedStore(store);
  const { ticked, toggle } = store();
  return {
    has: (item) => ticked.includes(`${scope}#${item}`),
    toggle: (item) => toggle(`${scope}#${item}`),
  };
}
