import type { CaseStore, MessageHead } from '../case/store.ts';
import type { Anchor } from '../examine/corroborate/graph.ts';
import type { DuplicateFinding } from '../examine/duplicates/duplicates.ts';
import { compareMessages } from '../examine/reference/compare.ts';
import { tellingDifferences } from '../examine/reference/telling.ts';
import type { SiblingFinding } from '../judge/evidence.ts';
import { isCutShort } from '../model/index.ts';
import { withAttachmentWords } from './attachment-words.ts';
import { readableMessage } from './readable.ts';

/** Attack: a thousand messages of one Message-ID, each compared with each. */
const MOST_SIBLINGS = 8;

/**
 * Messages of the leak that bear one Message-ID and say different things. Where one of them is authentic in every
 * word, the others are held against it; where none is, against copies in several mailboxes that agree.
 */
export class Siblings {
  readonly #store: CaseStore;
  readonly #duplicates: DuplicateFinding;
  readonly #anchors: ReadonlyMap<number, Anchor>;
  readonly #byId = new Map<string, MessageHead>();

  constructor(
    store: CaseStore,
    messages: readonly MessageHead[],
    duplicates: DuplicateFinding,
    anchors: ReadonlyMap<number, Anchor>,
  ) {
    this.#store = store;
    this.#duplicates = duplicates;
    this.#anchors = anchors;
    for (const message of messages) {
      if (duplicates.conflicts.has(message.row)) this.#byId.set(message.id, message);
    }
  }

  /** Null where there are none, and for what a list or a rebuilding has changed for its own reasons. */
  about(message: MessageHead): SiblingFinding | null {
    const others = this.#duplicates.conflicts.get(message.row);
    if (others === undefined || message.list !== null || message.rebuilt) return null;
    if (this.#anchors.has(message.row) || this.#isCut(message)) return null;
    const siblings = others
      .slice(0, MOST_SIBLINGS)
      .flatMap((id) => this.#byId.get(id) ?? [])
      .filter((each) => each.list === null && !each.rebuilt && !this.#isCut(each) && !isDraft(each));
    const [other] = siblings;
    if (other === undefined) return null;
    // A draft has the Message-ID of what was sent in the end, and other words because it was worked on.
    if (isDraft(message)) return this.#against(message, other, 'open', []);
    const authentic = siblings.flatMap((sibling) => this.#authenticOf(sibling) ?? [])[0];
    if (authentic !== undefined) return this.#against(message, authentic, 'authentic', []);
    const outnumbering = siblings.find((sibling) => this.#outnumbers(sibling, message));
    if (outnumbering !== undefined) {
      const copies = this.#duplicates.copies.get(outnumbering.row) ?? [];
      return this.#against(message, outnumbering, 'outnumbered', copies);
    }
    return this.#against(message, other, 'open', []);
  }

  /** Of what lies cut off or damaged in its container, other words are no finding. */
  #isCut({ row }: MessageHead): boolean {
    return isCutShort(this.#store.itemByRow(row)?.failure ?? null);
  }

  /** Of the copies with the same content, one that every word of is vouched for. */
  #authenticOf(sibling: MessageHead): MessageHead | null {
    const ids = [sibling.id, ...(this.#duplicates.copies.get(sibling.row) ?? [])];
    for (const id of ids.slice(0, MOST_SIBLINGS)) {
      const copy = this.#byId.get(id);
      if (copy !== undefined && this.#anchors.get(copy.row)?.standing === 'covered') return copy;
    }
    return null;
  }

  /** Copies in two mailboxes at least, where this content lies in one. */
  #outnumbers(sibling: MessageHead, message: MessageHead): boolean {
    return this.#mailboxes(sibling) >= 2 && this.#mailboxes(message) === 1;
  }

  #mailboxes({ id, row }: MessageHead): number {
    const ids = [id, ...(this.#duplicates.copies.get(row) ?? [])];
    const paths = ids.flatMap((each) => this.#byId.get(each)?.path ?? []);
    return new Set(paths.map(mailboxOf)).size;
  }

  #against(
    message: MessageHead,
    other: MessageHead,
    type: SiblingFinding['type'],
    copies: readonly string[],
  ): SiblingFinding | null {
    const [own, held] = [readableMessage(this.#store, message.row), readableMessage(this.#store, other.row)];
    if (own === null || held === null) return null;
    const all = compareMessages(held, own);
    const telling = tellingDifferences(all);
    const isTelling = telling.length > 0;
    const differences = isTelling ? telling : all.filter(({ part }) => part !== 'to' && part !== 'from');
    if (differences.length === 0) return null;
    const worded = withAttachmentWords(this.#store, differences, other, message);
    return { type: isTelling ? type : 'open', id: other.id, copies, differences: worded, isTelling };
  }
}

/** A folder of drafts, as mail programs call it in the languages of Europe; also as a file of its own (`Drafts.mbox`). */
const DRAFTS =
  /(?:^|[/.])(?:drafts?|brouillons?|entw(?:u|ü|u\u0308|ue)rfe|borradores|bozze|concepten|rascunhos|utkast|kladder|szkice)(?:\.(?:mbox|mbx|sbd))?\//i;

function isDraft({ path }: MessageHead): boolean {
  return DRAFTS.test(path);
}

/** The first two parts of a path: `dump/anna.mbox`, `dump/paul` of a Maildir. */
function mailboxOf(path: string): string {
  return path.split('/', 2).join('/');
}
