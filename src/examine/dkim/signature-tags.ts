import type { SignatureKind } from '../../model/index.ts';
import { interned } from '../../parse/text/interned.ts';
import { asciiDomain, utf8FromBytes } from './domain-name.ts';
import { parseTagList, type Tag, type TagList } from './tag-list.ts';

/** Hashes of signatures; sha1 is checked too, since old mail bears it (RFC 8301 forbids it to signers). */
export type HashName = 'sha1' | 'sha256';

/** The tags of one signature header, read but not yet judged. Absent or unreadable numbers are null. */
export interface SignatureTags {
  readonly kind: SignatureKind;
  readonly instance: number | null;
  readonly domain: string;
  readonly selector: string;
  /** a= as written, lower case. */
  readonly algorithm: string;
  readonly keyType: 'rsa' | 'ed25519' | null;
  readonly hash: HashName | null;
  /** c= with the default filled in, e.g. `relaxed/simple`. */
  readonly canonicalization: string;
  readonly relaxedHeader: boolean;
  readonly relaxedBody: boolean;
  readonly signature: Buffer;
  readonly bodyHash: Buffer;
  /** Lower-case names of h=, in order, repeats kept. */
  readonly signedNames: readonly string[];
  readonly bodyLength: number | null;
  readonly signedAt: number | null;
  readonly expires: number | null;
  /** i= of a DKIM signature, decoded; null when absent. */
  readonly identity: string | null;
  /** Where the value of b= lies, from the start of the header's value. */
  readonly signatureSpan: { readonly start: number; readonly end: number } | null;
  /** Chain state of an ARC seal (cv=), or null. */
  readonly chain: string | null;
  /** Why nothing can be checked; null when something can. */
  readonly broken: string | null;
  /** Departures from the RFC that do not stop the check. */
  readonly oddities: readonly string[];
}

/** Attack: h= with a million names. Real ones have up to 60. */
const MAX_SIGNED_NAMES = 2000;

const REQUIRED: Readonly<Record<SignatureKind, readonly string[]>> = {
  dkim: ['a', 'b', 'bh', 'd', 'h', 's'],
  'google-dkim': ['a', 'b', 'bh', 'd', 'h', 's'],
  'arc-message': ['a', 'b', 'bh', 'd', 'h', 'i', 's'],
  'arc-seal': ['a', 'b', 'cv', 'd', 'i', 's'],
};

/** Where c= is absent. RFC 8617 gives none for ARC; the implementations of its authors take relaxed. */
const DEFAULT_CANONICALIZATION: Readonly<Record<SignatureKind, string>> = {
  dkim: 'simple/simple',
  'google-dkim': 'simple/simple',
  'arc-message': 'relaxed/relaxed',
  'arc-seal': 'relaxed',
};

/** Reads the value of a signature header, given as one character per byte. Never throws. */
export function readSignatureTags(kind: SignatureKind, value: string): SignatureTags {
  const { tags, duplicates, malformed } = parseTagList(value);
  const text = (name: string): string => tags.get(name)?.value ?? '';
  const isArc = kind === 'arc-message' || kind === 'arc-seal';
  const algorithm = unfolded(text('a')).toLowerCase();
  const canonicalization = tags.has('c') ? unfolded(text('c')).toLowerCase() : DEFAULT_CANONICALIZATION[kind];
  const [headerMethod = '', bodyMethod = 'simple'] = canonicalization.split('/');
  const listed = kind === 'arc-seal' ? [] : listOf(text('h'));
  const signedNames = listed.length > MAX_SIGNED_NAMES ? [] : listed;
  const bodyHash = base64(text('bh'));
  const b = tags.get('b');
  const oddities = findOddities(kind, tags, malformed);
  return {
    kind,
    instance: isArc ? number(text('i')) : null,
    domain: asciiDomain(utf8FromBytes(unfolded(text('d')))),
    selector: asciiDomain(utf8FromBytes(unfolded(text('s')))),
    algorithm,
    keyType: algorithm.startsWith('rsa-') ? 'rsa' : algorithm === 'ed25519-sha256' ? 'ed25519' : null,
    hash: algorithm.endsWith('-sha256') ? 'sha256' : algorithm === 'rsa-sha1' ? 'sha1' : null,
    canonicalization: kind === 'arc-seal' ? 'relaxed' : `${headerMethod}/${bodyMethod}`,
    relaxedHeader: headerMethod === 'relaxed',
    relaxedBody: bodyMethod === 'relaxed',
    signature: base64(text('b')),
    bodyHash,
    signedNames,
    bodyLength: tags.has('l') ? number(text('l')) : null,
    signedAt: number(text('t')),
    expires: number(text('x')),
    identity: isArc || !tags.has('i') ? null : utf8FromBytes(unfolded(text('i'))),
    signatureSpan: b ? { start: b.start, end: b.end } : null,
    chain: kind === 'arc-seal' ? text('cv').toLowerCase() : null,
    broken: findBreak({
      kind,
      tags,
      duplicates,
      algorithm,
      methods: [headerMethod, bodyMethod],
      signed: listed.length,
    }),
    oddities,
  };
}

