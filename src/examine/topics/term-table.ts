import { hashWords, type WordHashes } from '../../parse/text/word-hashes.ts';
import { WordTable } from '../../parse/text/word-table.ts';
import { STRONG, TERMS, USUAL, WEAK } from './terms.ts';
import { TOPICS } from './topic.ts';

/** One term of one topic. */
export interface Term {
  /** As in the rules. */
  readonly text: string;
  /** Place in `TOPICS`. */
  readonly topic: number;
  readonly weight: number;
}

/** All terms in one table; a term's number is its place in it. */
export const ALL_TERMS: readonly Term[] = TOPICS.flatMap((topic, index) => {
  const { strong, usual, weak } = TERMS[topic];
  const listed = (terms: string, weight: number): Term[] =>
    terms.split(', ').map((text) => ({ text, topic: index, weight }));
  return [...listed(strong, STRONG), ...listed(usual, USUAL), ...listed(weak, WEAK)];
});

/** The same in arrays, by place in `ALL_TERMS`. */
export const TERM_TOPICS = Uint8Array.from(ALL_TERMS, ({ topic }) => topic);

/** Weights by that number. */
export const TERM_WEIGHTS = Uint8Array.from(ALL_TERMS, ({ weight }) => weight);

/** What a word can be: terms by itself, and the beginning of longer ones. */
interface Slot {
  readonly terms: number[];
  readonly phrases: Phrase[];
}

interface Phrase {
  readonly term: number;
  /** Hashes of the words behind the first. */
  readonly rest: readonly number[];
}

const SLOTS = new Map<number, Slot>();
for (const [term, { text }] of ALL_TERMS.entries()) {
  for (const spelling of new Set([text, withoutAccents(text)])) addTerm(term, spelling);
}
const TABLE = new WordTable([...SLOTS.keys()].map((hash, index) => [hash, index] as const));

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

function addTerm(term: number, spelling: string): void {
  const { count, hashes } = hashWords(spelling, false);
  const [first = 0, ...rest] = hashes.slice(0, count);
  const slot = SLOTS.get(first) ?? { terms: [], phrases: [] };
  SLOTS.set(first, slot);
  // `réservation` without its accent is the English word of the same topic: it counts once.
  const isOfTopic = (other: number) => ALL_TERMS[other]?.topic === ALL_TERMS[term]?.topic;
  if (rest.length === 0) {
    if (!slot.terms.some(isOfTopic)) slot.terms.push(term);
  } else if (!slot.phrases.some((each) => isOfTopic(each.term) && each.rest.join() === rest.join())) {
    slot.phrases.push({ term, rest });
  }
}

/**
 * The slots laid out in arrays: a fifth of all words begin a phrase ("of", "to"), and nearly none of these goes on. The terms of a
 * slot stand in `ALONE` from `ALONE_FROM` of it up to that of the next, its phrases likewise.
 */
const SLOT_LIST = [...SLOTS.values()];
const ALONE_FROM = starts(SLOT_LIST.map(({ terms }) => terms.length));
const ALONE = Uint16Array.from(SLOT_LIST.flatMap(({ terms }) => terms));
const PHRASES = SLOT_LIST.flatMap(({ phrases }) => phrases);
const PHRASES_FROM = starts(SLOT_LIST.map(({ phrases }) => phrases.length));
const PHRASE_TERMS = Uint16Array.from(PHRASES, ({ term }) => term);
/** Of all phrases, the words behind the first. */
const REST = Uint32Array.from(PHRASES.flatMap(({ rest }) => rest));
const REST_FROM = starts(PHRASES.map(({ rest }) => rest.length));

/** Where each of some lists begins, and the last ends, when they lie one behind the other. */
function starts(lengths: readonly number[]): Uint16Array {
  const from = new Uint16Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) from[at + 1] = (from[at] ?? 0) + length;
  return from;
}

/** What may begin at a word, for `termsAt`; -1 for most words. */
export function slotOf(hash: number): number {
  return TABLE.get(hash);
}

/** Calls `found` with the place in `ALL_TERMS` of each term that begins at this word. */
export function termsAt(
  slotAt: number,
  { hashes, count }: Pick<WordHashes, 'hashes' | 'count'>,
  at: number,
  found: (term: number) => unknown,
): void {
  const afterAlone = ALONE_FROM[slotAt + 1] ?? 0;
  for (let each = ALONE_FROM[slotAt] ?? 0; each < afterAlone; each++) found(ALONE[each] ?? 0);
  const afterPhrases = PHRASES_FROM[slotAt + 1] ?? 0;
  for (let each = PHRASES_FROM[slotAt] ?? 0; each < afterPhrases; each++)
    if (follows(each, hashes, at + 1, count)) found(PHRASE_TERMS[each] ?? 0);
}

/** Whether the words of a phrase behind its first stand from `at` on. */
function follows(phrase: number, hashes: Uint32Array, at: number, count: number): boolean {
  const from = REST_FROM[phrase] ?? 0;
  const after = REST_FROM[phrase + 1] ?? 0;
  if (at + after - from > count) return false;
  for (let word = from; word < after; word++) if (hashes[at + word - from] !== REST[word]) return false;
  return true;
}
