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
    const reference = countDomains(archive);
    return new ProtectedDomains(frequent(reference.size > 0 ? reference : countDomains(leak)));
  }

  /** Whether an address is of one of them. */
  isProtected(address: string): boolean {
    const { domain } = parse(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    return domain !== null && this.targets.includes(domain);
  }

  /** What the domain of an address looks like, or null. */
  lookalike(address: string): (Lookalike & { readonly domain: string }) | null {
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    const known = this.#known.get(domain);
    if (known !== undefined) return known;
    const found = lookalikeOf(domain, this.targets);
    const result = found === null ? null : { ...found, domain };
    this.#known.set(domain, result);
    return result;
  }
}

function countDomains(messages: Iterable<Sender>): ReadonlyMap<string, number> {
  const hosts = new Map<string, number>();
  for (const { fromAddress } of messages) {
    const host = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [host, count] of hosts) {
    const { domain } = parse(host);
    if (domain !== null) counts.set(domain, (counts.get(domain) ?? 0) + count);
  }
  return counts;
}

function frequent(counts: ReadonlyMap<string, number>): readonly string[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts]
    .filter(([, count]) => count >= total * PROTECTED_SHARE)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PROTECTED)
    .map(([domain]) => domain);
}
