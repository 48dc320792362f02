/** One invented campaign: who is in it, when it takes place, and whose servers sign with which keys. */
import { type KeyType, type SigningKey, signingKey } from './keys/signing-key.ts';
import { type Signer, type SigningPolicy, signingPolicies } from './policies.ts';
import { type Random, randomOf } from './random.ts';
import { type Cast, castOf } from './story/cast.ts';

/** Whose manner a server has: of ids, Received fields and what it adds (`route/`). */
export type ServerSoftware = 'postfix' | 'postfix-short' | 'exim' | 'sendmail' | 'google' | 'exchange';

/** All that an exercise is made from. */
export interface World {
  readonly seed: string;
  readonly random: Random;
  readonly cast: Cast;
  /** Milliseconds since 1970. The last mail is of `end`, which is when the mail was stolen. */
  readonly start: number;
  readonly end: number;
  /** When the dump appears, some days after the theft. */
  readonly leaked: number;
  readonly policies: ReadonlyMap<Signer, SigningPolicy>;
  readonly listKey: SigningKey;
  readonly forwarderKey: SigningKey;
  /** A retired key of the provider, the private half of which somebody put on the Internet. */
  readonly publishedKey: SigningKey;
  /** A key made on the spot under any name, as a forger would. */
  forgedKey(label: string, domain: string, selector: string, type: KeyType): SigningKey;
}

const DAY = 86_400_000;

/** The world of a seed: the same seed gives the same world, keys included. */
export function worldOf(seed: number): World {
  const random = randomOf(`tamis rehearsal ${seed}`);
  const cast = castOf(random.fork('cast'));
  const year = random.fork('year').between(2018, 2022);
  const start = Date.UTC(year, 10, 4, 7);
  const end = Date.UTC(year + 1, 3, 24, 18);
  const text = String(seed);
  const iso = (at: number): string => new Date(at).toISOString();
  const before = start - 90 * DAY;
  const after = end + 60 * DAY;
  const key = (domain: string, selector: string, type: KeyType, from = before, until = after): SigningKey =>
    signingKey(text, `${domain}/${selector}`, { domain, selector, type, from: iso(from), until: iso(until) });
  const provider = domainOfSigner(cast, 'provider');
  const listDomain = cast.list.slice(cast.list.indexOf('@') + 1);
  return {
    seed: text,
    random,
    cast,
    start,
    end,
    leaked: end + 11 * DAY,
    policies: signingPolicies(cast, {
      from: before,
      turn: Date.UTC(year + 1, 1, 1),
      until: after,
      year,
      key,
    }),
    listKey: key(listDomain, 'lists', 'rsa2048'),
    forwarderKey: key('anciens-eleves.example', 'arc', 'rsa2048'),
    publishedKey: key(provider, `${year - 4}0401`, 'rsa1024', start - 1500 * DAY, start + 100 * DAY),
    forgedKey: (label, domain, selector, type) =>
      signingKey(text, `forged/${label}`, { domain, selector, type, from: iso(end), until: iso(end) }),
  };
}

function domainOfSigner(cast: Cast, signer: Signer): string {
  for (const organisation of cast.organisations.values())
    if (organisation.signer === signer) return organisation.domain;
  throw new RangeError(`The cast has no ${signer}.`);
}

/** The policy of an address's domain, or null where its server does not sign. */
export function policyOf(world: World, domain: string): SigningPolicy | null {
  const signer = world.cast.organisations.get(domain)?.signer ?? null;
  return signer === null ? null : (world.policies.get(signer) ?? null);
}

/** The key in use at a moment (milliseconds since 1970), the last one where none is; null without any. */
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

const SOFTWARE: Readonly<Record<Signer, ServerSoftware>> = {
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
