import { parse } from 'tldts';
import type { CaseStore, MessageHead } from '../case/store.ts';
import { FREE_MAIL } from '../examine/lookalike/free-mail.ts';
import type { WrittenTo } from './written-to.ts';

type Sender = Pick<MessageHead, 'fromAddress'>;

/** What is asked of a message. */
export type Party = Pick<MessageHead, 'row' | 'fromAddress'> & {
  /** A mailing list passed it on. */
  readonly isListed: boolean;
};

/**
 * Who can have had a message before them. Attack: whoever invents a message sends a reply to it as well, or carries it
 * as an attachment, from a mailbox of his own, where it is signed as it should be; and names that mailbox in the message
 * he invents. Only a reply of somebody whom the message itself or the victim's house shows as a party, and to whom others
 * write, says that it was there.
 */
export class Parties {
  readonly #store: Pick<CaseStore, 'itemByRow'>;
  /** Organisations of the victim's own, without houses that give mailboxes to anybody. */
  readonly #own: ReadonlySet<string>;
  readonly #writtenTo: Pick<WrittenTo, 'isWrittenTo'>;
  readonly #recipients = new Map<number, readonly string[]>();

  /** @param ownDomains those that write most of the archive, or of the leak */
  constructor(
    store: Pick<CaseStore, 'itemByRow'>,
    ownDomains: readonly string[],
    writtenTo: Pick<WrittenTo, 'isWrittenTo'>,
  ) {
    this.#store = store;
    this.#writtenTo = writtenTo;
    this.#own = new Set(ownDomains.filter((domain) => !FREE_MAIL.has(domain)));
  }

  /**
   * Whether the sender of one message wrote or got another, or sits where it was written or got.
   *
   * @param isComputed the key of the former was computed: keys of that kind then show who writes to him as well
   */
  isParty({ fromAddress }: Sender, message: Party, isComputed = false): boolean {
    if (isNear(fromAddress, message.fromAddress) || this.#isOwn(fromAddress)) return true;
    if (!this.isHeard({ fromAddress }, isComputed)) return false;
    // Whoever is on a list has what the list had, and nobody knows who that is.
    if (message.isListed) return true;
    return this.#recipientsOf(message).some((recipient) => isNear(fromAddress, recipient));
  }

  /**
   * Whether what somebody signs is more than a stranger's word: he sits in the victim's house, or another house writes to
   * him. Attack: a mailbox of the forger's own, from which he sends the papers and the versions that he wants believed.
   */
  isHeard({ fromAddress }: Sender, isComputed = false): boolean {
    return this.#isOwn(fromAddress) || this.#writtenTo.isWrittenTo(fromAddress, isComputed);
  }

  #isOwn(address: string): boolean {
    return this.#own.has(organisationOf(address));
  }

  #recipientsOf({ row }: Party): readonly string[] {
    const known = this.#recipients.get(row);
    if (known !== undefined) return known;
    const facts = this.#store.itemByRow(row)?.message;
    const { to = [], cc = [], bcc = [] } = facts ?? {};
    const recipients = [...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase());
    if (this.#recipients.size >= MOST_KEPT) this.#recipients.clear();
    this.#recipients.set(row, recipients);
    return recipients;
  }
}

/** A message is asked about once for each that answers it, and those lie near each other. */
const MOST_KEPT = 256;

/** One mailbox, or one house; a house that gives mailboxes to anybody is none. */
function isNear(one: string, other: string): boolean {
  if (one === other) return one !== '';
  const house = organisationOf(one);
  return house !== '' && !FREE_MAIL.has(house) && house === organisationOf(other);
}

function organisationOf(address: string): string {
  return parse(address.slice(address.lastIndexOf('@') + 1)).domain ?? '';
}
