/** Checking decoys without their ledger: what strangers run. Imports nothing that opens, plants or generates. */
export * from './compare-item.ts';
export * from './continuation.ts';
export * from './faces.ts';
export * from './leaf.ts';
export * from './merkle.ts';
export * from './note.ts';
export * from './opening.ts';
export * from './report.ts';
export { certificatesOf, readToken, type TokenDefect, type TokenReading } from './token.ts';
export * from './verify-item.ts';
export * from './verify-opening.ts';
