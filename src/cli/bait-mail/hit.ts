import { posix } from 'node:path';
import type { BaitMail, MailView, ReceiverResults } from '../../bait/mail/index.ts';
import { mailboxText } from '../../case/mailbox-text.ts';
import type { MessageRow } from '../../case/store.ts';
import type { BaitFinding } from '../../conclude/bait-notes.ts';

/** A mail with its score, as `bait mail` shows it. */
export interface MailHit extends BaitMail {
  readonly path: string;
  /** Of the item; null for a mail outside of a case. */
  readonly id: string | null;
  readonly date: string | null;
  readonly messageId: string | null;
  readonly from: string;
  readonly subject: string;
  readonly authentication: Authentication;
}

/** What is known of where it truly came from. Only checked signatures and a trusted receiver count. */
export interface Authentication {
  /**
   * `aligned`: a signature of the sender's own domain holds; `other`: one of another domain does; `broken`: one was
   * checked and does not hold; `unchecked`: no key, or not in a case; `none`: unsigned.
   */
  readonly signature: 'aligned' | 'other' | 'broken' | 'unchecked' | 'none';
  readonly receiver: ReceiverResults | null;
}

export interface MailReport {
  /** Null outside of a case. */
  readonly case: string | null;
  readonly messages: number;
  /** Whose bytes could not be had. */
  readonly lost: number;
  /** Files that only a sift opens. */
  readonly containers: readonly string[];
  readonly unreadable: readonly string[];
  /** By falling score, then path. */
  readonly hits: readonly MailHit[];
}

/** A hit with what the case knows of its message. */
export function hitInCase(message: MessageRow, bait: BaitMail, receiver: ReceiverResults | null): MailHit {
  const { id, path, date, messageId, fromAddress, subject, signatures } = message;
  return {
    ...bait,
    path,
    id,
    date,
    messageId,
    from: fromAddress,
    subject,
    authentication: { signature: signatureOf(signatures), receiver },
  };
}

/** A hit in a file outside of any case. */
export function hitOfFile(
  path: string,
  view: MailView,
  bait: BaitMail,
  receiver: ReceiverResults | null,
): MailHit {
  const { date, messageId, from, subject, signed } = view;
  return {
    ...bait,
    path,
    id: null,
    date,
    messageId,
    from: from.map(mailboxText).join(', '),
    subject,
    authentication: { signature: signed ? 'unchecked' : 'none', receiver },
  };
}

function signatureOf(signatures: MessageRow['signatures']): Authentication['signature'] {
  const own = signatures.filter(({ kind }) => kind === 'dkim');
  if (own.length === 0) return 'none';
  const good = own.filter(({ header, body }) => header.type === 'good' && body.type === 'match');
  if (good.some(({ alignment }) => alignment !== 'none')) return 'aligned';
  if (good.length > 0) return 'other';
  return own.every(({ header }) => header.type === 'not-checkable') ? 'unchecked' : 'broken';
}

/** What the case keeps of it. */
export function findingOf({
  id,
  path,
  date,
  from,
  subject,
  score,
  reasons,
  attack,
  indicators,
}: MailHit): BaitFinding {
  const { links, hosts } = indicators;
  return {
    id: id ?? '',
    mailbox: mailboxOf(path),
    date,
    from,
    subject,
    score,
    reasons,
    links,
    hosts,
    attack,
  };
}

/** The mailbox or folder a message lies in: `boxes/camille.mbox` of `boxes/camille.mbox/#10`. */
function mailboxOf(path: string): string {
  const folder = posix.dirname(path);
  return /^(?:cur|new)$/u.test(posix.basename(folder)) ? posix.dirname(folder) : folder;
}
