/** How each organisation's server signs its mail: with which keys, over what, and with which optional tags (RFC 6376). */
import type { KeyType, SigningKey } from './keys/signing-key.ts';
import type { Canonicalization } from './sign/canonical.ts';
import type { Cast, SignerName } from './story/cast.ts';

/** An organisation whose server signs. */
export type Signer = Exclude<SignerName, null>;

/** How one server signs. */
export interface SigningPolicy {
  /** In order of their periods. */
  readonly keys: readonly SigningKey[];
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  /** The names of h=, in lower case; a name twice also signs that no second field of it is there. */
  readonly names: readonly string[];
  /** Whether it writes t=. */
  readonly timestamp: boolean;
  /** Seconds from signing to x=. */
  readonly expires?: number;
  /** Whether it writes l=. */
  readonly length?: boolean;
}

/** When keys are in use, in milliseconds since 1970: those that are exchanged change at `turn`. */
export interface KeyPeriods {
  readonly from: number;
  readonly turn: number;
  readonly until: number;
  /** The year in which the story begins: providers write the date of a key into its selector. */
  readonly year: number;
  key(domain: string, selector: string, type: KeyType, from: number, until: number): SigningKey;
}

/** The policies of all servers of the cast that sign. */
export function signingPolicies(cast: Cast, periods: KeyPeriods): ReadonlyMap<Signer, SigningPolicy> {
  const policies = new Map<Signer, SigningPolicy>();
  for (const { domain, signer } of cast.organisations.values()) {
    if (signer === null) continue;
    const { selectors, type, ...policy } = WAYS[signer];
    policies.set(signer, { ...policy, keys: keysOf(domain, selectors(periods.year), type, periods) });
  }
  return policies;
}

/** One key for the whole time, or two of which the second follows the first. */
function keysOf(
  domain: string,
  [first, second]: Selectors,
  type: KeyType,
  { key, from, turn, until }: KeyPeriods,
): readonly SigningKey[] {
  if (second === undefined) return [key(domain, first, type, from, until)];
  return [key(domain, first, type, from, turn), key(domain, second, type, turn, until)];
}

type Selectors = readonly [only: string] | readonly [first: string, second: string];

interface WayOfSigning extends Omit<SigningPolicy, 'keys'> {
  readonly type: KeyType;
  selectors(year: number): Selectors;
}

const RELAXED = { header: 'relaxed', body: 'relaxed' } as const;
const MANY = [
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];
const MANY_FROM = ['from', ...MANY];
const DAY_SECONDS = 86_400;

/** Between them every trait that decides a verdict: oversigning, simple and relaxed, t=, x=, l=, short keys, Ed25519. */
const WAYS: Readonly<Record<Signer, WayOfSigning>> = {
  campaign: {
    selectors: () => ['s1', 's2'],
    type: 'rsa2048',
    ...RELAXED,
    names: ['from', 'from', ...MANY],
    timestamp: true,
  },
  provider: {
    selectors: (year) => [`${year - 2}1025`, `${year + 1}0112`],
    type: 'rsa2048',
    ...RELAXED,
    names: ['mime-version', 'references', 'in-reply-to', 'from', 'date', 'message-id', 'subject', 'to', 'cc'],
    timestamp: false,
  },
  pollster: {
    selectors: () => ['hp1'],
    type: 'rsa1024',
    ...RELAXED,
    names: MANY_FROM,
    timestamp: true,
    expires: 7 * DAY_SECONDS,
  },
  printer: {
    selectors: () => ['mail'],
    type: 'rsa1024',
    header: 'simple',
    body: 'simple',
    names: ['from', 'to', 'subject', 'date'],
    timestamp: true,
  },
  'town-hall': {
    selectors: () => ['mairie'],
    type: 'rsa1024',
    header: 'relaxed',
    body: 'simple',
    names: ['from', 'to', 'cc', 'subject', 'date', 'message-id'],
    timestamp: false,
  },
  newspaper: { selectors: () => ['ed'], type: 'ed25519', ...RELAXED, names: MANY_FROM, timestamp: true },
  newsletter: {
    selectors: () => ['nl'],
    type: 'rsa2048',
    ...RELAXED,
    names: [...MANY_FROM, 'list-unsubscribe'],
    timestamp: true,
    expires: 30 * DAY_SECONDS,
  },
  biller: {
    selectors: () => ['fact'],
    type: 'rsa1024',
    ...RELAXED,
    names: ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'],
    timestamp: true,
    length: true,
  },
  halls: {
    selectors: () => ['zm'],
    type: 'rsa1024',
    ...RELAXED,
    names: ['from', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
    timestamp: true,
  },
  lost: { selectors: () => ['k'], type: 'rsa1024', ...RELAXED, names: MANY_FROM, timestamp: true },
};
