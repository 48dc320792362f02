/** Finding the decoys of a ledger in a leak. */
export { type AskedItem, Recogniser } from './recogniser.ts';
