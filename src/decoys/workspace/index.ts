/** The folder in which decoys are prepared. */
export * from './workspace.ts';
