/**
 * What was said about the children: asked once, known to every page, kept on this phone only. `wipe` empties it. Names nothing of
 * a city but its id; what it means to the questions of a city is worked out in `journeys`.
 */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { useToday } from './clock.ts';
import { persisted, usePersistedStore } from './persisted.ts';
import { isRecord } from './storage.ts';

/** An answer that means something in one city only. */
export interface InCity<T> {
  city: string;
  is: T;
}

export interface Child {
  /** What the ledger knows the child by: made when it is first needed (`childId`), and never another afterwards. */
  id?: string;
  /** Nickname; may be empty. */
  name: string;
  /** As typed, so that a wrong date can be put right. */
  birth: { year: string; month: string; day: string };
  /** The city the child is insured in. */
  city?: string;
  /** Whether the hukou is in that city. */
  hukou?: InCity<boolean>;
  /** Whether the child goes to school or kindergarten in that city. */
  school?: InCity<boolean>;
  tier?: InCity<1 | 2>;
  enrolment?: InCity<'independent' | 'withGuardian'>;
}

interface Kept {
  children: Child[];
  /** The one everything starts from. */
  at: number;
}

interface ChildrenState extends Kept {
  /** Changes that one; the first word about a child makes it. `undefined` takes an answer back. */
  say: (patch: { [key in keyof Child]?: Child[key] | undefined }) => void;
}

export const NO_CHILD: Child = { name: '', birth: { year: '', month: '', day: '' } };

/** What a child is called on screen. */
export const callOf = (child: Pick<Child, 'name'>, place: number): string => child.name.trim() || `孩子 ${place + 1}`;

export const MAX_CHILDREN = 6;
const MAX_TEXT = 20;

/** What an answer may be; its meaning is fixed by the screens that ask. */
const ANSWERS = {
  hukou: [true, false],
  school: [true, false],
  tier: [1, 2],
  enrolment: ['independent', 'withGuardian'],
};

export const CHILD_ID = /^[a-z0-9]{6,20}$/;

const short = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;

/** A child as it was kept or comes from elsewhere, if it is sound. */
export function readChild(value: unknown): Child | undefined {
  if (!isRecord(value) || !isRecord(value.birth) || !short(value.name)) return undefined;
  const { year, month, day } = value.birth;
  if (!short(year) || !short(month) || !short(day)) return undefined;
  const answers = Object.entries(ANSWERS).map(([key, among]) => {
    const one = value[key];
    const sound = isRecord(one) && short(one.city) && among.some((is) => is === one.is);
    return [key, sound ? { city: one.city, is: one.is } : undefined];
  });
  const city = short(value.city) ? value.city : undefined;
  const id = short(value.id) && CHILD_ID.test(value.id) ? value.id : undefined;
  return patched({ name: value.name, birth: { year, month, day } }, { id, city, ...Object.fromEntries(answers) });
}

/** What was kept, if it is sound: foreign state comes in by this door only. */
export function readChildren(value: unknown): Kept | undefined {
  if (!isRecord(value) || !Array.isArray(value.children)) return undefined;
  const children = value.children.slice(0, MAX_CHILDREN).flatMap((one) => readChild(one) ?? []);
  const at = typeof value.at === 'number' && children[value.at] ? value.at : 0;
  return { children, at };
}

function patched(child: Child, patch: Parameters<ChildrenState['say']>[0]): Child {
  const entries = Object.entries({ ...child, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Child;
}

export const useChildren = create<ChildrenState>()(
  persist(
    (set) => ({
      children: [],
      at: 0,
      say: (patch) =>
        set(({ children, at }) =>
          children.length === 0
            ? { children: [patched(NO_CHILD, patch)], at: 0 }
            : { children: children.map((child, place) => (place === at ? patched(child, patch) : child)) },
        ),
    }),
    persisted<ChildrenState, Kept>({
      key: 'children',
      version: 1,
      pick: ({ children, at }) => ({ children, at }),
      validate: readChildren,
    }),
  ),
);

/** The child everything starts from, once what was kept has been read; nothing was said yet: `NO_CHILD`. */
export function useChild(): { ready: boolean; child: Child } {
  const ready = usePersistedStore(useChildren);
  const child = useChildren(({ children, at }) => children[at]) ?? NO_CHILD;
  return { ready, child };
}

/**
 * What a graph of a city can take from the child, worked out by `ask`; `nothing` where nothing was said or it cannot be had,
 * `undefined` until that is clear. `ask` and `nothing` stay the same. Without `nothing` it is always asked.
 * @throws while drawing, where it cannot be had and `nothing` does not stand in for it
 */
export function useFromChild<G, T>(
  ask: (city: string, graph: G, child: Child, today: string) => Promise<T>,
  nothing: T | undefined,
  city: string,
  graph: G,
): T | undefined {
  const { ready, child } = useChild();
  const today = useToday();
  const [known, setKnown] = useState<T>();
  const [fault, setFault] = useState<{ cause: unknown }>();
  const none = ready && today && child === NO_CHILD ? nothing : undefined;
  useEffect(() => {
    if (!ready || !today) return;
    if (none) {
      setKnown(undefined);
      return;
    }
    let wanted = true;
    ask(city, graph, child, today).then(
      (found) => wanted && setKnown(() => found),
      (cause) => {
        if (!wanted) return;
        if (nothing === undefined) setFault({ cause });
        else setKnown(() => nothing);
      },
    );
    return () => {
      wanted = false;
    };
  }, [ready, today, child, ask, none, nothing, city, graph]);
  if (fault) throw fault.cause;
  return none ?? known;
}
