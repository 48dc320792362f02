/** Letters that the script of a text shows by, of all that is not ASCII: this part at least. */
const SHARE = 0.9;
/** Fewer letters are found by chance. */
const LETTERS = 6;

/** Scripts that are written with letters of two bytes in UTF-16, of which one byte is often not zero. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Armenian}/gu,
  /\p{Script=Georgian}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Hangul}/gu,
  // The signs that hold most of a text; those of all planes would be half of what there is.
  /[\u3041-\u30ff\u4e00-\u9fff]/gu,
];

/** What stands in no text: controls, half a surrogate, what Unicode has not assigned or leaves to others. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r]|\p{Cs}|\p{Co}|\p{Cn}/u;

/**
 * Whether bytes that were taken for UTF-16 give a text in one script other than Latin, with ASCII between: its letters,
 * spaces and lines. Two bytes at random are a Chinese sign in one case of three, so that six letters and nothing else
 * beside them are not found by chance; bytes of another charset, or in the other order, give a mixture of scripts.
 */
export function readsAsScript(text: string): boolean {
  if (NO_TEXT.test(text)) return false;
  const beyond = text.match(/[^\p{ASCII}\p{P}\p{S}\p{Z}]/gu)?.length ?? 0;
  if (beyond < LETTERS) return false;
  return SCRIPTS.some((script) => (text.match(script)?.length ?? 0) >= beyond * SHARE);
}
