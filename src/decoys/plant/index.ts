/** Laying decoys into what the user owns. */
export { TARGET_KINDS, type TargetKind, targetAt } from './choose-target.ts';
export { type ImapStore, imapTarget } from './imap.ts';
export { type PlantCounts, type PlantOptions, permit, plant } from './plant.ts';
export { overlaps } from './safe-path.ts';
export type { Put, Target } from './target.ts';
