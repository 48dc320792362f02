import type { Mail } from './mail.ts';
import type { Owner } from './people.ts';

/** How passwords are announced, in English and French; what follows on the line is one. */
const ANNOUNCED =
  /(?:\b(?:password|passwd|passphrase|pwd|mdp|mot de passe|code wifi|wifi)\b)(?: (?:is|est|for|pour)\b[^:=\n]{0,40})?\s{0,3}[:=]\s{0,3}(\S{6,32})(?=\s|$)/gi;
/** Passwords with the same style before it is the owner's; one alone could be guessed from its style. */
const LEAST = 2;
const MOST_PIECES = 12;

/**
 * How the owner makes passwords, from those in the owner's own mail: the style that most of them share, in the notation
 * of `PersonaPack.passwordStyle`; null where fewer than two share one. Nothing of a password is kept but its style.
 */
export function passwordStyle(mails: readonly Mail[], { addresses }: Owner): string | null {
  const own = new Set(addresses.map((each) => each.toLowerCase()));
  const seen = new Map<string, Set<string>>();
  for (const { from, text } of mails) {
    if (from === null || !own.has(from.address.toLowerCase())) continue;
    for (const [, password = ''] of text.replace(/^>.*$/gm, '').matchAll(ANNOUNCED)) {
      const style = styleOf(password.replace(/[.,;]$/, ''));
      if (style !== null) seen.set(style, (seen.get(style) ?? new Set()).add(password));
    }
  }
  const [best] = [...seen].sort(([a, m], [b, n]) => n.size - m.size || (a < b ? -1 : 1));
  return best !== undefined && best[1].size >= LEAST ? best[0] : null;
}

/** `Garden47-table?` is `W00-w!`; null for what is no password: plain words, addresses, links. */
export function styleOf(password: string): string | null {
  if (/^[\p{L}]+$/u.test(password) || /[/@<>{}]|\.[a-z]{2,4}$/.test(password)) return null;
  const style = password.replace(PIECE, (piece, capital?: string, small?: string) => {
    if (capital !== undefined) return 'W';
    if (small !== undefined) return 'w';
    if (/\d/.test(piece)) return '0';
    return /[\p{L}._-]/u.test(piece) ? piece : '!';
  });
  const isPlain = /^[Ww0!._-]+$/.test(style) && /[Ww]/.test(style) && /[0!]/.test(style);
  return isPlain && style.length <= MOST_PIECES ? style : null;
}

/** Words of three letters or more, then single signs. */
const PIECE = /(\p{Lu}\p{Ll}{2,}|\p{Lu}{3,})|(\p{Ll}{3,})|./gu;
