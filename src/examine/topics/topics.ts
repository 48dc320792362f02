import { hashWords, LINK, OWN, type WordHashes } from '../../parse/text/word-hashes.ts';
import { type Signs, signPoints } from './signs.ts';
import { ALL_TERMS, slotOf, TERM_TOPICS, TERM_WEIGHTS, termsAt } from './term-table.ts';
import { STRONG } from './terms.ts';
import { TOPICS, type TopicFinding } from './topic.ts';

/** Words looked at: the beginning tells, and a book holds every word there is. */
const LOOKED_AT = 1500;
/** A message that says next to nothing itself is about what it quotes. */
const FEWEST_OWN = 25;
/** What a topic needs; more in longer texts, which hold more terms by chance. */
const LEAST_SCORE = 6;
const SHORT_WORDS = 250;
/** A term counts whole once, half a second and a third time, and not more. */
const MOST_REPEATS = 3;
/** Subject, name and names of attachments say more than the text. */
const HEADING_FACTOR = 2;
/** A second topic must come near the first. */
const NEAR_BEST = 0.7;
/** Topics told of one item, and terms told as the reason of each. */
const MOST_TOPICS = 3;
const MOST_REASONS = 5;

/** The tally of one item, in arrays that the next one uses again. */
const counts = new Uint8Array(ALL_TERMS.length);
const headed = new Uint8Array(ALL_TERMS.length);
const touched = new Uint16Array(ALL_TERMS.length);
let touches = 0;
const scores = new Float64Array(TOPICS.length);
const founded = new Uint8Array(TOPICS.length);

/**
 * What an item is about: weighted terms of docs/topics.md in its heading (subject, file names) and its text, and
 * signs of its structure. Nothing where nothing is certain enough.
 *
 * @param heading of `headingTerms`, called before `words` were read: both use the same buffers
 */
export function topicsOf(
  heading: readonly number[],
  words: WordHashes,
  signs: Signs,
): readonly TopicFinding[] {
  touches = 0;
  for (const term of heading) {
    headed[term] = 1;
    touched[touches++] = term;
  }
  const looked = countTerms(words);
  const found = touches;
  signPoints(signs, words.amounts, scores);
  // One word of the second rank is an accident, even in a subject: "issue", "schedule".
  for (let topic = 0; topic < TOPICS.length; topic++) founded[topic] = (scores[topic] ?? 0) > 0 ? ENOUGH : 0;
  for (let at = 0; at < found; at++) {
    const term = touched[at] ?? 0;
    const topic = TERM_TOPICS[term] ?? 0;
    scores[topic] = (scores[topic] ?? 0) + pointsOf(term);
    founded[topic] = Math.min(ENOUGH, (founded[topic] ?? 0) + (TERM_WEIGHTS[term] === STRONG ? ENOUGH : 1));
  }
  const topics = chosen(found, LEAST_SCORE * Math.max(1, Math.sqrt(looked / SHORT_WORDS)));
  for (let at = 0; at < found; at++) {
    counts[touched[at] ?? 0] = 0;
    headed[touched[at] ?? 0] = 0;
  }
  return topics;
}

/** Terms of the lower ranks that found a topic; one strong one does. */
const ENOUGH = 2;

function pointsOf(term: number): number {
  const repeats = counts[term] ?? 0;
  const inText = repeats === 0 ? 0 : (repeats + 1) / 2;
  return (TERM_WEIGHTS[term] ?? 0) * (inText + HEADING_FACTOR * (headed[term] ?? 0));
}

/** The terms of a subject or a file name, for `topicsOf`. */
export function headingTerms(heading: string): readonly number[] {
  const words = hashWords(heading, false);
  const found = new Set<number>();
  const add = (term: number) => found.add(term);
  for (let at = 0; at < words.count; at++) {
    const slot = slotOf(words.hashes[at] ?? 0);
    if (slot >= 0) termsAt(slot, words, at, add);
  }
  return [...found];
}

/** Returns how many words were looked at. */
function countTerms(words: WordHashes): number {
  const { count, hashes, kinds, ownCount } = words;
  const all = ownCount < FEWEST_OWN;
  let looked = 0;
  for (let at = 0; at < count && looked < LOOKED_AT; at++) {
    const kind = kinds[at] ?? 0;
    if ((kind & LINK) !== 0 || (!all && (kind & OWN) === 0)) continue;
    looked++;
    const slot = slotOf(hashes[at] ?? 0);
    if (slot >= 0) termsAt(slot, words, at, tally);
  }
  return looked;
}

function tally(term: number): void {
  const before = counts[term] ?? 0;
  if (before === 0 && headed[term] === 0) touched[touches++] = term;
  if (before < MOST_REPEATS) counts[term] = before + 1;
}

function chosen(found: number, least: number): readonly TopicFinding[] {
  let best = 0;
  for (let topic = 0; topic < TOPICS.length; topic++) {
    if ((founded[topic] ?? 0) < ENOUGH) scores[topic] = 0;
    best = Math.max(best, scores[topic] ?? 0);
  }
  if (best < least) return [];
  const wanted = Math.max(least, best * NEAR_BEST);
  const ranked: { topic: number; score: number }[] = [];
  for (let topic = 0; topic < TOPICS.length; topic++) {
    const score = scores[topic] ?? 0;
    if (score >= wanted) ranked.push({ topic, score });
  }
  ranked.sort((a, b) => b.score - a.score);
  return ranked.slice(0, MOST_TOPICS).flatMap(({ topic: index, score }) => {
    const topic = TOPICS[index];
    if (topic === undefined) return [];
    return [{ topic, score: Math.round(score * 10) / 10, because: reasonsFor(index, found) }];
  });
}

function reasonsFor(topic: number, found: number): readonly string[] {
  const best: number[] = [];
  for (let at = 0; at < found; at++) {
    const term = touched[at] ?? 0;
    if (TERM_TOPICS[term] !== topic) continue;
    const points = pointsOf(term);
    let place = best.length;
    while (place > 0 && pointsOf(best[place - 1] ?? 0) < points) place--;
    if (place === MOST_REASONS) continue;
    best.splice(place, 0, term);
    if (best.length > MOST_REASONS) best.pop();
  }
  return best.map((term) => ALL_TERMS[term]?.text ?? '');
}
