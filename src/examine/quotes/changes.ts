import { editDistance } from '../lookalike/edit-distance.ts';
import type { Run } from './align.ts';
import { CUT, type Words } from './words.ts';

/** Words of a quotation that stand for others, between words that agree. */
export interface QuotedChange {
  readonly before: string;
  readonly after: string;
  /** A few words in front of it. */
  readonly behind: string;
}

// Where marks show what is quoted, a sentence can be put for another; without them it may be an answer.
const LONGEST_MARKED = 25;
const LONGEST_UNMARKED = 6;
const MOST_CHANGES = 20;
const CONTEXT = 5;

/**
 * What was exchanged, or taken out of or put into a quotation that is whole otherwise; not what people do to every
 * quotation.
 */
export function changesIn(
  runs: readonly Run[],
  own: Words,
  quoted: Words,
  marked: boolean,
): readonly QuotedChange[] {
  const gaps = gapsBetween(runs, own, quoted);
  const longest = marked ? LONGEST_MARKED : LONGEST_UNMARKED;
  const exchanged = gaps.filter(({ removed, added }) => {
    if (removed.length === 0 || added.length === 0) return false;
    if (removed.length > longest || added.length > longest || isInnocent(removed, added)) return false;
    return !occurs(added, own.folded) && !occurs(removed, quoted.folded);
  });
  const found = exchanged.length > 0 ? exchanged : onlyOne(gaps, runs, own, quoted, marked);
  return found.slice(0, MOST_CHANGES).map(({ removed, added, own: at, quoted: place }) => ({
    before: own.shown.slice(at, at + removed.length).join(' '),
    after: quoted.shown.slice(place, place + added.length).join(' '),
    behind: own.shown.slice(Math.max(0, at - CONTEXT), at).join(' '),
  }));
}

/** Words between two runs, of either side. */
interface Gap {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Where they begin. */
  readonly own: number;
  readonly quoted: number;
}

function gapsBetween(runs: readonly Run[], own: Words, quoted: Words): readonly Gap[] {
  const gaps: Gap[] = [];
  for (let i = 1; i < runs.length; i++) {
    const [left, right] = [runs[i - 1], runs[i]];
    if (left === undefined || right === undefined) continue;
    const [a, b] = [left.from + left.length, left.to + left.length];
    const removed = own.folded.slice(a, right.from);
    const added = quoted.folded.slice(b, right.to);
    if (removed.length > 0 || added.length > 0) gaps.push({ removed, added, own: a, quoted: b });
  }
  return gaps;
}

/**
 * A sentence gone from, or put into, a quotation that is otherwise whole from the first word to the last. Who trims
 * cuts the beginning or the end, or all over: of 368 whole quotations on public lists four lack words in one place only.
 */
function onlyOne(
  gaps: readonly Gap[],
  runs: readonly Run[],
  own: Words,
  quoted: Words,
  marked: boolean,
): readonly Gap[] {
  const [gap] = gaps;
  const [first, last] = [runs[0], runs.at(-1)];
  if (gap === undefined || gaps.length > 1 || first === undefined || last === undefined) return [];
  const reachesBothEnds =
    first.from + first.to === 0 &&
    last.from + last.length === own.folded.length &&
    last.to + last.length === quoted.folded.length;
  const { removed, added } = gap;
  const size = removed.length + added.length;
  if (!reachesBothEnds || size < FEWEST_IN_SENTENCE || size > LONGEST_MARKED) return [];
  // Where nothing marks what is quoted, words put in are an answer.
  if (removed.length === 0) return marked && size <= own.folded.length && !isCutMark(added) ? [gap] : [];
  return added.length === 0 && 2 * size <= own.folded.length ? [gap] : [];
}

const FEWEST_IN_SENTENCE = 3;

function isCutMark(added: readonly string[]): boolean {
  return added.some((word) => CUT_MARKS.has(word));
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

const CUT_MARKS = new Set([CUT, 'snipped', 'cut', 'trimmed', 'coupe', 'deleted', 'removed', 'etc']);

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

/** Letters that a broken charset swallows in one word. */
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
