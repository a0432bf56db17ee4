import { createHash } from 'node:crypto';

/** Fingerprints of the quotes that were found in their document, by source. */
export type Verified = Record<string, string[]>;

/** White space aside. */
export const bare = (text: string): string => text.replace(/\s/g, '');

export const fingerprint = (quote: string): string =>
  createHash('sha256').update(bare(quote)).digest('hex').slice(0, 20);
