import type { BodyCheck, SignatureKey, SignatureKind } from '../../model/index.ts';
import type { HeaderOutcome } from './header-check.ts';
import type { SignatureTags } from './signature-tags.ts';

/** What beside the tags decides the weaknesses of one signature. */
export interface WeaknessInput {
  readonly tags: SignatureTags;
  readonly outcome: HeaderOutcome;
  readonly body: BodyCheck;
  readonly coverage: readonly string[];
  /** The body is another than was signed, and filters have exchanged links in it. */
  readonly linksRewritten: boolean;
  /** The body is another than was signed, and a server has put its parts together anew. */
  readonly bodyRemade: boolean;
  /** What shows that unsigned fields make other words of the signed bytes, or null. */
  readonly reading: string | null;
  /** What is left open beside, and only told. */
  readonly remarks: readonly string[];
  /** A line of words among the fields, which is no field. */
  readonly textInHeader: boolean;
  readonly leavesBodyUncovered: boolean;
  /** l= is more than the body has. */
  readonly lengthBeyondBody: boolean;
  /** The source that speaks for the key: its dates count. */
  readonly key: SignatureKey | null;
  /** Seconds; t= or else the Date header. */
  readonly signingTime: number | null;
  /** Seconds; the Date that is shown, or null. */
  readonly date: number | null;
  readonly expired: boolean;
  readonly now: number;
  readonly publishedKeys: ReadonlySet<string>;
}

/** Seconds by which a clock may be off before a date is called wrong. */
const CLOCK_SLACK = 2 * 86_400;

/** Seconds for which a mail system goes on trying (RFC 5321 section 4.5.4.1): the Date of what waits is its writer's. */
const LONGEST_QUEUE = 5 * 86_400;

/**
 * Everything about a signature that makes it prove less than it seems to, as stable codes. None of them
 * changes what the cryptography said: judging is done elsewhere.
 */
export function weaknessesOf(input: WeaknessInput): readonly string[] {
  const { tags } = input;
  const found: string[] = [...tags.oddities];
  if (tags.hash === 'sha1') found.push('sha1');
  found.push(...keyWeaknesses(input));
  if (tags.bodyLength !== null) {
    if (input.leavesBodyUncovered) found.push('length-tag');
    if (input.lengthBeyondBody) found.push('length-beyond-body');
  }
  if (!isSeal(tags.kind)) found.push(...input.coverage);
  if (input.bodyRemade) found.push('body-remade');
  if (input.linksRewritten) found.push('links-rewritten');
  if (input.reading !== null) found.push(input.reading);
  found.push(...input.remarks);
  if (input.textInHeader && !isSeal(tags.kind)) found.push('text-in-header');
  if (input.expired) found.push('expired');
  if (tags.signedAt !== null) {
    if (tags.signedAt > input.now + CLOCK_SLACK) found.push('signed-in-future');
    if (input.date !== null && Math.abs(tags.signedAt - input.date) > LONGEST_QUEUE)
      found.push('signed-other-day');
    if (tags.expires !== null && tags.expires <= tags.signedAt) found.push('expires-before-signed');
  }
  if (tags.identity !== null && !isWithin(identityDomain(tags.identity), tags.domain))
    found.push('identity-mismatch');
  if (tags.kind === 'arc-message' && tags.signedNames.includes('arc-seal')) found.push('signs-arc-seal');
  return found;
}

function keyWeaknesses({ tags, outcome, key: facts, signingTime, publishedKeys }: WeaknessInput): string[] {
  if (outcome.key === null) return [];
  const { key } = outcome.key;
  const found: string[] = [];
  if (key.algorithm === 'rsa') {
    // RFC 8301 section 3.2: below 1024 bits verifiers must not accept; 512 bits fall in hours.
    if (key.bits < 1024) found.push('short-key');
    else if (key.bits < 2048) found.push('1024-bit-key');
  }
  if (key.testing) found.push('testing-key');
  if (key.otherService) found.push('key-not-for-email');
  if (key.hashes !== null && tags.hash !== null && !key.hashes.includes(tags.hash))
    found.push('hash-not-allowed-by-key');
  if (key.strictIdentity && tags.identity !== null && identityDomain(tags.identity) !== tags.domain) {
    found.push('identity-not-allowed-by-key');
  }
  if (publishedKeys.has(key.fingerprint)) found.push('published-key');
  if (signingTime !== null && facts !== null && !isSeenAround(facts, signingTime))
    found.push('key-seen-at-other-dates');
  return found;
}

/** Whether a time lies between the first and last observation of a key; an unknown end is open. */
export function isSeenAround(
  key: { readonly firstSeen: string | null; readonly lastSeen: string | null },
  seconds: number,
): boolean {
  const first = key.firstSeen === null ? Number.NaN : Date.parse(key.firstSeen) / 1000;
  const last = key.lastSeen === null ? Number.NaN : Date.parse(key.lastSeen) / 1000;
  return !(seconds < first - CLOCK_SLACK || seconds > last + CLOCK_SLACK);
}

function isSeal(kind: SignatureKind): boolean {
  return kind === 'arc-seal';
}

function identityDomain(identity: string): string {
  return identity.slice(identity.lastIndexOf('@') + 1).toLowerCase();
}

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
