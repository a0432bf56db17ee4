/** The ledger and what it is kept with come when a page asks for them. */
export const loadLedger = () => import('./ledger.ts');

export { type LedgerEntry, readEntry } from './ledger-entry.ts';
