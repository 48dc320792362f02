import { parse } from 'tldts';
import type { MessageRow } from '../case/store.ts';
import type { SignatureResult } from '../model/index.ts';

/**
 * A relay passes on the mail of several people on several days. Attack: one domain of a forger's own, with its key in
 * the DNS, under everything he makes; so messages count that something else vouches for.
 */
const LEAST_AUTHORS = 3;
const LEAST_DAYS = 3;
const LEAST_MESSAGES = 4;
/** Lists that rewrite what they get leave no author's signature intact; such a list shows by its traffic alone. */
const LEAST_TRAFFIC = { authors: 5, days: 10, messages: 20 };

interface Seen {
  messages: number;
  readonly authors: Set<string>;
  readonly days: Set<string>;
}

/** By registrable domain; what was learnt from some messages, as plain data. */
export type KnownSignersSummary = readonly (readonly [
  isVouched: boolean,
  domain: string,
  messages: number,
  authors: readonly string[],
  days: readonly string[],
])[];

/**
 * Domains that sign mail of others, as the leak and the archive show them: beside intact signatures of the authors' own
 * domains, in the victim's archive, or on much mail of many. Anyone has a domain and can sign with it what he likes, so
 * a signature of a domain that shows nowhere else says nothing of the sender (RFC 6376 section 2.7: what a
 * signature means is a matter of who signs).
 */
export class KnownSigners {
  readonly #vouched = new Map<string, Seen>();
  readonly #all = new Map<string, Seen>();

  add(
    message: Pick<MessageRow, 'fromAddress' | 'date' | 'role'>,
    signatures: readonly SignatureResult[],
  ): void {
    const intact = signatures.filter(isIntact);
    if (intact.length === 0) return;
    const others = new Set(intact.filter(isOfOther).map(({ domain }) => registrable(domain)));
    if (others.size === 0) return;
    const isVouched = message.role === 'reference' || intact.some(isOfAuthor);
    const author = message.fromAddress;
    const day = message.date?.slice(0, 10) ?? '';
    for (const domain of others) {
      see(this.#all, domain, 1, [author], [day], LEAST_TRAFFIC);
      if (isVouched) see(this.#vouched, domain, 1, [author], [day], LEAST_VOUCHED);
    }
  }

  summary(): KnownSignersSummary {
    const rows = (seen: ReadonlyMap<string, Seen>, isVouched: boolean) =>
      [...seen].map(
        ([domain, { messages, authors, days }]) =>
          [isVouched, domain, messages, [...authors], [...days]] as const,
      );
    return [...rows(this.#all, false), ...rows(this.#vouched, true)];
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take(summary: KnownSignersSummary): void {
    for (const [isVouched, domain, messages, authors, days] of summary) {
      const most = isVouched ? LEAST_VOUCHED : LEAST_TRAFFIC;
      see(isVouched ? this.#vouched : this.#all, domain, messages, authors, days, most);
    }
  }

  /** Of the domains that signed a message in place of the sender's, those of which nothing is known. */
  strangersOf(
    { fromAddress }: Pick<MessageRow, 'fromAddress'>,
    signatures: readonly SignatureResult[],
  ): readonly string[] {
    const others = signatures.filter(isOfOther).map(({ domain }) => domain);
    return [...new Set(others)].filter(
      (domain) => !this.#isKnown(registrable(domain)) && !isTenant(domain, fromAddress),
    );
  }

  #isKnown(domain: string): boolean {
    return reaches(this.#vouched.get(domain), LEAST_VOUCHED) || reaches(this.#all.get(domain), LEAST_TRAFFIC);
  }
}

type Least = typeof LEAST_TRAFFIC;

const LEAST_VOUCHED: Least = { authors: LEAST_AUTHORS, days: LEAST_DAYS, messages: LEAST_MESSAGES };

function reaches(seen: Seen | undefined, { authors, days, messages }: Least): boolean {
  if (seen === undefined) return false;
  return seen.authors.size >= authors && seen.days.size >= days && seen.messages >= messages;
}

/** Attack: a hundred thousand messages, each signed by a domain of its own. What comes later is not learnt. */
const MOST_DOMAINS = 20_000;

function see(
  known: Map<string, Seen>,
  domain: string,
  messages: number,
  authors: readonly string[],
  days: readonly string[],
  most: Least,
): void {
  if (!known.has(domain) && known.size >= MOST_DOMAINS) return;
  const seen = known.get(domain) ?? { messages: 0, authors: new Set<string>(), days: new Set<string>() };
  known.set(domain, seen);
  seen.messages += messages;
  for (const author of authors) if (seen.authors.size < most.authors) seen.authors.add(author);
  for (const day of days) if (seen.days.size < most.days) seen.days.add(day);
}

function isIntact({ header, body, key, weaknesses }: SignatureResult): boolean {
  if (header.type !== 'good' || body.type !== 'match' || key === null) return false;
  return key.trust !== 'recovered' && key.trust !== 'published' && !weaknesses.includes('published-key');
}

function isOfOther({ kind, alignment }: SignatureResult): boolean {
  return kind === 'arc-message' || (kind === 'dkim' && alignment === 'none');
}

function isOfAuthor({ kind, alignment }: SignatureResult): boolean {
  return kind === 'dkim' && alignment !== 'none';
}

/**
 * Google signs for those who rent their mail from it and set up no key of their own, in a name made of theirs:
 * `party-example.20150623.gappssmtp.com` for party.example, once it has checked that the domain is theirs.
 */
function isTenant(domain: string, fromAddress: string): boolean {
  const tenant = /^([a-z0-9-]{1,200})\.\d{8}\.gappssmtp\.com$/.exec(domain)?.[1];
  const host = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return tenant !== undefined && tenant === host.replaceAll('.', '-');
}

function registrable(domain: string): string {
  return parse(domain).domain ?? domain;
}
