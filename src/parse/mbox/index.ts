/** Splitting mbox files of every family without holding more than a window of them. */
export * from './quoting.ts';
export * from './scan.ts';
export * from './sniff.ts';
