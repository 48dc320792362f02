/** The contract between server and browser: a file per resource (docs/api.md). Types and word lists only. */
export type * from './attribution.ts';
export type * from './bait.ts';
export type * from './common.ts';
export type * from './custody.ts';
export type * from './decoys.ts';
export type * from './dossier.ts';
export type * from './events.ts';
export type * from './item.ts';
export type * from './operation.ts';
export type * from './overview.ts';
export type * from './people.ts';
export type * from './publish.ts';
export type * from './review.ts';
export * from './search.ts';
export type * from './session.ts';
export type * from './silence.ts';
export type * from './spread.ts';
export type * from './traces.ts';
