/** Mail made to make somebody click, pay or tell a password: found in mailboxes and leaks, ranked with reasons. */

export { FREE_MAIL } from '../../examine/lookalike/free-mail.ts';
export { type Guarded, guardedOf } from './guarded.ts';
export type { Indicators } from './indicators.ts';
export { BAIT_SCORE, type BaitMail, judgeMail, type MailReason } from './judge-mail.ts';
export { defanged } from './link.ts';
export { mailFiles, type PassedOver } from './mail-files.ts';
export type { MailView } from './mail-view.ts';
export { MAIL_STEPS } from './next-steps.ts';
export { readView } from './read-view.ts';
export { type ReceiverResults, receiverResults, receiverSignal } from './receiver-results.ts';
export { example, type Signal } from './signal.ts';
