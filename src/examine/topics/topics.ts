import { hashWords, LINK, OWN, type WordHashes } from '../../parse/text/word-hashes.ts';
import { type Signs, signPoints } from './signs.ts';
import { ALL_TERMS, termsAt } from './term-table.ts';
import { STRONG } from './terms.ts';
import { TOPICS, type TopicFinding } from './topic.ts';

/** Words looked at: the beginning tells, and a book holds every word there is. */
const LOOKED_AT = 1500;
/** A message that says next to nothing itself is about what it quotes. */
const FEWEST_OWN = 25;
/** What a topic needs; more in longer texts, which hold more terms by chance. */
export const LEAST_SCORE = 6;
const SHORT_WORDS = 250;
/** A term counts whole once, half a second and a third time, and not more. */
const MOST_REPEATS = 3;
/** Subject, name and names of attachments say more than the text. */
const HEADING_FACTOR = 2;
/** A second topic must come near the first. */
const NEAR_BEST = 0.7;
const MOST_TOPICS = 3;
const MOST_REASONS = 5;

const counts = new Uint8Array(ALL_TERMS.length);
const headed = new Uint8Array(ALL_TERMS.length);

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
  const signed = signPoints(signs, words.amounts);
  const scores = signed.slice();
  const touched: number[] = [];
  const count = (term: number) => {
    if ((counts[term] ?? 0) === 0 && (headed[term] ?? 0) === 0) touched.push(term);
    if ((counts[term] ?? 0) < MOST_REPEATS) counts[term] = (counts[term] ?? 0) + 1;
  };
  for (const term of heading) {
    if ((headed[term] ?? 0) === 0) touched.push(term);
    headed[term] = 1;
  }
  const looked = countTerms(words, count);
  const because = new Map<number, [points: number, text: string][]>();
  const strong = new Set<number>();
  for (const term of touched) {
    const known = ALL_TERMS[term];
    if (known === undefined) continue;
    const repeats = counts[term] ?? 0;
    const inText = repeats === 0 ? 0 : (repeats + 1) / 2;
    const points = known.weight * (inText + HEADING_FACTOR * (headed[term] ?? 0));
    scores[known.topic] = (scores[known.topic] ?? 0) + points;
    if (known.weight === STRONG) strong.add(known.topic);
    const reasons = because.get(known.topic);
    if (reasons === undefined) because.set(known.topic, [[points, known.text]]);
    else reasons.push([points, known.text]);
    counts[term] = 0;
    headed[term] = 0;
  }
  // One word of the second rank is an accident, even in a subject: "issue", "schedule".
  const isFounded = (topic: number) =>
    strong.has(topic) || (because.get(topic)?.length ?? 0) !== 1 || (signed[topic] ?? 0) > 0;
  for (const topic of because.keys()) if (!isFounded(topic)) scores[topic] = 0;
  return chosen(scores, LEAST_SCORE * Math.max(1, Math.sqrt(looked / SHORT_WORDS)), because);
}

/** The terms of a subject or a file name, for `topicsOf`. */
export function headingTerms(heading: string): readonly number[] {
  const found = new Set<number>();
  const { hashes, count } = hashWords(heading, false);
  for (let at = 0; at < count; at++) termsAt(hashes, at, count, (term) => found.add(term));
  return [...found];
}

function countTerms({ count, hashes, kinds, ownCount }: WordHashes, found: (term: number) => void): number {
  const all = ownCount < FEWEST_OWN;
  let looked = 0;
  for (let at = 0; at < count && looked < LOOKED_AT; at++) {
    const kind = kinds[at] ?? 0;
    if ((kind & LINK) !== 0 || (!all && (kind & OWN) === 0)) continue;
    looked++;
    termsAt(hashes, at, count, found);
  }
  return looked;
}

function chosen(
  scores: Float64Array,
  least: number,
  because: ReadonlyMap<number, readonly (readonly [points: number, text: string])[]>,
): readonly TopicFinding[] {
  const best = Math.max(...scores);
  const wanted = Math.max(least, best * NEAR_BEST);
  if (best < least) return [];
  const ranked = [...scores.entries()].filter(([, score]) => score >= wanted).sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, MOST_TOPICS).flatMap(([index, score]) => {
    const topic = TOPICS[index];
    if (topic === undefined) return [];
    const reasons = (because.get(index) ?? []).toSorted((a, b) => b[0] - a[0]).slice(0, MOST_REASONS);
    return [{ topic, score: Math.round(score * 10) / 10, because: reasons.map(([, text]) => text) }];
  });
}
