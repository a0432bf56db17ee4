/**
 * Where one was on each page. The browser puts it back at once, but a page is drawn a moment after the address changed: it finds
 * the end of the page before. So it is put back once more when the page is drawn; where a page is loaded anew the browser knows best.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Before the picture that holds the page; React minds being asked for that where nothing is drawn. */
const useDrawn = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** px from the top, by the key of the entry in the history. */
const places = new Map<string, number>();

/** ms a page may take until it is long enough. */
const LATEST = 2000;
const HANDS = ['pointerdown', 'wheel', 'keydown'];

/** Ends what is under way. */
let stop: (() => void) | undefined;

/** As soon as the page is long enough, and never against a hand. */
function scrollBack(y: number): void {
  const reach = () => {
    window.scrollTo(0, y);
    if (Math.abs(window.scrollY - y) < 2) end();
  };
  const growing = new ResizeObserver(reach);
  const end = () => {
    stop = undefined;
    clearTimeout(timer);
    growing.disconnect();
    for (const hand of HANDS) window.removeEventListener(hand, end);
  };
  const timer = setTimeout(end, LATEST);
  stop = end;
  growing.observe(document.body);
  for (const hand of HANDS) window.addEventListener(hand, end);
  reach();
}

/** Keeps the place of the page that is drawn under this key, and gives it back to who comes back. To be called once. */
export function usePlace(key: string, type: 'POP' | 'PUSH' | 'REPLACE'): void {
  const drawn = useRef(key);
  useDrawn(() => {
    if (drawn.current === key) return;
    stop?.();
    const known = places.get(key);
    // Stays where it is, under another key, until somebody scrolls.
    if (type !== 'POP') places.set(key, places.get(drawn.current) ?? 0);
    else if (known !== undefined) scrollBack(known);
    drawn.current = key;
  }, [key, type]);
  useEffect(() => {
    const keep = () => {
      // Not what the browser does to the page before, nor what is only on its way.
      if (!stop && (history.state?.key ?? 'default') === drawn.current) places.set(drawn.current, window.scrollY);
    };
    keep();
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, []);
}
