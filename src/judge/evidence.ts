import type { QuoteFinding } from '../examine/corroborate/graph.ts';
import type { HabitFinding } from '../examine/habits/habit-book.ts';
import type { PartDifference } from '../examine/reference/compare.ts';
import type { ClockGap, SignatureResult } from '../model/index.ts';

/** How a leaked message stands to the victim's own archive. */
export type ReferenceFinding =
  /** No archive was given: nothing follows. */
  | { readonly type: 'no-reference' }
  /** An archive was given and does not hold it: deleted originals are common, so this is only a remark. */
  | { readonly type: 'absent' }
  | {
      readonly type: 'identical';
      readonly by: 'bytes' | 'canonical' | 'words';
      readonly id: string;
      /** The archive's own copy bears no signature of its sender's house either; told where such a signature is missed. */
      readonly isUnsignedThere?: true;
      /** Names of people and files that stand there otherwise; absent where none do. */
      readonly names?: readonly Difference[];
      /** What it does beside its words that the archive's does not: where answers and links go, what is loaded or hidden. */
      readonly acts?: readonly Difference[];
      /** What the archive holds as well under this Message-ID, with other words; absent where it holds nothing such. */
      readonly alsoThere?: { readonly id: string; readonly differences: readonly Difference[] };
    }
  | {
      readonly type: 'differs';
      readonly id: string;
      readonly differences: readonly Difference[];
      /** The archive's own copy is not what its sender signed; absent where nothing shows that. */
      readonly isChangedThere?: true;
    };

/** One part of a message that is not as in the reference. */
export interface Difference {
  /** `document`: a file of the leak beside one of the archive, which has no parts of a message. */
  readonly part: PartDifference['part'] | 'document';
  /** Words removed and added, in order, as a person reads them; bounded. */
  readonly changes: readonly Change[];
  /** The reference stands whole inside the leaked one: text was added before or behind it, nothing else. */
  readonly onlyAdded: boolean;
}

/** Words that one text has and another has not. */
export interface Change {
  readonly type: 'removed' | 'added';
  readonly text: string;
  /** A few words before it. */
  readonly after: string;
}

/** Of the words a signature verifies without: those that are no known footer, tag or notice of the route. */
export interface AddedFinding {
  /** Something added could not be read to its end, or is no text: a file, a picture. */
  readonly unreadable: boolean;
  /** All of it is the notice of a virus scanner, as the product writes it. */
  readonly isOfScanner: boolean;
  /** All of it is the footer of a Google group to which the author wrote, though nothing else shows a list. */
  readonly isOfGroup?: true;
  /** Sentences and lines as they are written, in order. */
  readonly unknown: readonly string[];
  /** Of these, sentences that say nothing that footers and notices say. */
  readonly unlike: readonly string[];
}

/** A key that messages of the leak show in use when a signature of another key was made. */
export interface KeyInUse {
  readonly selector: string;
  readonly messages: number;
  /** The first and the last of them, ISO 8601. */
  readonly period: readonly string[];
}

/** Messages of the leak that one key verifies. */
export interface KeyGroup {
  /** SHA-256 of the p= bytes, hexadecimal. */
  readonly fingerprint: string;
  /** Known from elsewhere than signatures. */
  readonly anchored: boolean;
  readonly messages: number;
  /** A few of them. */
  readonly ids: readonly string[];
  /** First and last signing time, ISO 8601; empty when none is dated. */
  readonly period: readonly string[];
}

/** Several keys for one domain and selector inside the leak: the one of this message, and the others. */
export interface TwoKeys {
  readonly domain: string;
  readonly selector: string;
  readonly own: KeyGroup;
  readonly others: readonly KeyGroup[];
  /** The periods of its own and of another group overlap. */
  readonly atOneTime: boolean;
  /** No key is known from elsewhere, and a much larger group was signed both before and after this one. */
  readonly isOutnumbered: boolean;
}

/** What other messages of the leak say of one: quotations, and verified messages that it is attached to. */
export interface Corroboration extends QuoteFinding {
  readonly carriers: readonly string[];
}

/** Another message of the leak with the same Message-ID and other words, attachments or date. */
export interface SiblingFinding {
  /**
   * `authentic`: verified in every word. `outnumbered`: copies in several mailboxes agree. `open`: neither. `same`: what a store
   * rebuilt, with the same words.
   */
  readonly type: 'authentic' | 'outnumbered' | 'open' | 'same';
  readonly id: string;
  /** The copies that agree. */
  readonly copies: readonly string[];
  /** From the other to this one, without what exports, relays and lists do. */
  readonly differences: readonly Difference[];
  /** False where there is nothing but what these do: of use only where a signature shows that something was changed. */
  readonly isTelling: boolean;
}

/** All that the rules look at for one message. Facts only; nothing here is a judgement. */
export interface MessageEvidence {
  readonly rebuilt: boolean;
  /** How many files it carries. */
  readonly attachments: number;
  /** What shows that a mailing list passed it on, or null. */
  readonly list: string | null;
  readonly signatures: readonly SignatureResult[];
  /** For each signature, what of the words it verifies without is not known; null where none were added. */
  readonly added: readonly (AddedFinding | null)[];
  /** For each signature not made with the known key, or with one seen at other dates: what the leak shows in use then. */
  readonly keysInUse: readonly (KeyInUse | null)[];
  /** For each signature, whether its key was computed and is its domain's as far as numbers tell. */
  readonly computedOfMany: readonly boolean[];
  /** For each selector of its intact signatures under which the leak verifies with several keys. */
  readonly twoKeys: readonly TwoKeys[];
  /** The shown From is of a domain that looks like one of the victim's own; null when it does not. */
  readonly lookalike: { readonly domain: string; readonly target: string; readonly how: string } | null;
  /**
   * An address that From shows beside the one it is from (`domain`); `isProtected`: it is of the victim's own, and From does not
   * say that it is sent for it ("via").
   */
  readonly shownAddress: {
    readonly address: string;
    readonly domain: string;
    readonly isProtected: boolean;
  } | null;
  /** Domains that signed this message and that nothing else shows as a list, relay or forwarder. */
  readonly strangers: readonly string[];
  /** The largest disagreement of its clocks, or null. */
  readonly clockGap: ClockGap | null;
  readonly reference: ReferenceFinding;
  /** What of the words it has more than the reference is no known footer, tag or notice; null where it has none. */
  readonly addedToReference: AddedFinding | null;
  /** Other messages of the leak with the same Message-ID and another content. */
  readonly sameIdOtherContent: readonly string[];
  /** What one of those says; null before the others are judged, and where nothing tells. */
  readonly sibling: SiblingFinding | null;
  /** Null before the others are judged, and where none speaks of it. */
  readonly corroboration: Corroboration | null;
  /** Null where it breaks no habit of its sender, and where it is verified by itself. */
  readonly habits: HabitFinding | null;
  /** Exact copies elsewhere in the leak. */
  readonly copies: readonly string[];
}
