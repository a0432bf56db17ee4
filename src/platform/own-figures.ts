/**
 * Figures that a person put in for themselves where they know a newer one than the data: kept on this phone only, per city,
 * parameter and the stretch of days they stand for. No address, shared text or picture carries them; `wipe` empties them.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { isRecord, onWipe, rereads, stored } from './storage.ts';

export interface KeptFigure {
  /** Of the parameter. */
  id: string;
  /** Yuan, a decimal string. */
  value: string;
  from: string;
  to: string;
}

type Kept = Readonly<Record<string, readonly KeptFigure[]>>;

const MAX = 60;
const SHAPES = { id: /^[\w.]+$/, value: /^\d{1,9}(\.\d{1,2})?$/, from: /^\d{4}-\d\d-\d\d$/, to: /^\d{4}-\d\d-\d\d$/ };

const readFigure = (value: unknown): KeptFigure[] => {
  if (!isRecord(value)) return [];
  const parts = Object.entries(SHAPES).map(([key, shape]) => [key, value[key], shape] as const);
  const sound = parts.every(([, part, shape]) => typeof part === 'string' && part.length <= MAX && shape.test(part));
  return sound ? [Object.fromEntries(parts) as unknown as KeptFigure] : [];
};

/** What was kept, if it is sound: foreign state comes in by this door only. */
export function readOwnFigures(value: unknown): Kept | undefined {
  if (!isRecord(value)) return undefined;
  const cities = Object.entries(value).flatMap(([city, figures]) =>
    /^[a-z-]{1,30}$/.test(city) && Array.isArray(figures)
      ? [[city, figures.slice(0, MAX).flatMap(readFigure)] as const]
      : [],
  );
  return Object.fromEntries(cities.slice(0, MAX));
}

const NOTHING: Kept = {};
const NONE: readonly KeptFigure[] = [];
const KEY = 'own-figures';
const phone = stored<Kept>({ key: KEY, version: 1, validate: readOwnFigures, fallback: NOTHING });
const listeners = new Set<() => void>();
let known: Kept | undefined;

const now = (): Kept => {
  known ??= phone.read();
  return known;
};

function change(next: Kept): void {
  known = next;
  for (const listener of listeners) listener();
}

onWipe(() => change(NOTHING));
// Put in or taken back in another open page.
rereads.set(KEY, () => change(phone.read()));

const others = (city: string, { id, from }: Pick<KeptFigure, 'id' | 'from'>) =>
  (now()[city] ?? NONE).filter((one) => one.id !== id || one.from !== from);

function keep(city: string, figures: readonly KeptFigure[]): void {
  change({ ...now(), [city]: figures });
  phone.write(now());
}

/** Puts one in, in place of an earlier one for the same parameter and days. */
export const putOwnFigure = (city: string, figure: KeptFigure): void => keep(city, [...others(city, figure), figure]);

/** Back to the data. */
export const dropOwnFigure = (city: string, figure: Pick<KeptFigure, 'id' | 'from'>): void =>
  keep(city, others(city, figure));

export const ownFiguresOf = (city: string): readonly KeptFigure[] => now()[city] ?? NONE;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The one place where a person's own figures come in: the city with them in its policy, the very same city where there are none.
 * Whatever shows a result computes with this. `apply` puts them in; it stays the same function.
 */
export function useOwnCity<M extends { id: string }>(city: M, apply: (city: M, own: readonly KeptFigure[]) => M): M {
  const own = useSyncExternalStore(
    subscribe,
    () => ownFiguresOf(city.id),
    () => NONE,
  );
  return useMemo(() => (own.length === 0 ? city : apply(city, own)), [city, own, apply]);
}
