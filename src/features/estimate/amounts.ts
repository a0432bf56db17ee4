import { parseMoney } from '#engine';
import { type Amounts, cleanAmount } from '#journeys';
import type { AmountField, EstimateGraph } from '#policy/types.ts';

/** Whether the engine takes the text for an amount. */
export const isAmount = (text: string): boolean => parseMoney(text) !== undefined;

/** What was typed, as the engine reads it; empty fields are left out. */
export const cleaned = (amounts: Amounts): Amounts =>
  Object.fromEntries(
    Object.entries(amounts)
      .map(([id, typed]) => [id, cleanAmount(typed)] as const)
      .filter(([, text]) => text !== ''),
  );

/** What was typed; over it what needs no typing. */
export const withGiven = (typed: Amounts, given: Amounts | undefined): Amounts =>
  given ? { ...typed, ...given } : typed;

export const amountFields = ({ costs, used }: EstimateGraph): AmountField[] => [...costs.fields, ...used.fields];

/** Amounts in a link: there only if whoever shared it ticked that. */
export function readAmounts(
  graph: EstimateGraph,
  query: URLSearchParams,
): { amounts: Amounts; notUnderstood: string[] } {
  const given = amountFields(graph).filter(({ id }) => query.has(id));
  const textOf = (id: string) => cleanAmount((query.get(id) ?? '').slice(0, 40));
  const [sound, broken] = [true, false].map((wanted) => given.filter(({ id }) => isAmount(textOf(id)) === wanted));
  return {
    amounts: Object.fromEntries((sound ?? []).map(({ id }) => [id, textOf(id)])),
    notUnderstood: [...new Set((broken ?? []).map(({ label }) => label))],
  };
}
