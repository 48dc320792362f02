import { isOwnOrReserved } from './domains.ts';

const LINK = /\bhttps?:\/\/([\w.-]{1,253})/gi;
const MAIL = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g;

/**
 * Web addresses in a text whose host is neither the owner's nor reserved. `common` are links that stand in the mailbox
 * so often that they are nobody's: whole addresses, from their scheme to their end; `beginnings` are what many of them
 * begin with, and what may go on in any way.
 */
export function foreignLinks(
  text: string,
  own: readonly string[],
  common: readonly string[],
  beginnings: readonly string[],
): string[] {
  const kept = new Set(common);
  return foreign(
    text.replace(WHOLE_LINK, (link) =>
      kept.has(link) || beginnings.some((begin) => link.startsWith(begin)) ? '' : link,
    ),
    LINK,
    own,
  );
}

const WHOLE_LINK = /https?:\/\/[^\s<>"]{1,400}/g;

/** Mail addresses in a text whose domain is neither the owner's nor reserved; `allowed` are the owner's own. */
export function foreignAddresses(text: string, own: readonly string[], allowed: readonly string[]): string[] {
  const kept = new Set(allowed.map((each) => each.toLowerCase()));
  return foreign(text, MAIL, own).filter((address) => !kept.has(address.toLowerCase()));
}

function foreign(text: string, pattern: RegExp, own: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [whole, host = ''] of text.matchAll(pattern)) if (!isOwnOrReserved(host, own)) found.add(whole);
  return [...found];
}
