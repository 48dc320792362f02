/** Mail made to make somebody click, pay or tell a password: found in mailboxes and leaks, ranked with reasons. */

export { type Guarded, guardedOf } from './guarded.ts';
export type { Indicators } from './indicators.ts';
export { BAIT_SCORE, type BaitMail, judgeMail, type MailReason } from './judge-mail.ts';
export { defanged } from './link.ts';
export type { MailView } from './mail-view.ts';
export { readView } from './read-view.ts';
export { type ReceiverResults, receiverResults, receiverSignal } from './receiver-results.ts';
