/** The one door to the browser. */
export * from './as-of.ts';
export * from './care.ts';
export * from './care-switch.ts';
export * from './child.ts';
export * from './clipboard.ts';
export * from './clock.ts';
export * from './environment.ts';
export * from './hooks.ts';
export * from './ledger-door.ts';
export * from './offline.ts';
export * from './page.ts';
export * from './page-data.ts';
export * from './persisted.ts';
export * from './share.ts';
export * from './storage.ts';
export * from './ticks.ts';
export * from './version.ts';
