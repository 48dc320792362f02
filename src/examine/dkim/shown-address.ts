import { decodeWords } from '../../parse/mime/encoded-word.ts';
import { fromDomainsOf, organisationalDomain } from './alignment.ts';
import type { MessageView } from './message-view.ts';

/** Attack: a From of megabytes. */
const LONGEST_FROM = 2000;
/** Addresses in one name. */
const MOST_ADDRESSES = 20;

/** An address that From shows and that is not the one it is from. */
export interface ShownAddress {
  readonly address: string;
  /** From says itself that it is sent for somebody ("via"), as lists, invitations and payment services do. Anybody can write that. */
  readonly isVia: boolean;
}

/**
 * An address of another organisation that From shows beside the one it is from, as in
 * `"paul@party.example" <x9@elsewhere.example>`: mail programs show the name and hide the address, and a signature
 * vouches for the latter alone. Null where there is none.
 */
export function addressShownBeside(view: MessageView): ShownAddress | null {
  const [field] = view.index.get('from') ?? [];
  if (field === undefined) return null;
  const value = view.valueOf(field).slice(0, LONGEST_FROM);
  // As a rule one, and written plainly: the one it is from.
  if (value.split('@').length < 3 && !UNUSUAL.test(value)) return null;
  const shown = asRead(decodeWords(Buffer.from(value.replace(/\r?\n/g, ''), 'latin1').toString('utf8')));
  const addresses = shown.match(ADDRESS) ?? [];
  const own = new Set(fromDomainsOf(value).map(organisationOf));
  const address = addresses
    .slice(0, MOST_ADDRESSES)
    .find((each) => !own.has(organisationOf(each.slice(each.lastIndexOf('@') + 1))));
  if (address === undefined) return null;
  return { address, isVia: /\bvia\b|\bpar\b|\bon behalf of\b|\bau nom de\b/i.test(shown) };
}

// Encoded words, letters beyond ASCII, an "at" in brackets, or one before a domain.
const UNUSUAL = /=\?|[^\0-\x7f]|[([]at[)\]]| at [\w-]{1,63}\./i;

/**
 * As a person reads it: wide letters are letters (UAX 15, compatibility), spaces around the sign are none, what is written from
 * right to left is read from there (UAX 9), and marks without a shape are not seen.
 */
function asRead(text: string): string {
  return text
    .replace(REVERSED, (_, inside: string) => [...inside].reverse().join(''))
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/ {0,3}[([](?:at|@)[)\]] {0,3}/gi, '@')
    .replace(SPELLED, '$1@')
    .replace(/(?<=[\p{L}\p{N}]) {1,3}@ {0,3}|@ {1,3}(?=[\p{L}\p{N}])/gu, '@');
}

/** "anne.lefort at party.example"; not "Anna at Booking.com", which names a house and no address. */
const SPELLED = /([a-z0-9_+-]{1,32}\.[a-z0-9._+-]{1,32}) {1,3}at {1,3}(?=[a-z0-9-]{1,63}\.[a-z])/g;

/** Between a right-to-left override and its end. */
const REVERSED = /\u202e([^\u202a-\u202e\u2066-\u2069]*)/g;

const ADDRESS = /[^\s<>()[\]"',;:@\\\0]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

function organisationOf(domain: string): string {
  return organisationalDomain(domain.toLowerCase()) ?? domain.toLowerCase();
}
