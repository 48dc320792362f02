/** What decoys are, and what determines them. */
export * from './approval.ts';
export * from './decoy.ts';
export * from './decoy-lines.ts';
export * from './recipe.ts';
