/** Reading the owner's own logs for the use of decoy accounts. */
export { AccountWatch, type DecoyUse, type Recognition } from './account-watch.ts';
export { follow, readOnce, unpacked } from './read-log.ts';
export { type LogTotals, timeLine, watchLog } from './watch-log.ts';
