/** By so many characters a place is found again: by chance no text has them twice within a page. */
const PIECE = 24;
/** The foot of one page and the head of the next, without white space. */
const MOST_BETWEEN = 400;
/** A page has thousands of characters; more interruptions than one in so many are another text. */
const CHARACTERS_A_BREAK = 400;
/** What comes between may begin with the letters that go on after it: so many are tried again. */
const MOST_SHARED = 8;
/** Attack: a text of the same few letters, whose beginning is everywhere. */
const MOST_BEGINNINGS = 20;

/**
 * At how many places other text comes in between, where every character of `text` stands in `within` in order: 0 where it
 * stands there in one piece, null where any of it is missing or changed. Both without white space.
 */
export function breaksIn(text: string, within: string): number | null {
  if (within.includes(text)) return 0;
  const most = Math.floor(text.length / CHARACTERS_A_BREAK);
  if (most === 0) return null;
  const beginning = text.slice(0, PIECE);
  let tried = 0;
  for (let at = within.indexOf(beginning); at >= 0; at = within.indexOf(beginning, at + 1)) {
    if (tried++ >= MOST_BEGINNINGS) return null;
    const breaks = breaksFrom(text, within, at, most);
    if (breaks !== null) return breaks;
  }
  return null;
}

function breaksFrom(text: string, within: string, start: number, most: number): number | null {
  let [done, at] = [0, start];
  for (let breaks = 0; breaks <= most; breaks++) {
    while (done < text.length && text[done] === within[at]) {
      done++;
      at++;
    }
    if (done === text.length) return breaks;
    const next = goesOn(text, within, done, at);
    if (next === null) return null;
    [done, at] = next;
  }
  return null;
}

/** Where the text goes on behind what comes between: place in the text, place in the other. */
function goesOn(text: string, within: string, done: number, at: number): readonly [number, number] | null {
  for (let shared = 0; shared <= Math.min(MOST_SHARED, done); shared++) {
    const from = done - shared;
    const piece = text.slice(from, from + PIECE);
    // A few last letters are found anywhere.
    if (piece.length < PIECE) continue;
    const window = within.slice(at - shared + 1, at + MOST_BETWEEN + PIECE);
    const found = window.indexOf(piece);
    if (found >= 0) return [from, at - shared + 1 + found];
  }
  return null;
}
