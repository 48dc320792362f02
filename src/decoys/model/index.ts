/** What decoys are, and what determines them. */
export * from './decoy.ts';
export * from './decoy-lines.ts';
export * from './is-recipe.ts';
export * from './recipe.ts';
