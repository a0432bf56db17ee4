/** What is open in the ledger, until the page is closed: so that going back finds it as it was left. */
import { create } from 'zustand';

interface Shelf {
  /** `id` of the child that is shown; undefined: the one everything starts from. */
  child: string | undefined;
  /** Undefined: this year. */
  year: string | undefined;
  /** `id` of the visit in the half-screen. */
  entry: string | undefined;
  /** How many visits of a month are shown, by `YYYY-MM`; absent: as many as when it is first seen. */
  months: Readonly<Record<string, number>>;
}

export const useShelf = create<Shelf>()(() => ({ child: undefined, year: undefined, entry: undefined, months: {} }));

export const showMonth = (month: string, count: number): void =>
  useShelf.setState(({ months }) => ({ months: { ...months, [month]: count } }));
