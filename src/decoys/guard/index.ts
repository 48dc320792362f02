/** What decoys may not be, in code. */
export * from './account-numbers.ts';
export * from './approval.ts';
export * from './beacons.ts';
export * from './block-list.ts';
export * from './domains.ts';
export * from './guard-decoy.ts';
export * from './likeness.ts';
export * from './links.ts';
export * from './topics.ts';
export * from './wording.ts';
