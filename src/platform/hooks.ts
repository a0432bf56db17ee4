import { useEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => undefined;
const same = () => 0;

/**
 * False in the prerendered page and while it is taken over, true soon after; at once in a page that one walks to. Drawn in a task
 * of its own: what a store says changed while a page is taken over React draws in the same one.
 */
export function useMounted(): boolean {
  let takesOver = false;
  // Asked for the server's word only where there is no browser, or its page is being taken over.
  useSyncExternalStore(never, same, () => {
    takesOver = true;
    return 0;
  });
  const [mounted, setMounted] = useState(!takesOver);
  useEffect(() => setMounted(true), []);
  return mounted;
}
