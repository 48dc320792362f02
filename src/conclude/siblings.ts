import type { CaseStore, MessageHead } from '../case/store.ts';
import type { Duplicates } from '../examine/duplicates/duplicates.ts';
import { compareMessages } from '../examine/reference/compare.ts';
import { tellingDifferences } from '../examine/reference/telling.ts';
import type { SiblingFinding } from '../judge/evidence.ts';
import { isCutShort } from '../model/index.ts';
import type { Anchors } from './anchors.ts';
import { withAttachmentWords } from './attachment-words.ts';
import { isInDrafts } from './drafts.ts';
import type { MessageTable } from './message-table.ts';
import type { Parties } from './parties.ts';
import { readableMessage } from './readable.ts';

/** Attack: a thousand messages of one Message-ID, each compared with each. */
const MOST_SIBLINGS = 8;
/** Copies looked at, and told. Attack: one message ten thousand times. */
const MOST_COPIES = 1000;
const MOST_TOLD = 12;

/**
 * Messages of the leak that bear one Message-ID and say different things. Where one of them is authentic in every
 * word, the others are held against it; where none is, against copies in several mailboxes that agree.
 */
export class Siblings {
  readonly #store: CaseStore;
  readonly #messages: MessageTable;
  readonly #duplicates: Duplicates;
  readonly #anchors: Anchors;
  readonly #parties: Parties;

  constructor(
    store: CaseStore,
    messages: MessageTable,
    judged: { readonly duplicates: Duplicates; readonly anchors: Anchors; readonly parties: Parties },
  ) {
    this.#store = store;
    this.#messages = messages;
    this.#duplicates = judged.duplicates;
    this.#anchors = judged.anchors;
    this.#parties = judged.parties;
  }

