import type { CaseStore, MessageRow } from '../case/store.ts';
import type { DuplicateFinding } from '../examine/duplicates/duplicates.ts';
import type { MessageEvidence } from '../judge/evidence.ts';
import type { Learnt } from './learnt.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { PublishedKeys } from './published-keys.ts';
import type { ReferenceArchive } from './reference.ts';
import { TwoKeyGroups } from './two-keys.ts';

/** What is known of a message once all others are judged by themselves. */
export type FromLeak = Pick<MessageEvidence, 'corroboration' | 'habits' | 'sibling'>;

const NOTHING_YET: FromLeak = { corroboration: null, habits: null, sibling: null };

/** Puts together what a message is judged by: its own facts, and what the whole leak and the archive say of it. */
export class EvidenceMaker {
  readonly #archive: ReferenceArchive;
  readonly #learnt: Learnt;
  readonly #duplicates: DuplicateFinding;
  readonly #published: PublishedKeys;
  readonly #twoKeys: TwoKeyGroups;
  readonly #domains: ProtectedDomains;

  constructor(
    store: CaseStore,
    messages: readonly MessageRow[],
    archive: ReferenceArchive,
    learnt: Learnt,
    duplicates: DuplicateFinding,
  ) {
    this.#archive = archive;
    this.#learnt = learnt;
    this.#duplicates = duplicates;
    this.#published = PublishedKeys.of(store);
    this.#twoKeys = TwoKeyGroups.of(store, messages);
    this.#domains = ProtectedDomains.of(store, messages);
  }

  evidenceOf(message: MessageRow, fromLeak: FromLeak = NOTHING_YET): MessageEvidence {
    const { boilerplate, keysInUse } = this.#learnt;
    const signatures = this.#published.marked(message.signatures);
    const reference = this.#archive.compare(message);
    return {
      rebuilt: message.rebuilt,
      attachments: message.attachments,
      list: message.list,
      lookalike: this.#domains.lookalike(message.fromAddress),
      clockGap: message.clockGap,
      signatures,
      twoKeys: this.#twoKeys.about(signatures),
      keysInUse: keysInUse.about(message, signatures),
      added: boilerplate.about(message, signatures),
      reference,
      addedToReference: boilerplate.aboutReference(message, reference),
      sameIdOtherContent: this.#duplicates.conflicts.get(message.row) ?? [],
      copies: otherCopies(message, this.#duplicates),
      ...fromLeak,
    };
  }
}

/** Ids of the other exact copies. */
export function otherCopies({ row, id }: MessageRow, { copies }: DuplicateFinding): readonly string[] {
  return (copies.get(row) ?? []).filter((other) => other !== id);
}
