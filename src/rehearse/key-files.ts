/** What an analyst would have of the signers' keys: all of them, or half. */
import { imitation } from './forgeries/signed.ts';
import { keyRecord, type SigningKey } from './keys/signing-key.ts';
import type { World } from './world.ts';

/** A line of a key file, as `tamis keys` reads it. */
export interface KeyRow {
  readonly domain: string;
  readonly selector: string;
  readonly record: string;
  readonly trust: 'archive' | 'dns';
  readonly source: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Its private half was put where anyone can find it, and somebody noticed. */
  readonly published?: true;
}

/** "All" lacks what nobody kept; it has the look-alike's key, because whoever asks the DNS gets that too. */
export function keyFiles(world: World): {
  readonly all: readonly KeyRow[];
  readonly half: readonly KeyRow[];
} {
  const kept = [...world.policies].flatMap(([signer, policy]) => (signer === 'lost' ? [] : policy.keys));
  const lookalike = imitation(world.cast.campaign);
  const all = [
    ...[...kept, world.listKey, world.forwarderKey, world.publishedKey].map((key) => row(key, 'archive')),
    row(world.forgedKey(lookalike, lookalike, 'mail', 'rsa1024'), 'dns'),
  ];
  const half = world.random
    .fork('half of the keys')
    .shuffled(all)
    .slice(0, Math.ceil(all.length / 2));
  // Who has half of the keys does not know either that one of them is everybody's.
  const isPublished = ({ domain, selector }: KeyRow): boolean =>
    domain === world.publishedKey.domain && selector === world.publishedKey.selector;
  return { all: all.map((each) => (isPublished(each) ? { ...each, published: true } : each)), half };
}

function row(key: SigningKey, trust: KeyRow['trust']): KeyRow {
  return {
    domain: key.domain,
    selector: key.selector,
    record: keyRecord(key),
    trust,
    source:
      trust === 'dns' ? 'DNS on the day of the leak (invented)' : 'an archive of DNS records (invented)',
    firstSeen: key.from,
    lastSeen: key.until,
  };
}
