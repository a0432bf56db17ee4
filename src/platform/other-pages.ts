/** The same app in two pages of one browser: what is no draft is the same in both, and wiping empties both. */
import { inUse } from './persisted.ts';
import { memory, PREFIX, rereads } from './storage.ts';
import { empty } from './wipe.ts';

/** Takes over what other pages write and forget from now on. Returns how to stop. */
export function followOtherPages(): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (!key?.startsWith(PREFIX)) return;
    const name = key.slice(PREFIX.length);
    const gone = newValue === null;
    if (gone) {
      memory.delete(name);
      empty('sessionStorage');
    }
    rereads.get(name)?.();
    for (const [persist, reset] of inUse) {
      const options = persist.getOptions();
      if (options.name !== name) continue;
      if (gone) reset();
      else if (!options.draft) void persist.rehydrate();
    }
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
