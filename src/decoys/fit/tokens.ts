import { isOwnOrReserved } from '../guard/domains.ts';
import type { Owner } from './people.ts';

/**
 * A text cut into tokens whose concatenation is the text again: a word with the space before it, a mark, a
 * line end. Keeping the white space in the token lets the language model learn spacing like anything else.
 */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

const TOKEN =
  /\n|[^\S\n]{0,8}(?:(?:https?:\/\/|www\.)[^\s<>"]{1,300}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+){0,4}|\p{N}+(?:[.,:/-]\p{N}+){0,6}|[^\s\p{L}\p{N}]{1,3})|[^\S\n]+/gu;

/** The kind of a token that is not kept as it is. All begin with a character no text has. */
export const RARE = '\u0001';

/** Class of a rare token: its spacing, and what it looks like; `fillRare` makes one of the class. */
export function rareClass(token: string): string {
  const lead = /^\s*/.exec(token)?.[0] ?? '';
  const body = token.slice(lead.length);
  if (/^(?:https?:|www\.)/.test(body)) return `${RARE}${lead}u`;
  if (body.includes('@') && body.length > 3) return `${RARE}${lead}e`;
  if (/^\p{N}/u.test(body)) return `${RARE}${lead}${body.length > 16 ? '0' : body.replace(/\p{N}/gu, '0')}`;
  if (/^[\p{L}\p{M}]/u.test(body)) {
    if (body === body.toLowerCase()) return `${RARE}${lead}a`;
    if (body === body.toUpperCase() && body.length > 1) return `${RARE}${lead}A`;
    return `${RARE}${lead}${/^\p{Lu}[\p{Ll}\p{M}’'-]*$/u.test(body) ? 'Aa' : 'aA'}`;
  }
  return `${RARE}${lead}.`;
}

/** Addresses of people, and of pages on hosts that are not the owner's: never kept, however frequent. */
export function isOthers(token: string, { addresses, domains }: Owner): boolean {
  const body = token.trim();
  if (/.@./.test(body)) return !addresses.includes(body.toLowerCase());
  const host = /^(?:https?:\/\/)?([\w.-]{1,253})/.exec(body)?.[1] ?? '';
  return /^(?:https?:|www\.)/.test(body) && !isOwnOrReserved(host, domains);
}

/** Begins a sequence and says what stands before it; is never written. */
export function startToken(before: string): string {
  return `\u0003${before}`;
}

/** Where a name of somebody in the thread stands. */
export const NAME = '\u0002';

/** The token of a name: the white space before it is kept, the name is not. */
export function nameToken(token: string, part: 'given' | 'family'): string {
  return `${NAME}${/^\s*/.exec(token)?.[0] ?? ''}${part}`;
}
