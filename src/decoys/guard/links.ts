import { isOwnOrReserved } from './domains.ts';

const LINK = /\bhttps?:\/\/([\w.-]{1,253})/gi;
const MAIL = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g;

/** Hosts of web addresses in a text that are neither the owner's nor reserved. */
export function foreignLinks(text: string, own: readonly string[]): string[] {
  return foreign(text, LINK, own);
}

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
