/** The ledger of decoys: what was committed to, when, and where it was planted. */
export { facesOfDecoy, ownOf } from './entry.ts';
export type { LedgerEntry, Planting, WatchedAccount } from './frame.ts';
export type { Random } from './frame-log.ts';
export { Ledger, type LedgerHost } from './ledger.ts';
export type { KeptCheckpoint } from './ledger-state.ts';
export { readDecoySet, type SetPart } from './read-set.ts';
export { writeWhole } from './write-whole.ts';
