import { parse } from 'tldts';
import { behindFilter } from '../../examine/links/rewritten-links.ts';

/** Where a link would lead, as far as its address tells. It is never followed. */
export interface Link {
  /** As written in the mail. */
  readonly written: string;
  /** The words it is behind; empty for one that stands in the text, and around pictures. */
  readonly shown: string;
  readonly place: LinkPlace;
  /** After the wrappers of mail filters were taken off; null for what is no web address. */
  readonly url: URL | null;
  /** ASCII, lower case; empty without an address. */
  readonly host: string;
  /** The part somebody registered; the host itself where there is no suffix. */
  readonly registrable: string;
  /** Registrable names of the hosts that pass a reader on to another address within this one. */
  readonly through: readonly string[];
}

/** Where in a mail a link stands; a drawn code is one of table cells or letters instead of a picture. */
export type LinkPlace = 'text' | 'anchor' | 'attachment' | 'qr-code' | 'drawn-code' | 'form';

/** Attack: an address in an address in an address. */
const MOST_NESTED = 4;

/** Reads a link. `written` may be anything. */
export function readLink(written: string, shown: string, place: LinkPlace): Link {
  let url = webAddress(written);
  const through: string[] = [];
  for (let depth = 0; depth < MOST_NESTED && url !== null; depth++) {
    const filtered = unwrapped(url);
    const inner: URL | null = filtered ?? redirected(url);
    if (inner === null) break;
    if (filtered === null) through.push(registrableOf(url.hostname));
    url = inner;
  }
  const host = url?.hostname.toLowerCase() ?? '';
  return { written, shown, place, url, host, registrable: host === '' ? '' : registrableOf(host), through };
}

/** The registrable name, private suffixes not counted; the host itself for addresses in figures and lone names. */
export function registrableOf(host: string): string {
  return parse(host, { allowPrivateDomains: false, extractHostname: false }).domain ?? host;
}

/** Attack: an address of megabytes, read again by every rule; browsers cut far below. */
const MOST_ADDRESS = 8192;

function webAddress(written: string): URL | null {
  const tight = written
    .slice(0, MOST_ADDRESS)
    .replace(/[\t\r\n]+/gu, '')
    .trim();
  const spelt = tight.startsWith('//') ? `https:${tight}` : tight;
  if (!/^(?:https?|ftp):/iu.test(spelt)) return null;
  return URL.parse(spelt);
}

/** What a mail filter wrapped up. */
function unwrapped(url: URL): URL | null {
  const inner = behindFilter(url.href);
  return inner === null ? null : webAddress(inner);
}

/** Pages that show or share another address and do not pass the reader on to it. */
const SHARES =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|pinterest|reddit|web\.archive|archive|validator\.w3)\.(?:com|org)$/u;

/** The address of somebody else that stands among the values of this one. */
function redirected(url: URL): URL | null {
  if (SHARES.test(url.hostname) && !url.pathname.startsWith('/l.php')) return null;
  const own = registrableOf(url.hostname);
  let count = 0;
  for (const value of url.searchParams.values()) {
    if (++count > 50) return null;
    const inner = /^(?:https?:)?\/\//iu.test(value) ? webAddress(value) : null;
    if (inner?.hostname.includes('.') && registrableOf(inner.hostname) !== own) return inner;
  }
  return null;
}

/** Addresses that stand in a text. */
export function linksInText(text: string): Link[] {
  const found: Link[] = [];
  for (const match of text.matchAll(/\bh(?:tt|xx)ps?:\/\/[^\s<>"'()[\]{}|\\^`]{4,2000}/giu)) {
    if (found.length >= MOST_IN_TEXT) break;
    const written = match[0].replace(/[.,;:!?]+$/u, '').replace(/^hxxp/iu, 'http');
    found.push(readLink(written, '', 'text'));
  }
  return found;
}

/** Attack: a text that is one long list of addresses. */
const MOST_IN_TEXT = 500;

/** So that nobody opens it by a slip: `hxxps://evil[.]example/…`. */
export function defanged(address: string): string {
  return address.replace(/^http/iu, 'hxxp').replaceAll('.', '[.]');
}
