import { type ComponentType, createElement, startTransition, useEffect, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { useServices } from './services.tsx';

/** What came of it is on it, so that whoever draws need not wait to learn it. */
interface Asked<T> extends Promise<T> {
  outcome?: { value: T } | { fault: unknown };
}

const kept = new WeakMap<object, Map<string, Asked<unknown>>>();
const names = new WeakMap<object, string>();

/**
 * Marks a loader whose result the prerendered page carries with it, so that its first load needs neither the loader nor
 * another request. The name is unique in the app; the result is plain JSON. The loader should `import('#cities')`.
 */
export function carried<A extends string[], T>(name: string, load: (...args: A) => Promise<T>) {
  names.set(load, name);
  return load;
}

/**
 * Data a page cannot be drawn without, e.g. `useLoaded(loadGuide, city, group, id)`: waits (the prerender too), keeps
 * what came, and soon forgets a failure, so that the next try asks again.
 */
export function useLoaded<A extends string[], T>(load: (...args: A) => Promise<T>, ...args: A): T {
  const { pageData } = useServices();
  const name = names.get(load);
  const key = args.join('/');
  const given = name && pageData.read(`${name}:${key}`);
  if (given) return given as T;
  const asked: Asked<T> = preload(load, ...args);
  // Suspense waits for the promise that is thrown, then draws again.
  if (!asked.outcome) throw asked;
  if ('fault' in asked.outcome) throw asked.outcome.fault;
  const { value } = asked.outcome;
  if (name) pageData.record(`${name}:${key}`, value);
  return value;
}

/** A component that comes when it is drawn, or ahead of that with `warm`: then it is there at once, which one made by `lazy` never is. */
export function part<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> & { warm: () => void } {
  const Part = (props: P) => createElement(useLoaded(load), props);
  return Object.assign(Part, { warm: () => void preload(load) });
}

/**
 * False in the first picture of a screen, true in the next: what stands below need not keep the first one waiting. Who comes back
 * gets all at once, or the browser would not find the place again.
 */
export function useSecondPicture(): boolean {
  const type = useNavigationType();
  // A fresh page is said to be come back to as well; its place in the history has no name yet.
  const { key } = useLocation();
  const [now, come] = useState(type === 'POP' && key !== 'default');
  useEffect(() => startTransition(() => come(true)), []);
  return now;
}

/**
 * For effects: fetches what comes next in a task of its own, once the page stands. To ask for a part costs the processor some
 * milliseconds, and those of an answer are counted.
 */
export function afterwards(fetch: () => void): () => void {
  const timer = setTimeout(fetch);
  return () => clearTimeout(timer);
}

/**
 * Starts what `useLoaded` will ask for. Whatever is here before it is drawn is drawn at once; whatever is waited for, be it a moment,
 * shows its fallback, and that for half a second at least. A failure is told where it is drawn, and forgotten a moment later: React
 * draws what failed once more before it gives up, and to ask anew each time would never end.
 */
export function preload<A extends string[], T>(load: (...args: A) => Promise<T>, ...args: A): Promise<T> {
  const key = args.join('/');
  const calls = kept.get(load) ?? new Map<string, Asked<unknown>>();
  kept.set(load, calls);
  const known = calls.get(key) as Asked<T> | undefined;
  if (known) return known;
  const asked: Asked<T> = load(...args);
  calls.set(key, asked);
  asked.then(
    (value) => {
      asked.outcome = { value };
    },
    (fault) => {
      asked.outcome = { fault };
      setTimeout(() => calls.delete(key), 1500);
    },
  );
  return asked;
}

/** Lets a file fetch what it needs next, once it is there itself. A failure is told where it is drawn. */
export function onceThere<T>(file: Promise<T>, next: (file: T) => void): void {
  file.then(next, () => undefined);
}
