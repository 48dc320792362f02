import { hashWords } from '../../parse/text/word-hashes.ts';
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

/** Calls `found` with the place in `ALL_TERMS` of each term that begins at this word. */
export function termsAt(hashes: Uint32Array, at: number, count: number, found: (term: number) => void): void {
  const index = TABLE.get(hashes[at] ?? 0);
  if (index < 0) return;
  const slot = SLOT_LIST[index];
  if (slot === undefined) return;
  for (const term of slot.terms) found(term);
  for (const { term, rest } of slot.phrases) if (follow(hashes, at + 1, count, rest)) found(term);
}

function follow(hashes: Uint32Array, at: number, count: number, rest: readonly number[]): boolean {
  if (at + rest.length > count) return false;
  for (let index = 0; index < rest.length; index++) if (hashes[at + index] !== rest[index]) return false;
  return true;
}
