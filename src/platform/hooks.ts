import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False in the prerendered page and while it is taken over, true from then on; at once in a page that one walks to. */
export function useMounted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
