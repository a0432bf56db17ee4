/** The one import for everybody else. */
export * from './graph.ts';
export * from './link.ts';
export * from './situation.ts';
