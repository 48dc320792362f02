/** The terms of Tamis. Imports nothing from the other stages; every stage imports it. */
export * from './bytes.ts';
export * from './clock.ts';
export * from './container.ts';
export * from './content.ts';
export * from './decoy-match.ts';
export * from './defect.ts';
export * from './error.ts';
export * from './failure.ts';
export * from './habits.ts';
export * from './item.ts';
export * from './key.ts';
export * from './limits.ts';
export * from './ocr.ts';
export * from './signature.ts';
export * from './text.ts';
export * from './trace.ts';
export * from './verdict.ts';
