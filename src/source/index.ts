/** Where bytes come from. Sources are read in place and never written to. */
export * from './file.ts';
export * from './files-below.ts';
export * from './memory.ts';
export * from './slice.ts';
export * from './walk.ts';
