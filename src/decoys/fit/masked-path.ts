import { slot } from './slots.ts';

/** Archives have them in their paths; another number there would be the year 7315. */
const YEAR = /^(?:19|20)\d\d$/;
/** So many digits in a row are an account, a telephone or the door of a meeting. */
const LONG_NUMBER = /\d{7,}/;

/**
 * The rest of a link behind its common beginning, to be said again: words that `isCommon` and years stay, all others,
 * figures and hashes become slots of their length. A number keeps its first digit: numbers of one time lie near each other,
 * and a day of the month stays one. Null for a rest that may open something or reach somebody.
 */
export function maskedPath(rest: string, isCommon: (word: string) => boolean): string | null {
  if (LONG_NUMBER.test(rest) || /[^\x21-\x7e]/.test(rest)) return null;
  return rest.replace(/[A-Za-z0-9]+/g, (part) => {
    if (YEAR.test(part)) return part;
    if (/^\d{2,}$/.test(part)) return part.slice(0, 1) + slot('figures', part.length - 1);
    if (/^\d$/.test(part)) return slot('figures', 1);
    if (/^[0-9a-f]{7,}$/.test(part)) return slot('hash', part.length);
    return /^[A-Za-z]+$/.test(part) && isCommon(part) ? part : slot('word', part.length);
  });
}
