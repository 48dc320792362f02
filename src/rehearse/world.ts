/** One invented campaign: who is in it, when it takes place, and whose servers sign with which keys. */
import { type KeyType, type SigningKey, signingKey } from './keys/signing-key.ts';
import { type Random, randomOf } from './random.ts';
import type { Canonicalization } from './sign/canonical.ts';
import { type Cast, castOf, type SignerName } from './story/cast.ts';

export type ServerSoftware = 'postfix' | 'postfix-short' | 'exim' | 'sendmail' | 'google' | 'exchange';

export interface SigningPolicy {
  /** In order of their periods. */
  readonly keys: readonly SigningKey[];
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  readonly names: readonly string[];
  readonly timestamp: boolean;
  /** Seconds from signing to x=. */
  readonly expires?: number;
  readonly length?: boolean;
}

export interface World {
  readonly seed: string;
  readonly random: Random;
  readonly cast: Cast;
  /** Milliseconds since 1970. The last mail is of `end`, which is when the mail was stolen. */
  readonly start: number;
  readonly end: number;
  /** When the dump appears, some days after the theft. */
  readonly leaked: number;
  readonly policies: ReadonlyMap<Exclude<SignerName, null>, SigningPolicy>;
  readonly listKey: SigningKey;
  readonly forwarderKey: SigningKey;
  /** A retired key of the provider, the private half of which somebody put on the Internet. */
  readonly publishedKey: SigningKey;
  /** A key made on the spot under any name, as a forger would. */
  forgedKey(label: string, domain: string, selector: string, type: KeyType): SigningKey;
}

const DAY = 86_400_000;

