import { use } from 'react';

const kept = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Data a page cannot be drawn without, e.g. `useLoaded(loadGuide, city, group, id)`: waits (the prerender too), keeps
 * what came, and forgets a failure, so that the next try asks again.
 */
export function useLoaded<A extends string[], T>(load: (...args: A) => Promise<T>, ...args: A): T {
  const calls = kept.get(load) ?? new Map<string, Promise<unknown>>();
  kept.set(load, calls);
  const key = args.join('/');
  const known = calls.get(key) as Promise<T> | undefined;
  if (known) return use(known);
  const asked = load(...args);
  calls.set(key, asked);
  asked.catch(() => calls.delete(key));
  return use(asked);
}
