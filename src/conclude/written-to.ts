import { parse } from 'tldts';
import type { MessageRow } from '../case/store.ts';
import type { SignatureResult } from '../model/index.ts';

/** What was learnt from some messages, as plain data. */
export interface WrittenToSummary {
  readonly addresses: readonly string[];
  /** By keys that were computed, too. */
  readonly byComputed: readonly string[];
  readonly domains: readonly (readonly [domain: string, houses: readonly string[]])[];
}

/** Attack: a hundred thousand messages to a hundred addresses each. What comes later is not learnt. */
const MOST_ADDRESSES = 100_000;
const MOST_DOMAINS = 20_000;
/** More are not told apart. */
const MOST_HOUSES = 2;

type Written = Pick<MessageRow, 'role' | 'fromAddress' | 'recipients'>;

/**
 * To whom others write, in mail that their own domain signed with its To or Cc, or that lies in the victim's archive. Attack:
 * whoever puts a leak together can put mail of his own into it, as much as he likes, of as many names and days, and his
 * signature under copies of genuine mail; so that none of it shows who he is. What he cannot make is mail of others to him.
 */
export class WrittenTo {
  readonly #addresses = new Set<string>();
  readonly #byComputed = new Set<string>();
  readonly #domains = new Map<string, Set<string>>();

  add(message: Written, signatures: readonly SignatureResult[]): void {
    const { house, names, isComputed } = writerOf(message, signatures) ?? NOBODY;
    if (house === '') return;
    const { to, cc } = message.recipients;
    for (const address of [...(names.has('to') ? to : []), ...(names.has('cc') ? cc : [])]) {
      const domain = organisationOf(address);
      if (domain === '' || domain === house) continue;
      keep(this.#byComputed, address);
      if (isComputed) continue;
      keep(this.#addresses, address);
      this.#see(domain, [house]);
    }
  }

  summary(): WrittenToSummary {
    return {
      addresses: [...this.#addresses],
      byComputed: [...this.#byComputed],
      domains: [...this.#domains].map(([domain, houses]) => [domain, [...houses]] as const),
    };
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take({ addresses, byComputed, domains }: WrittenToSummary): void {
    for (const address of addresses) keep(this.#addresses, address);
    for (const address of byComputed) keep(this.#byComputed, address);
    for (const [domain, houses] of domains) this.#see(domain, houses);
  }

  /** Whether somebody of another house writes to this mailbox; of free mail, every mailbox is a house. */
  isWrittenTo(address: string, isComputed: boolean): boolean {
    return (isComputed ? this.#byComputed : this.#addresses).has(address);
  }

  /** Registrable domains that people of other houses write to, with how many houses: 2 for two and more. */
  domains(): readonly (readonly [domain: string, houses: number])[] {
    return [...this.#domains].map(([domain, houses]) => [domain, houses.size] as const);
  }

  #see(domain: string, houses: readonly string[]): void {
    const seen = this.#domains.get(domain) ?? new Set<string>();
    if (!this.#domains.has(domain)) {
      if (this.#domains.size >= MOST_DOMAINS) return;
      this.#domains.set(domain, seen);
    }
    for (const house of houses) if (seen.size < MOST_HOUSES) seen.add(house);
  }
}

const NOBODY = { house: '', names: new Set<string>(), isComputed: false };

/** The house that vouches for the recipients, and which of the two fields it signed. */
function writerOf(
  { role, fromAddress }: Written,
  signatures: readonly SignatureResult[],
): typeof NOBODY | null {
  if (role === 'reference')
    return { house: organisationOf(fromAddress), names: new Set(['to', 'cc']), isComputed: false };
  // A body that a list wrote under leaves the signed recipients as they were.
  const signed = signatures.filter(
    ({ kind, alignment, header, key, weaknesses }) =>
      kind === 'dkim' &&
      alignment !== 'none' &&
      header.type === 'good' &&
      key !== null &&
      key.trust !== 'published' &&
      !weaknesses.includes('published-key') &&
      !weaknesses.includes('short-key'),
  );
  const best = signed.find(({ key }) => key?.trust !== 'recovered') ?? signed[0];
  if (best === undefined) return null;
  const names = new Set(best.covered.flatMap(({ name, at }) => (at === null ? [] : [name])));
  return { house: organisationOf(best.domain), names, isComputed: best.key?.trust === 'recovered' };
}

function keep(addresses: Set<string>, address: string): void {
  if (addresses.size < MOST_ADDRESSES) addresses.add(address);
}

function organisationOf(address: string): string {
  return parse(address.slice(address.lastIndexOf('@') + 1)).domain ?? '';
}
