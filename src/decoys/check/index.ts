/** The classifier two-sample test. */
export * from './battery.ts';
export * from './check-mailbox.ts';
export * from './gates.ts';
