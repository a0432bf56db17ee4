/** Addresses of the screens of a calculator. Never a birth date. Pure. */

/** The query with some keys set (or dropped with `undefined`), sorted; the others stay. */
export function withKeys(search: string, patch: Record<string, string | undefined>): string {
  const query = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) query.delete(key);
    else query.set(key, value);
  }
  query.sort();
  const text = query.toString();
  return text ? `?${text}` : '';
}
