/** What follows where a part of the app could not be fetched: a newer release may no longer have it. */
import { hasQuery, reloadFresh } from './page.ts';

const VERSION = `${import.meta.env.BASE_URL}version.json`;

/** The build on the host; undefined when it cannot be had. */
export async function latestBuild(): Promise<string | undefined> {
  try {
    const answer = await fetch(`${VERSION}?t=${Date.now()}`, { cache: 'no-store' });
    const { build }: { build?: unknown } = await answer.json();
    return typeof build === 'string' && /^[\w-]{1,40}$/.test(build) ? build : undefined;
  } catch {
    return undefined;
  }
}

/** Faults that are parts of the app which could not be fetched. */
const missing = new WeakSet<Error>();

/** Whether this document is a second try; its address is cleaned soon after. */
const again = hasQuery('v');

/** From now on parts that cannot be fetched are known as such. */
export function watchParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => void missing.add(payload));
}

/**
 * For what was to be shown and failed: loads the document past the caches, once, if a part could not be fetched and the host
 * answers; otherwise the browser might put its own page in place of one that can be read.
 * @param page whether the page itself failed; one that can do without is only loaded for a newer release, which no longer has the part
 */
export async function reloadFor(fault: Error, current: string, page: boolean): Promise<void> {
  if (again || !missing.has(fault)) return;
  const build = await latestBuild();
  if (build && (page || build !== current)) reloadFresh(build);
}
