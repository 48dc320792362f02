import type { CaseStore, MessageHead, MessageRow } from '../case/store.ts';
import type { DuplicateFinding } from '../examine/duplicates/duplicates.ts';
import type { MessageEvidence } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { Boilerplate, type BoilerplateSummary } from './boilerplate.ts';
import { KeysInUse, type KeysInUseSummary } from './keys-in-use.ts';
import { KnownSigners, type KnownSignersSummary } from './known-signers.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { PublishedKeys } from './published-keys.ts';
import { type ArchivedMessage, ReferenceArchive } from './reference.ts';
import { TwoKeyGroups, type TwoKeySummary } from './two-keys.ts';

/** What is known of a message once all others are judged by themselves. */
export type FromLeak = Pick<MessageEvidence, 'corroboration' | 'habits' | 'sibling'>;

/** What the whole leak and the archive show, as plain data: every message is held against it. */
export interface Background {
  readonly archive: readonly ArchivedMessage[];
  readonly boilerplate: BoilerplateSummary;
  readonly keysInUse: KeysInUseSummary;
  readonly twoKeys: TwoKeySummary;
  readonly knownSigners: KnownSignersSummary;
  /** Domains that a forger would want to look like. */
  readonly protectedDomains: readonly string[];
}

/** How messages relate to others by their contents and Message-IDs. */
export type Relations = Pick<DuplicateFinding, 'copies' | 'conflicts'>;

const NOTHING_YET: FromLeak = { corroboration: null, habits: null, sibling: null };

/** Puts together what a message is judged by: its own facts, and what the whole leak and the archive say of it. */
export class EvidenceMaker {
  readonly #archive: ReferenceArchive;
  readonly #boilerplate = new Boilerplate();
  readonly #keysInUse = new KeysInUse();
  readonly #published: PublishedKeys;
  readonly #twoKeys = new TwoKeyGroups([]);
  readonly #knownSigners = new KnownSigners();
  readonly #domains: ProtectedDomains;

  constructor(store: CaseStore, background: Background) {
    const { archive, boilerplate, keysInUse, twoKeys, knownSigners, protectedDomains } = background;
    this.#archive = new ReferenceArchive(store);
    for (const message of archive) this.#archive.add(message);
    this.#boilerplate.take(boilerplate);
    this.#keysInUse.take(keysInUse);
    this.#published = PublishedKeys.of(store);
    this.#twoKeys.take(twoKeys);
    this.#knownSigners.take(knownSigners);
    this.#domains = new ProtectedDomains(protectedDomains);
  }

  evidenceOf(message: MessageRow, relations: Relations, fromLeak: FromLeak = NOTHING_YET): MessageEvidence {
    const signatures = this.#published.marked(message.signatures);
    const reference = this.#archive.compare(message);
    return {
      rebuilt: message.rebuilt,
      attachments: message.attachments,
      list: message.list,
      lookalike: this.#domains.lookalike(message.fromAddress),
      shownAddress: this.#shownAddress(message, signatures),
      strangers: this.#knownSigners.strangersOf(message, signatures),
      clockGap: message.clockGap,
      signatures,
      twoKeys: this.#twoKeys.about(signatures),
      keysInUse: this.#keysInUse.about(message, signatures),
      added: this.#boilerplate.about(message, signatures),
      reference,
      addedToReference: this.#boilerplate.aboutReference(message, reference),
      sameIdOtherContent: relations.conflicts.get(message.row) ?? [],
      copies: otherCopies(message, relations),
      ...fromLeak,
    };
  }

  #shownAddress(
    { fromAddress }: MessageRow,
    signatures: readonly SignatureResult[],
  ): MessageEvidence['shownAddress'] {
    const address = signatures.find(({ shownBeside }) => shownBeside !== undefined)?.shownBeside;
    if (address === undefined) return null;
    const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
    return { address, domain, isProtected: this.#domains.isProtected(address) };
  }
}

/** Ids of the other exact copies. */
export function otherCopies(
  { row, id }: Pick<MessageHead, 'row' | 'id'>,
  { copies }: Pick<Relations, 'copies'>,
): readonly string[] {
  return (copies.get(row) ?? []).filter((other) => other !== id);
}