  /** What is said of each message of which something is, in order. */
  *inOrder(): IterableIterator<readonly [message: number, said: SiblingFinding]> {
    for (let message = 0; message < this.#messages.length; message++) {
      if (!this.#duplicates.hasVersions(message)) continue;
      const said = this.#about(message);
      if (said !== null) yield [message, said];
    }
  }

  /** Null for what a list has changed for its own reasons. */
  #about(message: number): SiblingFinding | null {
    const rebuilt = this.#aboutRebuilt(message);
    if (rebuilt !== null) return rebuilt;
    if (this.#isChanged(message) || this.#anchors.has(message) || this.#isCut(message)) return null;
    const others = [...this.#duplicates.versionsOf(message).take(MOST_SIBLINGS)];
    const heads = this.#headsOf([message, this.#duplicates.firstOf(message), ...others]);
    const messageId = heads.get(this.#duplicates.firstOf(message))?.messageId;
    const siblings = others.filter((each) => {
      const head = heads.get(each);
      // They were brought together by a hash.
      const isSibling = head !== undefined && head.messageId === messageId && !isInDrafts(head.path);
      return isSibling && !this.#isChanged(each) && !this.#isCut(each);
    });
    const [other] = siblings;
    if (other === undefined) return null;
    const own = heads.get(message);
    // A draft has the Message-ID of what was sent in the end, and other words because it was worked on.
    if (own !== undefined && isInDrafts(own.path)) return this.#against(message, other, 'open', []);
    const authentic = siblings
      .flatMap((sibling) => this.#authenticOf(sibling) ?? [])
      .find((each) => this.#speaksOf(message, each));
    if (authentic !== undefined) return this.#against(message, authentic, 'authentic', []);
    const outnumbering = siblings.find((sibling) => this.#outnumbers(sibling, message));
    if (outnumbering !== undefined) {
      const copies = this.#duplicates.hasCopies(outnumbering) ? this.#copiesOf(outnumbering, MOST_TOLD) : [];
      return this.#against(
        message,
        outnumbering,
        'outnumbered',
        copies.map((each) => this.#messages.idOf(each)),
      );
    }
    return this.#against(message, other, 'open', []);
  }

  /**
   * A store gives back the words of a message and not its bytes. Where they are those of the other versions, a Message-ID borne
   * by other bytes says nothing; where they are not, the words are told. Null where nothing was rebuilt.
   */
  #aboutRebuilt(message: number): SiblingFinding | null {
    const versions = [...this.#duplicates.versionsOf(message).take(MOST_SIBLINGS)];
    const isOne = this.#messages.isRebuilt(message);
    if (!isOne && !versions.every((each) => this.#messages.isRebuilt(each))) return null;
    if ([message, ...versions].some((each) => this.#isCut(each))) return null;
    let same: SiblingFinding | null = null;
    for (const other of versions) {
      const found = this.#against(message, other, 'open', []);
      const isMore = found?.differences.some(({ part, onlyAdded }) => part === 'body' && onlyAdded) === true;
      if (found !== null && (found.isTelling || isMore)) return { ...found, isTelling: true };
      const id = this.#messages.idOf(other);
      same ??= { type: 'same', id, copies: [], differences: [], isTelling: false };
    }
    return same;
  }

  /** Attack: mail of the forger's own, signed as it should be, under the Message-ID of somebody else's. */
  #speaksOf(message: number, authentic: number): boolean {
    const fromAddress = this.#messages.senderOf(authentic);
    return this.#messages.senderOf(message) === fromAddress || this.#parties.isHeard({ fromAddress });
  }

  #isChanged(message: number): boolean {
    return this.#messages.isListed(message) || this.#messages.isRebuilt(message);
  }

  #headsOf(numbers: readonly number[]): ReadonlyMap<number, MessageHead> {
    const byRow = new Map(numbers.map((number) => [this.#messages.row(number), number]));
    const heads = this.#store.headsOf([...byRow.keys()]);
    return new Map(heads.map((head) => [byRow.get(head.row) ?? -1, head]));
  }

  /** Of what lies cut off or damaged in its container, other words are no finding. */
  #isCut(message: number): boolean {
    return isCutShort(this.#store.itemByRow(this.#messages.row(message))?.failure ?? null);
  }

  #copiesOf(message: number, most: number): readonly number[] {
    return [...this.#duplicates.copiesOf(message).take(most)];
  }

  /** Of the copies with the same content, one that every word of is vouched for. */
  #authenticOf(sibling: number): number | null {
    const copies = this.#copiesOf(sibling, MOST_SIBLINGS - 1);
    return copies.find((copy) => this.#anchors.isCovered(copy)) ?? null;
  }

  /** Copies in two mailboxes at least, where this content lies in one. */
  #outnumbers(sibling: number, message: number): boolean {
    return this.#mailboxes(sibling) >= 2 && this.#mailboxes(message) === 1;
  }

  #mailboxes(message: number): number {
    const heads = this.#headsOf(this.#copiesOf(message, MOST_COPIES));
    return new Set([...heads.values()].map(({ path }) => mailboxOf(path))).size;
  }

  #against(
    message: number,
    other: number,
    type: SiblingFinding['type'],
    copies: readonly string[],
  ): SiblingFinding | null {
    const [row, otherRow] = [this.#messages.row(message), this.#messages.row(other)];
    const [own, held] = [readableMessage(this.#store, row), readableMessage(this.#store, otherRow)];
    if (own === null || held === null) return null;
    const all = compareMessages(held, own);
    const telling = tellingDifferences(all);
    const isTelling = telling.length > 0;
    const differences = isTelling ? telling : all.filter(({ part }) => part !== 'to' && part !== 'from');
    if (differences.length === 0) return null;
    const worded = withAttachmentWords(this.#store, differences, { row: otherRow }, { row });
    const id = this.#messages.idOf(other);
    return { type: isTelling ? type : 'open', id, copies, differences: worded, isTelling };
  }
}

/** The first two parts of a path: `dump/anna.mbox`, `dump/paul` of a Maildir. */
function mailboxOf(path: string): string {
  return path.split('/', 2).join('/');
}
