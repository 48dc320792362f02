/** Words of a text that say something of the rest of a leak. */
export interface RestClaim {
  /** Offset in the text, in characters. */
  readonly at: number;
  readonly words: string;
}

/**
 * The first words that say of the rest of a leak that it is genuine, or that it is not; null where none do. Whoever names
 * a decoy and says either vouches for all that is not named, or disowns it: "not ours" of one item does the first.
 */
export function restClaim(text: string): RestClaim | null {
  const found = CLAIMS.exec(text);
  return found === null ? null : { at: found.index, words: found[0] };
}

const REST =
  '(?:(?:all )?(?:the )?(?:others?|rest|remaining)|everything else|(?:tou[st] )?(?:le reste|les autres))';
const IS = '(?:is|are|est|sont)';
const SAID =
  '(?:genuine|authentic|real|true|fake|forged|false|fabricated|authentiques?|vrais?|réels?|faux|falsifiés?|fabriqués?)';
const DISOWNED = 'not ours|(?:pas|point) (?:à|de|des) (?:nous|nôtres)';
// A few words in between ("the other mails are all"): more would join what two sentences say.
const CLAIMS = new RegExp(
  `(?<!\\p{L})(?:${REST}(?: \\p{L}+){0,3} ${IS} (?:\\p{L}+ )?${SAID}|${DISOWNED})(?!\\p{L})`,
  'iu',
);
