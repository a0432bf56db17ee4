/** The ledger and what it is kept with come when a page asks for them; what is kept has been read then. */
export async function loadLedger() {
  const ledger = await import('./ledger.ts');
  await ledger.openLedger();
  return ledger;
}

export type Ledger = Awaited<ReturnType<typeof loadLedger>>;

export { type LedgerEntry, readEntry } from './ledger-entry.ts';
