import type { Mail } from '../fit/mail.ts';

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const HOST = /(https?:\/\/)[\w.-]{1,253}/g;
const WORD = /[\p{L}][\p{L}\p{M}’'-]{1,40}/gu;

/** Shorter words of display names (`On`, `de`, `via`) are words of every text. */
const SHORTEST_NAME = 3;

/**
 * Makes everybody's name and address and every host of a text the same: what is left for an attacker who looks at how
 * things are said and not at who says them. Names are those under which people of `mails` are shown, which has to be both
 * sides of a comparison: a word masked on one side alone would tell it.
 */
export function peopleMask(mails: readonly Mail[]): (text: string) => string {
  const names = new Set<string>();
  for (const { from, to, cc } of mails)
    for (const person of [from, ...to, ...cc])
      for (const [word] of (person?.name ?? '').matchAll(WORD))
        if (word.length >= SHORTEST_NAME) names.add(word.toLowerCase());
  return (text) =>
    text
      .replace(ADDRESS, 'a@b')
      .replace(HOST, '$1h')
      .replace(WORD, (word) => (names.has(word.toLowerCase()) && /^\p{Lu}/u.test(word) ? 'N' : word));
}
