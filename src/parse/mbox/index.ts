/** Splitting mbox files of every family without holding more than a window of them. */
export * from './long-message.ts';
export { locatorQuoting, type MboxQuoting, mboxMessage } from './quoting.ts';
export * from './scan.ts';
export * from './sniff.ts';
