/** The same app in two pages of one browser: what is no draft is the same in both, and wiping empties both. */
import { inUse } from './persisted.ts';
import { isGone, memory, PREFIX, rereads } from './storage.ts';
import { empty } from './wipe.ts';

/** Takes over what other pages write and forget from now on. Returns how to stop. */
export function followOtherPages(): () => void {
  const follow = (name: string, gone: boolean) => {
    if (gone) memory.delete(name);
    rereads.get(name)?.();
    for (const [persist, reset] of inUse) {
      const options = persist.getOptions();
      if (options.name !== name) continue;
      if (gone) reset();
      else if (!options.draft) void persist.rehydrate();
    }
  };
  const written = ({ key, newValue }: StorageEvent) => {
    if (!key?.startsWith(PREFIX)) return;
    if (newValue === null) empty('sessionStorage');
    follow(key.slice(PREFIX.length), newValue === null);
  };
  // A page the browser had laid aside whole is told of nothing that was written meanwhile.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    const names = [...rereads.keys(), ...Array.from(inUse.keys(), (persist) => persist.getOptions().name ?? '')];
    if (names.every(isGone)) empty('sessionStorage');
    for (const name of names) follow(name, isGone(name));
  };
  window.addEventListener('storage', written);
  window.addEventListener('pageshow', back);
  return () => {
    window.removeEventListener('storage', written);
    window.removeEventListener('pageshow', back);
  };
}
