/** Learning the habits of a mailbox. */
export { type FitWish, fitMailbox } from './fit.ts';
export { type Mail, mailsOf, readMails } from './mail.ts';
export type { MailboxModel } from './mailbox-model.ts';
export type { Owner } from './people.ts';
export { type MailboxEntry, readMailbox } from './read-mailbox.ts';
