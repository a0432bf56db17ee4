import { parseMoney } from '#engine';
import { cleanAmount } from './situation.ts';

/** What was typed as a plain decimal string of yuan; `undefined` if it is no amount. */
export function readAmount(typed: string): string | undefined {
  const text = cleanAmount(typed);
  return parseMoney(text) === undefined ? undefined : text;
}
