/** The case: everything a sift finds, kept in one folder. */
export { type CustodyCheck, custodyHash, verifyCustody } from './custody.ts';
export { itemId } from './item-id.ts';
export { mailboxText } from './mailbox-text.ts';
export { damagedObjects, openObjects } from './objects.ts';
export { CASE_SUFFIX, createCase, findCase, isCase, type OpenOptions, openCase } from './open.ts';
export { prepareItem } from './prepare.ts';
export type * from './store.ts';
