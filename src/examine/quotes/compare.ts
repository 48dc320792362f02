import { editDistance } from '../lookalike/edit-distance.ts';
import { alignWords, type Run } from './align.ts';
import { MOST_WORDS, type Words } from './words.ts';

/** Words of a quotation that stand for others, between words that agree. */
export interface QuotedChange {
  readonly before: string;
  readonly after: string;
  /** A few words in front of it. */
  readonly behind: string;
}

export interface QuoteComparison {
  /** Words that agree, and their share of all the words of either side. */
  readonly agreed: number;
  readonly ofOwn: number;
  readonly ofQuoted: number;
  /** Words exchanged for others; not what was cut out, put in between, or merely spelled otherwise. */
  readonly replaced: readonly QuotedChange[];
}

/**
 * What a text says (`own`) against how it is quoted. Null where it is not: too few words agree. People trim
 * what they quote and answer between its lines, so that words are missing or more is no difference; only words
 * that stand in the place of others, with words that agree on both sides, are told as replaced.
 */
export function compareQuote(own: Words, quoted: Words, marked: boolean): QuoteComparison | null {
  const runs = alignWords(own.folded, quoted.folded);
  const agreed = runs.reduce((total, { length }) => total + length, 0);
  const isWhole = agreed === own.folded.length && agreed >= SHORTEST_WHOLE;
  if (agreed < FEWEST_AGREED && !isWhole) return null;
  return {
    agreed,
    ofOwn: agreed / own.folded.length,
    ofQuoted: agreed / quoted.folded.length,
    // Of a text that is longer, what stands behind the end of it may be what is quoted.
    replaced:
      own.folded.length >= MOST_WORDS
        ? []
        : replacedBetween(runs, own, quoted, marked ? LONGEST_MARKED : LONGEST_UNMARKED),
  };
}

// "Thank you very much for your message" is in thousands of texts; eight words in a row and more are not.
const FEWEST_AGREED = 8;
const SHORTEST_WHOLE = 3;
// Where marks show what is quoted, a sentence can be put for another; without them it may be an answer.
const LONGEST_MARKED = 25;
const LONGEST_UNMARKED = 6;
const MOST_CHANGES = 20;
const CONTEXT = 5;

function replacedBetween(
  runs: readonly Run[],
  own: Words,
  quoted: Words,
  longest: number,
): readonly QuotedChange[] {
  const found: QuotedChange[] = [];
  for (let i = 1; i < runs.length && found.length < MOST_CHANGES; i++) {
    const [left, right] = [runs[i - 1], runs[i]];
    if (left === undefined || right === undefined) continue;
    const [a, b] = [left.from + left.length, left.to + left.length];
    const removed = own.folded.slice(a, right.from);
    const added = quoted.folded.slice(b, right.to);
    if (removed.length === 0 || added.length === 0) continue;
    if (removed.length > longest || added.length > longest || isInnocent(removed, added)) continue;
    if (occurs(added, own.folded) || occurs(removed, quoted.folded)) continue;
    found.push({
      before: own.shown.slice(a, right.from).join(' '),
      after: quoted.shown.slice(b, right.to).join(' '),
      behind: own.shown.slice(Math.max(0, a - CONTEXT), a).join(' '),
    });
  }
  return found;
}

// Fewer words come again by chance.
const LEAST_MOVED = 3;

/**
 * Words that stand elsewhere in the other text: lines were cut or moved there, or a text that repeats itself (code,
 * tables) was laid side by side one line off.
 */
function occurs(words: readonly string[], text: readonly string[]): boolean {
  if (words.length < LEAST_MOVED) return false;
  return ` ${text.join(' ')} `.includes(` ${words.join(' ')} `);
}

const CUT_MARKS = new Set(['snip', 'snipped', 'cut', 'trimmed', 'coupe', 'deleted', 'removed', 'etc']);

/** Words cut out or put in, another spelling, words joined or parted, a mark that something was cut. Figures have no other spelling. */
function isInnocent(removed: readonly string[], added: readonly string[]): boolean {
  if (added.every((word) => CUT_MARKS.has(word))) return true;
  if (isWithin(added, removed) || isWithin(removed, added)) return true;
  const [a, b] = [removed.join(''), added.join('')];
  if (a === b) return true;
  if (a.replace(/\P{N}+/gu, ' ').trim() !== b.replace(/\P{N}+/gu, ' ').trim()) return false;
  if ([...a].sort().join('') === [...b].sort().join('')) return true;
  if (removed.length !== added.length && isBroken(a, b)) return true;
  const most = Math.floor(Math.max(a.length, b.length) / LETTERS_PER_SLIP);
  return most > 0 && editDistance(a.slice(0, LONGEST_SPELLED), b.slice(0, LONGEST_SPELLED), most) <= most;
}

/** All words of the one are among those of the other: cut out or put in, not exchanged. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

const MOST_LETTERS_LOST = 2;

/** A word in pieces with letters lost ("l t" for "list"): damage of an encoding, and no other word. */
function isBroken(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length - short.length > MOST_LETTERS_LOST) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

// One slip of the pen in five letters; shorter words ("not" and "now") are other words.
const LETTERS_PER_SLIP = 5;
const LONGEST_SPELLED = 60;
