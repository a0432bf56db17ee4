import { parseMoney } from '#engine';
import { type Amounts, cleanAmount } from '#journeys';

/** Whether the engine takes the text for an amount. */
export const isAmount = (text: string): boolean => parseMoney(text) !== undefined;

/** What was typed, as the engine reads it; empty fields are left out. */
export const cleaned = (amounts: Amounts): Amounts =>
  Object.fromEntries(
    Object.entries(amounts)
      .map(([id, typed]) => [id, cleanAmount(typed)] as const)
      .filter(([, text]) => text !== ''),
  );
