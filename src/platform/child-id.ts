import { NO_CHILD, useChildren } from './child.ts';
import { randomId } from './random.ts';

/**
 * What the ledger knows this child by. Made once and kept with the child, after a look at what another page may have written
 * meanwhile; a place where no child is yet makes one.
 */
export function childId(place: number): string {
  void useChildren.persist.rehydrate();
  const { children } = useChildren.getState();
  const child = children[place] ?? NO_CHILD;
  if (child.id) return child.id;
  const named = { ...child, id: randomId() };
  const known = children.includes(child);
  useChildren.setState({
    children: known ? children.map((one) => (one === child ? named : one)) : [...children, named],
  });
  return named.id;
}