interface TagFacts extends Pick<TagList, 'tags' | 'duplicates'> {
  readonly kind: SignatureKind;
  readonly algorithm: string;
  /** Canonicalisation of header and body. */
  readonly methods: readonly string[];
  /** Names in h=. */
  readonly signed: number;
}

/** The first thing for which the signature cannot be checked at all, by a code; null without any. */
function findBreak({ kind, tags, duplicates, algorithm, methods, signed }: TagFacts): string | null {
  if (duplicates.length > 0) return `duplicate-tag-${duplicates[0]}`;
  // An empty h= breaks the grammar and yet is what was signed: nothing but the signature's own field.
  const missing = REQUIRED[kind].find(
    (name) => (tags.get(name)?.value ?? '') === '' && !(name === 'h' && tags.has(name)),
  );
  if (missing !== undefined) return `missing-tag-${missing}`;
  if (!/^(?:rsa-sha1|rsa-sha256|ed25519-sha256)$/.test(algorithm)) return 'unknown-algorithm';
  const isMethod = (method: string) => method === 'simple' || method === 'relaxed';
  if (kind !== 'arc-seal' && !methods.every(isMethod)) return 'unknown-canonicalization';
  const length = tags.get('l');
  if (length !== undefined && number(length.value) === null) return 'bad-tag-l';
  if (signed > MAX_SIGNED_NAMES) return 'bad-tag-h';
  if ((kind === 'arc-seal' || kind === 'arc-message') && !isInstance(tags.get('i')?.value))
    return 'bad-tag-i';
  return null;
}

function findOddities(kind: SignatureKind, tags: ReadonlyMap<string, Tag>, malformed: number): string[] {
  const oddities: string[] = [];
  if (malformed > 0) oddities.push('malformed-tag');
  if (kind === 'dkim' || kind === 'google-dkim') {
    const version = tags.get('v')?.value;
    if (version === undefined) oddities.push('no-version');
    else if (version !== '1') oddities.push('other-version');
  }
  if (kind === 'arc-seal' && tags.has('h')) oddities.push('seal-with-h');
  const query = tags.get('q')?.value;
  if (query !== undefined && !/^dns(?:\/txt)?$/i.test(query)) oddities.push('query-method');
  for (const name of ['t', 'x']) {
    const tag = tags.get(name);
    if (tag && number(tag.value) === null) oddities.push(`bad-tag-${name}`);
  }
  return oddities;
}

/** RFC 8617 section 4.2.1: instances count from 1 to 50. */
function isInstance(value: string | undefined): boolean {
  const instance = number(value ?? '');
  return instance !== null && instance >= 1 && instance <= 50;
}

/** Unsigned decimal of at most 15 digits (exact in a double), or null. */
function number(value: string): number | null {
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function unfolded(value: string): string {
  return value.replace(/[ \t\r\n]+/g, '');
}

/** A signer writes the same h= into all its mail. Values are the sender's: the cache must not grow with them. */
const LIST_CACHE_SIZE = 1000;
/** Longer lists are seldom met twice. */
const MOST_CACHED_CHARS = 1000;
const lists = new Map<string, readonly string[]>();

function listOf(value: string): readonly string[] {
  const known = lists.get(value);
  if (known !== undefined) return known;
  const names = value
    .split(':')
    .map((name) => interned(name.trim().toLowerCase()))
    .filter((name) => name !== '');
  if (lists.size < LIST_CACHE_SIZE && value.length <= MOST_CACHED_CHARS) lists.set(interned(value), names);
  return names;
}

/** Lenient as Buffer is: white space and stray characters are passed over. */
function base64(value: string): Buffer {
  return Buffer.from(value, 'base64');
}
