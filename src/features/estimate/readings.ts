/** What the places where the sources differ do to the lowest and the highest own payment. Pure. */
import { type CityRules, type Estimate, estimate, type Fen, type Policy } from '#engine';
import type { Situation } from '#journeys';

export interface Spread {
  low: Fen;
  high: Fen;
  /** id of the reading that moves an end furthest. */
  most: string;
}

function endsOf(one: Estimate): [Fen, Fen] | undefined {
  if (one.kind === 'computed') return [one.outcome.self, one.outcome.self];
  return one.kind === 'range' ? [one.low.outcome.self, one.high.outcome.self] : undefined;
}

/**
 * The lowest and the highest own payment over all that the answers can mean and over every reading, each taken alone.
 * @returns nothing where no reading moves either end
 */
export function spreadOf(
  city: { rules: CityRules; policy: Policy },
  situations: readonly Situation[],
): Spread | undefined {
  const taken = endsOf(estimate(city.rules, city.policy, situations));
  if (!taken) return undefined;
  let [low, high] = taken;
  let most: { id: string; moved: Fen } | undefined;
  for (const { id } of city.policy.readings) {
    const ends = endsOf(estimate(city.rules, city.policy.under(id), situations));
    if (!ends) continue;
    const moved = Math.max(Math.abs(ends[0] - taken[0]), Math.abs(ends[1] - taken[1]));
    low = Math.min(low, ends[0]);
    high = Math.max(high, ends[1]);
    if (moved > (most?.moved ?? 0)) most = { id, moved };
  }
  return most && { low, high, most: most.id };
}
