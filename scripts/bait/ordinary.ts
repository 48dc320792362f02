/** What tells a list mail that somebody took part in the list's talk. None of it is looked at by the rules. */
export interface ListMail {
  readonly collection: string;
  readonly sender: string;
  readonly messageId: string | null;
  readonly answered: readonly string[];
  readonly hasPatch: boolean;
}

/**
 * Which list mails are ordinary beyond doubt: lists are open, and spam and phishing lie among their mail unsorted. One
 * is ordinary when it names a message that it answers, is answered by another, or carries a patch, or when its sender
 * wrote such a mail. The others are counted apart, never as ordinary.
 */
export function ordinary(mails: readonly ListMail[]): boolean[] {
  const answered = new Set(
    mails.flatMap(({ collection, answered: all }) => all.map((id) => `${collection} ${id}`)),
  );
  const takesPart = mails.map(
    ({ collection, messageId, answered: all, hasPatch }) =>
      hasPatch || all.length > 0 || answered.has(`${collection} ${messageId}`),
  );
  const senders = new Set(mails.filter((_, at) => takesPart[at]).map(({ sender }) => sender));
  return mails.map(
    ({ sender }, at) =>
      takesPart[at] === true || (sender !== '' && senders.has(sender) && !sender.includes('@list')),
  );
}
