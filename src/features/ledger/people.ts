/** Whose ledger it is. Pure. */
import { type Who, whoIs } from '#journeys';
import { type Child, callOf, type LedgerEntry } from '#platform';

export interface Person {
  /** None for a child without a visit yet. */
  id: string | undefined;
  name: string;
  /** Among the children; undefined for one that is no longer there. */
  place: number | undefined;
  who: Who;
}

/** The children, and those whose visits are here although they are no longer among the children. */
export function peopleOf(
  city: string,
  children: readonly Child[],
  entries: readonly LedgerEntry[],
  today: string,
): Person[] {
  const named = children.map((child, place) => ({
    id: child.id,
    name: callOf(child, place),
    place,
    who: whoIs(city, child, today),
  }));
  const known = new Set(named.map(({ id }) => id));
  const gone = new Set(entries.map(({ child }) => child).filter((id) => !known.has(id)));
  const left = [...gone].sort().map((id, n) => ({
    id,
    name: gone.size > 1 ? `已删掉的孩子 ${n + 1}` : '已删掉的孩子',
    place: undefined,
    who: {},
  }));
  return [...named, ...left];
}
