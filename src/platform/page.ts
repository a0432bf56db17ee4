/** The page in the browser: address, title, scrolling, reloading. Each function is harmless without a browser. */

const inBrowser = typeof window !== 'undefined';

export function search(): string {
  return inBrowser ? window.location.search : '';
}

export function path(): string {
  return inBrowser ? window.location.pathname : '';
}

/** The full address, to be copied or shown. */
export function address(): string {
  return inBrowser ? window.location.href : '';
}

export function setTitle(title: string): void {
  if (inBrowser && document.title !== title) document.title = title;
}

/** The element the app lives in, and whether it already holds the prerendered page. */
export function root(): { element: Element; prerendered: boolean } {
  const element = document.getElementById('root');
  if (!element) throw new Error('#root is missing');
  return { element, prerendered: element.hasAttribute('data-prerendered') };
}

export function scrollToTop(): void {
  if (inBrowser) window.scrollTo(0, 0);
}

/** Puts the reading position of screen readers and the keyboard at the new page's heading. */
export function focusHeading(): void {
  if (!inBrowser) return;
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** Loads the page again past every cache. */
export function reloadFresh(version: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set('v', version);
  window.location.replace(url.href);
}

/** Whether the address has this query key. */
export function hasQuery(key: string): boolean {
  return new URLSearchParams(search()).has(key);
}
