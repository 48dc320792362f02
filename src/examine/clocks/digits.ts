/** A number written in the digits of `alphabet`, most significant first; null for any other character. */
export function numberIn(alphabet: string, text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    value = value * alphabet.length + digit;
  }
  return value;
}

/** Base 62 as Exim writes it, base 60 as sendmail does (its first sixty). */
export const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const BASE_60 = BASE_62.slice(0, 60);
/** Postfix: no vowels, so that an id spells no word. */
export const BASE_52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';

/** The digits of `Number.prototype.toString(36)`. */
export const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz';
