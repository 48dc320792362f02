/** Making decoys, and making one again. */
export { profilesOf } from './cast.ts';
export { dkimRecord, dkimSigner } from './dkim-sign.ts';
export * from './generate.ts';
export * from './generator-hash.ts';
export * from './model-text.ts';
export * from './regenerate.ts';
export * from './written.ts';
