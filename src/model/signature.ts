import type { ByteRange } from './bytes.ts';
import type { KeyTrust } from './key.ts';

/** Which header field carried the signature. */
export type SignatureKind = 'dkim' | 'arc-message' | 'arc-seal' | 'google-dkim';

/**
 * What the signature over the header fields says.
 * - `good`: verifies under the key.
 * - `changed`: made by the holder of this very key, but over other header content (RSA only: the padding
 *   recovered from the signature is well formed and holds another digest).
 * - `key-mismatch`: does not verify and no padding appears: another key, or a corrupt signature.
 * - `not-checkable`: no key, an unknown algorithm, a broken tag.
 */
export type HeaderCheck =
  | { readonly type: 'good' }
  | { readonly type: 'changed' }
  | { readonly type: 'key-mismatch' }
  | { readonly type: 'not-checkable'; readonly why: string };

/** Whether the body has the hash that the signature states. */
export type BodyCheck =
  | { readonly type: 'match' }
  | { readonly type: 'mismatch' }
  | { readonly type: 'not-checkable'; readonly why: string };

/** The key a signature was checked with, and what is known of it. */
export interface SignatureKey {
  readonly trust: KeyTrust;
  readonly source: string;
  readonly algorithm: 'rsa' | 'ed25519';
  readonly bits: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** SHA-256 of the p= bytes, hexadecimal: the case remembers which key gave which verdict. */
  readonly fingerprint: string;
  /** t=y in the record: the domain was only testing DKIM. */
  readonly testing: boolean;
}

/** One header field a signature names in h=, and whether an instance of it exists and is covered. */
export interface CoveredHeader {
  readonly name: string;
  /** Of the instance that is covered; null when the name is signed as absent (over-signed). */
  readonly at: ByteRange | null;
}

/** Words that were set aside because they were not there when the message was signed. */
export interface AddedText {
  /** `top` and `end` of a text, a whole `part` of a multipart, a mark in the `subject`. */
  readonly at: 'top' | 'end' | 'part' | 'subject';
  /** Decoded, HTML as a reader sees it; bounded. Empty for what is no text. */
  readonly text: string;
  /** False where the text was cut off, or the part is no text: then not all of it is known here. */
  readonly whole: boolean;
}

/** A benign change that, undone, makes the signature verify; the regions are what the exception covers. */
export interface UndoneChange {
  /** Stable codes, in the order applied: `list-footer`, `subject-tag`, `from-stuffing`, `line-ends`, ... */
  readonly changes: readonly string[];
  /** Byte ranges of the message as it lies in the leak that were set aside or rewritten. */
  readonly regions: readonly ByteRange[];
  /** What those who see the message read and the signer did not sign; who put it there is not known. */
  readonly added: readonly AddedText[];
  /** Ids of whole parts set aside, with all that is in them; absent where there are none. */
  readonly parts?: readonly string[];
  /** The value a field had when it was signed, where it was changed and could be computed; else null. */
  readonly restored: string | null;
  readonly detail: string;
}

/** All that one signature says, each fact apart: never a single word like "fail". */
export interface SignatureResult {
  readonly kind: SignatureKind;
  /** ARC instance (i=), or null. */
  readonly instance: number | null;
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: string;
  readonly canonicalization: string;
  readonly header: HeaderCheck;
  readonly body: BodyCheck;
  /** The header fields covered, in h= order. */
  readonly covered: readonly CoveredHeader[];
  /** Instances of header fields a reader sees (From, Subject, Date, To, ...) that are not covered. */
  readonly uncovered: readonly CoveredHeader[];
  /** The bytes of the body the signature vouches for, and those it does not (after l=). */
  readonly coveredBody: ByteRange | null;
  readonly uncoveredBody: ByteRange | null;
  /** Seconds since 1970, from t= and x=. */
  readonly signedAt: number | null;
  readonly expires: number | null;
  /** Past its x= now. A fact beside the others: an old leak is expected to be expired. */
  readonly expired: boolean;
  /** d= equals (strict) or shares the organisational domain with (relaxed) the From domain. */
  readonly alignment: 'strict' | 'relaxed' | 'none';
  /** An address of another organisation that From shows beside the one it is from; absent where there is none. */
  readonly shownBeside?: string;
  /** From says that it is sent for that address ("via"). */
  readonly isShownVia?: true;
  /** Of fields it leaves open, addresses of another house than those of From and of the recipients; absent without any. */
  readonly openAddresses?: readonly OpenAddress[];
  /**
   * Of an ARC-Message-Signature: its forwarder says in the same set that the message came with an intact signature of From's own
   * house. Worth what the forwarder's word is worth; absent where it does not say so.
   */
  readonly saysSenderPassed?: true;
  readonly key: SignatureKey | null;
  readonly undone: UndoneChange | null;
  /** Weaknesses and oddities, stable codes: `sha1`, `short-key`, `length-tag`, `unsigned-subject`, ... */
  readonly weaknesses: readonly string[];
}

/** An address of another house in a field that nobody signed: where answers go, or who is shown to have sent it. */
export interface OpenAddress {
  readonly field: 'reply-to' | 'sender';
  /** In lower case. */
  readonly address: string;
}
