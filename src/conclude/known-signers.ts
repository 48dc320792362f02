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
/** Lists that rewrite what they get leave no author's signature intact; such a list shows by its traffic. */
const LEAST_TRAFFIC = { authors: 5, days: 10, messages: 20 };
/**
 * And people of so many houses write to it (`WrittenTo`). Attack: a forger's signature put on top of copies of genuine mail,
 * or under mail of many invented names.
 */
const LEAST_HOUSES = 2;

interface Seen {
  messages: number;
  readonly authors: Set<string>;
  readonly days: Set<string>;
}

/** Where a signer was seen. */
type Place = 'archive' | 'beside-author' | 'leak';

/** By registrable domain; what was learnt from some messages, as plain data. */
export type KnownSignersSummary = readonly (readonly [
  place: Place,
  domain: string,
  messages: number,
  authors: readonly string[],
  days: readonly string[],
])[];

/**
 * Domains that sign mail of others, as the leak and the archive show them: in the victim's archive; or, where people write
 * to them, beside intact signatures of the authors' own domains or on much mail of many. Anyone has a domain and can sign with it what he likes, so
 * a signature of a domain that shows nowhere else says nothing of the sender (RFC 6376 section 2.7: what a
 * signature means is a matter of who signs).
 */
export class KnownSigners {
  readonly #seen: Readonly<Record<Place, Map<string, Seen>>> = {
    archive: new Map(),
    'beside-author': new Map(),
    leak: new Map(),
  };

  add(
    message: Pick<MessageRow, 'fromAddress' | 'date' | 'role'>,
    signatures: readonly SignatureResult[],
  ): void {
    const intact = signatures.filter(isIntact);
    if (intact.length === 0) return;
    const others = new Set(intact.filter(isOfOther).map(({ domain }) => registrable(domain)));
    if (others.size === 0) return;
    const isOfArchive = message.role === 'reference';
    const author = message.fromAddress;
    const day = message.date?.slice(0, 10) ?? '';
    for (const domain of others) {
      const places: readonly Place[] = isOfArchive
        ? ['archive']
        : intact.some(isOfAuthor)
          ? ['leak', 'beside-author']
          : ['leak'];
      for (const place of places) see(this.#seen[place], domain, 1, [author], [day], LEAST[place]);
    }
  }

  summary(): KnownSignersSummary {
    return PLACES.flatMap((place) =>
      [...this.#seen[place]].map(
        ([domain, { messages, authors, days }]) =>
          [place, domain, messages, [...authors], [...days]] as const,
      ),
    );
  }

  /** Adds what was learnt from messages that come after those learnt from so far. */
  take(summary: KnownSignersSummary): void {
    for (const [place, domain, messages, authors, days] of summary)
      see(this.#seen[place], domain, messages, authors, days, LEAST[place]);
  }

  /**
   * Of the domains that signed a message in place of the sender's, those of which nothing is known.
   *
   * @param writtenTo how many houses write to a domain
   */
  strangersOf(
    { fromAddress }: Pick<MessageRow, 'fromAddress'>,
    signatures: readonly SignatureResult[],
    writtenTo: ReadonlyMap<string, number>,
  ): readonly string[] {
    const others = signatures
      .filter((each) => isOfOther(each) && !isOfProvider(each))
      .map(({ domain }) => domain);
    return [...new Set(others)].filter(
      (domain) => !this.#isKnown(registrable(domain), writtenTo) && !isTenant(domain, fromAddress),
    );
  }

  #isKnown(domain: string, writtenTo: ReadonlyMap<string, number>): boolean {
    const isSeen = (place: Place) => reaches(this.#seen[place].get(domain), LEAST[place]);
    if (isSeen('archive')) return true;
    return (writtenTo.get(domain) ?? 0) >= LEAST_HOUSES && (isSeen('beside-author') || isSeen('leak'));
  }
}

type Least = typeof LEAST_TRAFFIC;

const LEAST_VOUCHED: Least = { authors: LEAST_AUTHORS, days: LEAST_DAYS, messages: LEAST_MESSAGES };
const PLACES: readonly Place[] = ['archive', 'beside-author', 'leak'];
const LEAST: Readonly<Record<Place, Least>> = {
  archive: LEAST_VOUCHED,
  'beside-author': LEAST_VOUCHED,
  leak: LEAST_TRAFFIC,
};

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
 * Providers that receive mail for millions and seal all of it, so that neither traffic nor correspondents show them. Whoever
 * has a mailbox there gets a seal under whatever he sends to himself; so the seal counts where the provider says in it that
 * the sender's own signature was intact, which nobody can make it say of mail that the sender did not sign.
 */
const PROVIDERS: ReadonlySet<string> = new Set([
  'google.com',
  'microsoft.com',
  'messagingengine.com',
  'zohomail.com',
]);

function isOfProvider({ kind, domain, saysSenderPassed }: SignatureResult): boolean {
  return kind === 'arc-message' && saysSenderPassed === true && PROVIDERS.has(registrable(domain));
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
