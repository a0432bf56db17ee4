/** The one import for everybody else. */
export * from './dates.ts';
export * from './estimate.ts';
export * from './fen.ts';
export * from './layers/cap.ts';
export * from './layers/cost.ts';
export * from './layers/deductible.ts';
export * from './layers/fee.ts';
export * from './layers/rate.ts';
export * from './layers/second-layer.ts';
export * from './layers/sheet.ts';
export * from './ledger.ts';
export * from './money.ts';
export * from './outcome.ts';
export * from './parameters.ts';
export * from './rules.ts';
export * from './trace.ts';
export * from './visit.ts';
