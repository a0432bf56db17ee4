/**
 * Where one was on each page. The browser puts it back at once, but a page is drawn a moment after the address changed: it would
 * find the end of the page before.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Before the picture that holds the page; React minds being asked for that where nothing is drawn. */
const useDrawn = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** px from the top, by the key of the entry in the history. */
const places = new Map<string, number>();

/** ms a page may take until it is long enough. */
const LATEST = 2000;
const HANDS = ['pointerdown', 'wheel', 'keydown'];

/** As soon as the page is long enough, and never against a hand. */
function scrollBack(y: number): void {
  const reach = () => {
    window.scrollTo(0, y);
    if (Math.abs(window.scrollY - y) < 2) stop();
  };
  const growing = new ResizeObserver(reach);
  const stop = () => {
    growing.disconnect();
    for (const hand of HANDS) window.removeEventListener(hand, stop);
  };
  growing.observe(document.body);
  for (const hand of HANDS) window.addEventListener(hand, stop);
  setTimeout(stop, LATEST);
  reach();
}

/** Keeps the place of the page that is drawn under this key, and gives it back to who comes back. To be called once. */
export function usePlace(key: string, type: 'POP' | 'PUSH' | 'REPLACE'): void {
  const drawn = useRef(key);
  useDrawn(() => {
    if (drawn.current === key) return;
    if (type === 'POP') scrollBack(places.get(key) ?? 0);
    // Stays where it is, under another key, until somebody scrolls.
    else places.set(key, places.get(drawn.current) ?? 0);
    drawn.current = key;
  }, [key, type]);
  useEffect(() => {
    // Where a page stands that is loaded anew is the browser's business.
    const ours = () => {
      history.scrollRestoration = 'manual';
    };
    const browsers = () => {
      history.scrollRestoration = 'auto';
    };
    const keep = () => void places.set(drawn.current, window.scrollY);
    ours();
    keep();
    window.addEventListener('pageshow', ours);
    window.addEventListener('pagehide', browsers);
    window.addEventListener('scroll', keep, { passive: true });
    return () => {
      window.removeEventListener('pageshow', ours);
      window.removeEventListener('pagehide', browsers);
      window.removeEventListener('scroll', keep);
    };
  }, []);
}
