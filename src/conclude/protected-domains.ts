import { parse } from 'tldts';
import type { MessageHead } from '../case/store.ts';
import { type Lookalike, lookalikeOf } from '../examine/lookalike/lookalike.ts';
import { eachInGroups } from '../spill/groups.ts';
import { RecordSort } from '../spill/record-sort.ts';
import { Scratch } from '../spill/scratch.ts';
import { hashText, type TextHash } from '../spill/text-hash.ts';
import { TextStore } from '../spill/text-store.ts';

/** A domain that writes at least this share of the mail is one that a forger would want to look like. */
const PROTECTED_SHARE = 0.05;
const MOST_PROTECTED = 8;
/** Attack: a domain of its own for each message. Those that were looked at longest ago are looked at again. */
const MOST_KNOWN = 20_000;

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
    const [ofArchive, ofLeak] = [new SenderHosts(Scratch.inMemory()), new SenderHosts(Scratch.inMemory())];
    for (const { fromAddress } of archive) ofArchive.add(fromAddress);
    for (const { fromAddress } of leak) ofLeak.add(fromAddress);
    return ProtectedDomains.ofHosts(ofArchive, ofLeak);
  }

  static ofHosts(archive: SenderHosts, leak: SenderHosts): ProtectedDomains {
    const reference = archive.frequent();
    return new ProtectedDomains(reference.messages > 0 ? reference.domains : leak.frequent().domains);
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
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(domain, result);
    return result;
  }
}

/** How many messages come from each registrable domain: 12 bytes a message, sorted, in a file where it is much. */
export class SenderHosts {
  readonly #records: RecordSort;
  readonly #names: TextStore;
  /** By host, of those that came lately. */
  readonly #domains = new Map<string, string | null>();
  readonly #hash: TextHash = { high: 0, low: 0 };

  constructor(scratch: Scratch) {
    this.#records = new RecordSort(scratch, 3, 2);
    this.#names = new TextStore(scratch);
  }

  add(fromAddress: string): void {
    const domain = this.#domainOf(fromAddress.slice(fromAddress.lastIndexOf('@') + 1));
    if (domain === null) return;
    const { high, low } = hashText(domain, this.#hash);
    this.#records.add(high, low, this.#names.add(domain));
  }

  /** Those that write at least a share of the mail, the most frequent first; and how many messages have a domain. */
  frequent(): { readonly domains: readonly string[]; readonly messages: number } {
    const messages = this.#records.length;
    const counts: { domain: number; messages: number }[] = [];
    const close = ({ domain, messages: own }: (typeof counts)[number]) => {
      if (own > 0 && own >= messages * PROTECTED_SHARE) counts.push({ domain, messages: own });
    };
    let last = { domain: 0, messages: 0 };
    eachInGroups(
      this.#records,
      () => {
        close(last);
        last = { domain: 0, messages: 0 };
        return last;
      },
      (group, record) => {
        group.domain = record.word(2);
        group.messages++;
      },
    );
    close(last);
    const domains = counts
      .map(({ domain, messages: own }) => ({ domain: this.#names.get(domain), own }))
      .sort((a, b) => b.own - a.own || (a.domain < b.domain ? -1 : 1));
    return { domains: domains.slice(0, MOST_PROTECTED).map(({ domain }) => domain), messages };
  }

  #domainOf(host: string): string | null {
    const known = this.#domains.get(host);
    if (known !== undefined) return known;
    const { domain } = parse(host);
    if (this.#domains.size >= MOST_KNOWN) this.#domains.clear();
    this.#domains.set(host, domain);
    return domain;
  }
}
