import { slot } from './slots.ts';

/** So many digits in a row are an account, a telephone or the door of a meeting. */
const LONG_NUMBER = /\d{7,}/;

/**
 * The rest of a link behind its common beginning, to be said again: words that `isCommon` stay, all others, figures and
 * hashes become slots of their length. Null for a rest that may open something or reach somebody.
 */
export function maskedPath(rest: string, isCommon: (word: string) => boolean): string | null {
  if (LONG_NUMBER.test(rest) || /[^\x21-\x7e]/.test(rest)) return null;
  return rest.replace(/[A-Za-z0-9]+/g, (part) => {
    if (/^\d+$/.test(part)) return slot('figures', part.length);
    if (/^[0-9a-f]{7,}$/.test(part)) return slot('hash', part.length);
    return /^[A-Za-z]+$/.test(part) && isCommon(part) ? part : slot('word', part.length);
  });
}
