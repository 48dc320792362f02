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

export const ALL_TERMS: readonly Term[] = TOPICS.flatMap((topic, index) => {
  const { strong, usual, weak } = TERMS[topic];
  const listed = (terms: string, weight: number): Term[] =>
    terms.split(', ').map((text) => ({ text, topic: index, weight }));
  return [...listed(strong, STRONG), ...listed(usual, USUAL), ...listed(weak, WEAK)];
});

/** The same in arrays, by place in `ALL_TERMS`. */
export const TERM_TOPICS = Uint8Array.from(ALL_TERMS, ({ topic }) => topic);
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
const SLOT_LIST = [...SLOTS.values()];
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
  const slot = SLOT_LIST[slotAt];
  if (slot === undefined) return;
  const { terms, phrases } = slot;
  for (let each = 0; each < terms.length; each++) found(terms[each] ?? 0);
  for (let each = 0; each < phrases.length; each++) {
    const phrase = phrases[each];
    if (phrase !== undefined && follow(hashes, at + 1, count, phrase.rest)) found(phrase.term);
  }
}

function follow(hashes: Uint32Array, at: number, count: number, rest: readonly number[]): boolean {
  if (at + rest.length > count) return false;
  for (let index = 0; index < rest.length; index++) if (hashes[at + index] !== rest[index]) return false;
  return true;
}
