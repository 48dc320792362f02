import { parse } from 'tldts';
import type { MessageHead } from '../case/store.ts';
import { type Lookalike, lookalikeOf } from '../examine/lookalike/lookalike.ts';

/** A domain that writes at least this share of the mail is one that a forger would want to look like. */
const PROTECTED_SHARE = 0.05;
const MOST_PROTECTED = 8;

type Sender = Pick<MessageHead, 'fromAddress'>;

/**
 * The domains of the people whose mail this is: those that write most of the reference archive, or of the leak
 * where there is none. Others are held against them.
 */
export class ProtectedDomains {
  readonly targets: readonly string[];
  readonly #known = new Map<string, (Lookalike & { readonly domain: string }) | null>();

  constructor(targets: readonly string[]) {
    this.targets = targets;
  }

  static of(archive: Iterable<Sender>, leak: Iterable<Sender>): ProtectedDomains {
    const [ofArchive, ofLeak] = [new SenderHosts(), new SenderHosts()];
    for (const { fromAddress } of archive) ofArchive.add(fromAddress);
    for (const { fromAddress } of leak) ofLeak.add(fromAddress);
    return ProtectedDomains.ofHosts(ofArchive, ofLeak);
  }

  static ofHosts(archive: SenderHosts, leak: SenderHosts): ProtectedDomains {
    const reference = archive.domains();
    return new ProtectedDomains(frequent(reference.size > 0 ? reference : leak.domains()));
  }

  /** Whether an address is of one of them. */
  isProtected(address: string): boolean {
    const { domain } = parse(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    return domain !== null && this.targets.includes(domain);
  }

  /**
   * What the domain of an address looks like, or null. Attack: so much mail from a look-alike that it seems to be one of the
   * house's own; so one that writes less than another and to which nobody writes is held against that one all the same.
   *
   * @param isOwn whether something else than its own mail shows a registrable domain as one of the house
   */
  lookalike(
    address: string,
    isOwn: (domain: string) => boolean,
  ): (Lookalike & { readonly domain: string }) | null {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const known = this.#known.get(domain);
    if (known !== undefined) return known;
    const registrable = parse(domain).domain ?? domain;
    const place = this.targets.indexOf(registrable);
    const isFlood = place > 0 && !isOwn(registrable);
    const found = lookalikeOf(domain, isFlood ? this.targets.slice(0, place) : this.targets);
    const result = found === null ? null : { ...found, domain };
    this.#known.set(domain, result);
    return result;
  }
}

/** How many messages come from each host. */
export class SenderHosts {
  readonly #hosts = new Map<string, number>();

  add(fromAddress: string): void {
    const host = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
    this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
  }

  domains(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [host, count] of this.#hosts) {
      const { domain } = parse(host);
      if (domain !== null) counts.set(domain, (counts.get(domain) ?? 0) + count);
    }
    return counts;
  }
}

function frequent(counts: ReadonlyMap<string, number>): readonly string[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .filter(([, count]) => count >= total * PROTECTED_SHARE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PROTECTED)
    .map(([domain]) => domain);
}
