import { getDomain } from 'tldts';
import type { Address } from '../../model/index.ts';
import { interned } from '../../parse/text/interned.ts';
import { asciiDomain, utf8FromBytes } from './domain-name.ts';

/** Whether the signing domain is that of From, or of the same organisation (DMARC, RFC 7489 3.1). */
export type Alignment = 'strict' | 'relaxed' | 'none';

/** Attack: a From of a million addresses, each looked up for every signature. */
const MAX_FROM_DOMAINS = 100;

/**
 * How the signing domain relates to the domains a reader sees in From (RFC 7489 section 3.1.1). With
 * several From domains the weakest relation counts: a second From must not borrow the first one's.
 */
export function alignmentOf(signingDomain: string, fromDomains: readonly string[]): Alignment {
  if (fromDomains.length === 0 || fromDomains.length > MAX_FROM_DOMAINS) return 'none';
  let weakest: Alignment = 'strict';
  for (const domain of fromDomains) {
    if (domain === signingDomain) continue;
    const organisation = organisationalDomain(domain);
    if (organisation === null || organisation !== organisationalDomain(signingDomain)) return 'none';
    weakest = 'relaxed';
  }
  return weakest;
}

/**
 * The registrable domain by the Public Suffix List, private suffixes included: two customers of one
 * hosting domain are two organisations.
 */
export function organisationalDomain(domain: string): string | null {
  const known = organisations.get(domain);
  if (known !== undefined) return known;
  const organisation = tenantOf(domain) ?? getDomain(domain, { allowPrivateDomains: true });
  if (organisations.size < CACHE_SIZE && domain.length <= MOST_CACHED_CHARS)
    organisations.set(interned(domain), organisation);
  return organisation;
}

/**
 * Hosts that give each customer a name of its own to send from, and that no list of suffixes names: Microsoft 365 and Google
 * sign so for whoever has not set up a key. Without them all customers of one would speak for each other.
 */
const TENANTS =
  /(?:^|\.)([a-z0-9-]{1,63}\.(?:mail\.)?onmicrosoft\.com|[a-z0-9-]{1,63}\.\d{8}\.gappssmtp\.com)$/;

function tenantOf(domain: string): string | null {
  return domain.endsWith('.com') ? (TENANTS.exec(domain)?.[1] ?? null) : null;
}

/** Domains are the sender's: without a bound, a dump of random ones would fill the heap. */
const CACHE_SIZE = 2000;
/** The longest name that the DNS can hold (RFC 1035 2.3.4). */
const MOST_CACHED_CHARS = 253;
const organisations = new Map<string, string | null>();

/**
 * The domains of the addresses in a From value (one character per byte), as A-labels. Display names,
 * comments and quoted strings are passed over, whatever addresses they pretend to hold.
 */
export function fromDomainsOf(value: string): string[] {
  const bare = withoutQuotesAndComments(value);
  const addresses = bare.includes('<') ? bare.split('<').slice(1).map(upToBracket) : bare.split(/[,;:]/);
  const domains: string[] = [];
  for (const address of addresses) {
    const at = address.lastIndexOf('@');
    if (at < 0) continue;
    const domain = utf8FromBytes(address.slice(at + 1).replace(/[ \t\r\n]+/g, ''));
    if (domain !== '') domains.push(asciiDomain(domain));
  }
  return domains;
}

/** The domains of addresses as they are shown, as A-labels; those without one are left out. */
export function domainsOf(addresses: readonly Address[]): string[] {
  return addresses.flatMap(({ address }) => {
    const at = address.lastIndexOf('@');
    return at < 0 || at + 1 === address.length ? [] : [asciiDomain(address.slice(at + 1))];
  });
}

function upToBracket(text: string): string {
  const end = text.indexOf('>');
  return end < 0 ? text : text.slice(0, end);
}

function withoutQuotesAndComments(value: string): string {
  if (!/["(]/.test(value)) return value;
  let bare = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const char = value.charAt(i);
    if (char === '\\' && (quoted || depth > 0)) i++;
    else if (quoted) quoted = char !== '"';
    else if (char === '"' && depth === 0) quoted = true;
    else if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth === 0) bare += char;
  }
  return bare;
}
