import type { Mail } from '../fit/mail.ts';

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;
const HOST = /(https?:\/\/)[\w.-]{1,253}/g;
const WORD = /[\p{L}][\p{L}\p{M}’'-]{1,40}/gu;

/**
 * The texts of mails with everybody's name and address and every host made the same: what is left for an attacker who
 * looks at how things are said and not at who says them. Names are those under which people of these mails are shown.
 */
export function withoutPeople(mails: readonly Mail[]): string[] {
  const names = new Set<string>();
  for (const { from, to, cc } of mails)
    for (const person of [from, ...to, ...cc])
      for (const [word] of (person?.name ?? '').matchAll(WORD)) names.add(word.toLowerCase());
  return mails.map(({ text }) =>
    text
      .replace(ADDRESS, 'a@b')
      .replace(HOST, '$1h')
      .replace(WORD, (word) => (names.has(word.toLowerCase()) && /^\p{Lu}/u.test(word) ? 'N' : word)),
  );
}
