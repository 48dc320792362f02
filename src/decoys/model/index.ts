/** What decoys are, and what determines them. */
export * from './decoy.ts';
export * from './recipe.ts';