export function worldOf(seed: number): World {
  const random = randomOf(`tamis rehearsal ${seed}`);
  const cast = castOf(random.fork('cast'));
  const year = random.fork('year').between(2018, 2022);
  const start = Date.UTC(year, 10, 4, 7);
  const end = Date.UTC(year + 1, 3, 24, 18);
  const text = String(seed);
  const turn = Date.UTC(year + 1, 1, 1);
  const name = (at: number): string => new Date(at).toISOString();
  const key = (
    domain: string,
    selector: string,
    type: KeyType,
    from = start - 90 * DAY,
    until = end + 60 * DAY,
  ): SigningKey =>
    signingKey(text, `${domain}/${selector}`, {
      domain,
      selector,
      type,
      from: name(from),
      until: name(until),
    });
  const [campaign, provider, pollster, printer, townHall, newspaper, newsletter, biller, halls, lost] = [
    ...cast.organisations.keys(),
  ];
  const rotating = (
    domain: string,
    selectors: readonly [string, string],
    type: KeyType,
  ): readonly SigningKey[] => [
    key(domain, selectors[0], type, start - 90 * DAY, turn),
    key(domain, selectors[1], type, turn, end + 60 * DAY),
  ];
  const domain = (value: string | undefined): string => value ?? 'nowhere.example';
  const policies = new Map<Exclude<SignerName, null>, SigningPolicy>([
    [
      'campaign',
      {
        keys: rotating(domain(campaign), ['s1', 's2'], 'rsa2048'),
        ...RELAXED,
        names: ['from', 'from', ...MANY],
        timestamp: true,
      },
    ],
    [
      'provider',
      {
        keys: rotating(domain(provider), [`${year - 2}1025`, `${year + 1}0112`], 'rsa2048'),
        ...RELAXED,
        names: [
          'mime-version',
          'references',
          'in-reply-to',
          'from',
          'date',
          'message-id',
          'subject',
          'to',
          'cc',
        ],
        timestamp: false,
      },
    ],
    [
      'pollster',
      {
        keys: [key(domain(pollster), 'hp1', 'rsa1024')],
        ...RELAXED,
        names: MANY_FROM,
        timestamp: true,
        expires: 7 * 86_400,
      },
    ],
    [
      'printer',
      {
        keys: [key(domain(printer), 'mail', 'rsa1024')],
        header: 'simple',
        body: 'simple',
        names: ['from', 'to', 'subject', 'date'],
        timestamp: true,
      },
    ],
    [
      'town-hall',
      {
        keys: [key(domain(townHall), 'mairie', 'rsa1024')],
        header: 'relaxed',
        body: 'simple',
        names: ['from', 'to', 'cc', 'subject', 'date', 'message-id'],
        timestamp: false,
      },
    ],
    [
      'newspaper',
      { keys: [key(domain(newspaper), 'ed', 'ed25519')], ...RELAXED, names: MANY_FROM, timestamp: true },
    ],
    [
      'newsletter',
      {
        keys: [key(domain(newsletter), 'nl', 'rsa2048')],
        ...RELAXED,
        names: [...MANY_FROM, 'list-unsubscribe'],
        timestamp: true,
        expires: 30 * 86_400,
      },
    ],
    [
      'biller',
      {
        keys: [key(domain(biller), 'fact', 'rsa1024')],
        ...RELAXED,
        names: ['from', 'to', 'subject', 'date', 'message-id', 'mime-version'],
        timestamp: true,
        length: true,
      },
    ],
    [
      'halls',
      {
        keys: [key(domain(halls), 'zm', 'rsa1024')],
        ...RELAXED,
        names: ['from', 'subject', 'date', 'message-id', 'mime-version', 'content-type'],
        timestamp: true,
      },
    ],
    ['lost', { keys: [key(domain(lost), 'k', 'rsa1024')], ...RELAXED, names: MANY_FROM, timestamp: true }],
  ]);
  const listDomain = cast.list.slice(cast.list.indexOf('@') + 1);
  return {
    seed: text,
    random,
    cast,
    start,
    end,
    leaked: end + 11 * DAY,
    policies,
    listKey: key(listDomain, 'lists', 'rsa2048'),
    forwarderKey: key('anciens-eleves.example', 'arc', 'rsa2048'),
    publishedKey: key(domain(provider), `${year - 4}0401`, 'rsa1024', start - 1500 * DAY, start + 100 * DAY),
    forgedKey: (label, forDomain, selector, type) =>
      signingKey(text, `forged/${label}`, {
        domain: forDomain,
        selector,
        type,
        from: name(end),
        until: name(end),
      }),
  };
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

/** The policy of an address's domain, or null where its server does not sign. */
export function policyOf(world: World, domain: string): SigningPolicy | null {
  const signer = world.cast.organisations.get(domain)?.signer ?? null;
  return signer === null ? null : (world.policies.get(signer) ?? null);
}

export function keyAt(policy: SigningPolicy, at: number): SigningKey | null {
  return (
    policy.keys.find(({ from, until }) => at >= Date.parse(from) && at < Date.parse(until)) ??
    policy.keys.at(-1) ??
    null
  );
}

/** What runs where; a guess from the domain's name would do as well, but a table is plainer. */
export function softwareOf(world: World, domain: string): ServerSoftware {
  const signer = world.cast.organisations.get(domain)?.signer ?? null;
  return signer === null ? 'postfix-short' : SOFTWARE[signer];
}

const SOFTWARE: Readonly<Record<Exclude<SignerName, null>, ServerSoftware>> = {
  campaign: 'postfix',
  provider: 'google',
  pollster: 'exchange',
  printer: 'exim',
  'town-hall': 'sendmail',
  newspaper: 'postfix-short',
  newsletter: 'postfix',
  biller: 'exim',
  halls: 'postfix',
  lost: 'postfix-short',
};

/**
 * Between seven in the morning and nine in the evening, early enough for a thread to end before the theft.
 * Genuine and invented mail alike: forgeries must not stand out by being written at night.
 */
export function workingHour(world: World, random: Random): number {
  const days = Math.floor((world.end - world.start) / DAY) - 6;
  return world.start + random.between(0, days) * DAY + random.between(0, 14 * 3600) * 1000;
}
