/** What is left of a stretch that both sides have, nearest to where they differ. */
export interface Folded {
  readonly before: string;
  /** Characters left out; 0 where it is all there. */
  readonly left: number;
  readonly after: string;
}

/** Kept at either end that touches a difference, in characters, up to the word that holds the last of them. */
const KEPT = 160;

/**
 * Folds a long stretch that is the same. Of the first of a text only its end is near a difference, of the last only its
 * beginning.
 */
export function folded(text: string, place: { readonly first: boolean; readonly last: boolean }): Folded {
  const [head, tail] = [place.first ? 0 : headOf(text), place.last ? text.length : tailOf(text)];
  // What a fold saves has to be more than the line that tells of it.
  if (tail - head < KEPT) return { before: text, left: 0, after: '' };
  return { before: text.slice(0, head), left: tail - head, after: text.slice(tail) };
}

function headOf(text: string): number {
  const space = text.slice(KEPT).search(/\s/u);
  return space < 0 ? text.length : KEPT + space;
}

function tailOf(text: string): number {
  const from = text.length - KEPT;
  if (from <= 0) return 0;
  return text.slice(0, from).search(/\s\S*$/u) + 1;
}
