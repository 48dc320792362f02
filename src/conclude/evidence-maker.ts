import { parse } from 'tldts';
import type { CaseStore, MessageRow } from '../case/store.ts';
import { isNameWithWord } from '../examine/lookalike/lookalike.ts';
import type { MessageEvidence } from '../judge/evidence.ts';
import type { SignatureResult } from '../model/index.ts';
import { Boilerplate } from './boilerplate.ts';
import { KeysInUse, type KeysInUseSummary } from './keys-in-use.ts';
import { KnownSigners, type KnownSignersSummary } from './known-signers.ts';
import type { BoilerplateSummary } from './learnt-units.ts';
import { ProtectedDomains } from './protected-domains.ts';
import { PublishedKeys } from './published-keys.ts';
import { type Archived, ReferenceArchive } from './reference.ts';
import { TwoKeyGroups, type TwoKeySummary } from './two-keys.ts';

/** What is known of a message once all others are judged by themselves. */
export type FromLeak = Pick<MessageEvidence, 'corroboration' | 'habits' | 'sibling'>;

/** What the whole leak and the archive show, as plain data: every message is held against it. */
export interface Background {
  /** Whether there is an archive. */
  readonly hasArchive: boolean;
  readonly boilerplate: BoilerplateSummary;
  readonly keysInUse: KeysInUseSummary;
  readonly twoKeys: TwoKeySummary;
  readonly knownSigners: KnownSignersSummary;
  /** Registrable domains that people of other houses write to, with how many houses. */
  readonly writtenTo: readonly (readonly [domain: string, houses: number])[];
  /** Domains that a forger would want to look like. */
  readonly protectedDomains: readonly string[];
}

/** How a message relates to others by its content and Message-ID. */
export interface Relations {
  /** Ids of other exact copies, the first few. */
  readonly copies: readonly string[];
  /** Ids of messages that bear its Message-ID on other contents, the first few. */
  readonly conflicts: readonly string[];
  readonly archived: Archived | null;
}

const NOTHING_YET: FromLeak = { corroboration: null, habits: null, sibling: null };

/** Puts together what a message is judged by: its own facts, and what the whole leak and the archive say of it. */
export class EvidenceMaker {
  readonly #archive: ReferenceArchive;
  readonly #hasArchive: boolean;
  readonly #boilerplate = new Boilerplate();
  readonly #keysInUse = new KeysInUse();
  readonly #published: PublishedKeys;
  readonly #twoKeys = new TwoKeyGroups([]);
  readonly #knownSigners = new KnownSigners();
  readonly #domains: ProtectedDomains;
  /** Houses that write to each domain. */
  readonly #writtenTo: ReadonlyMap<string, number>;

  constructor(store: CaseStore, background: Background) {
    const { hasArchive, boilerplate, keysInUse, twoKeys, knownSigners, protectedDomains } = background;
    this.#archive = new ReferenceArchive(store, !hasArchive);
    this.#hasArchive = hasArchive;
    this.#boilerplate.take(boilerplate);
    this.#keysInUse.take(keysInUse);
    this.#published = PublishedKeys.of(store);
    this.#twoKeys.take(twoKeys);
    this.#knownSigners.take(knownSigners);
    this.#domains = new ProtectedDomains(protectedDomains);
    this.#writtenTo = new Map(background.writtenTo);
  }

  evidenceOf(message: MessageRow, relations: Relations, fromLeak: FromLeak = NOTHING_YET): MessageEvidence {
    const signatures = this.#published.marked(message.signatures);
    const compared = this.#archive.compare(message, relations.archived);
    const { unsigned = null, untraced = null } = fromLeak.habits ?? {};
    const isMarkMissed = unsigned !== null || untraced !== null;
    const reference = isMarkMissed ? this.#archive.withMarks(compared) : compared;
    return {
      rebuilt: message.rebuilt,
      attachments: message.attachments,
      list: message.list,
      lookalike: this.#lookalike(message) ?? this.#namesakeHouse(message, fromLeak),
      shownAddress: this.#shownAddress(message, signatures),
      strangers: this.#knownSigners.strangersOf(message, signatures, this.#writtenTo),
      clockGap: message.clockGap,
      signatures,
      twoKeys: this.#twoKeys.about(signatures),
      keysInUse: this.#keysInUse.about(message, signatures),
      computedOfMany: this.#keysInUse.computedOfMany(signatures),
      added: this.#boilerplate.about(message, signatures),
      reference,
      addedToReference: this.#boilerplate.aboutReference(message, reference),
      sameIdOtherContent: relations.conflicts,
      copies: relations.copies,
      ...fromLeak,
    };
  }

  #lookalike({ fromAddress }: MessageRow): MessageEvidence['lookalike'] {
    // Without a signature that is verified nothing shows to whom people write.
    const isOwn = (domain: string) =>
      this.#hasArchive || this.#writtenTo.size === 0 || this.#writtenTo.has(domain);
    return this.#domains.lookalike(fromAddress, isOwn);
  }

  /** The name of somebody known on mail from a domain that has their domain's name in it, and to which nobody writes. */
  #namesakeHouse({ fromAddress }: MessageRow, { habits }: FromLeak): MessageEvidence['lookalike'] {
    const known = habits?.namesake?.address;
    if (known === undefined) return null;
    const [domain, target] = [hostOf(fromAddress), hostOf(known)];
    if (!isNameWithWord(domain, target) || this.#writtenTo.has(parse(domain).domain ?? domain)) return null;
    return { domain, target, how: 'with-word' };
  }

  #shownAddress(
    { fromAddress }: MessageRow,
    signatures: readonly SignatureResult[],
  ): MessageEvidence['shownAddress'] {
    const shown = signatures.find(({ shownBeside }) => shownBeside !== undefined);
    const address = shown?.shownBeside;
    if (address === undefined) return null;
    const domain = hostOf(fromAddress);
    const isProtected = shown?.isShownVia !== true && this.#domains.isProtected(address);
    return { address, domain, isProtected };
  }
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
