/** The one import for everybody else. */
export * from './child.ts';
export * from './graph.ts';
export * from './ledger.ts';
export * from './ledger-bars.ts';
export * from './link.ts';
export * from './read-amount.ts';
export * from './said.ts';
export * from './situation.ts';
export * from './slip.ts';
export * from './slip-check.ts';
export * from './slip-search.ts';
export * from './typed-date.ts';
export * from './walk.ts';
