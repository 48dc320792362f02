import { tokensOf } from './tokens.ts';

/**
 * Counts of token sequences, for sampling. Of real texts it holds only what was common: tokens and pairs seen
 * in at least LEAST_THREADS threads, and longer sequences likewise, so that no sentence of a real mail is in
 * it unless people write that sentence all the time.
 */
export interface LanguageModel {
  /** Tokens; index 0 begins and ends a sequence. */
  readonly vocabulary: readonly string[];
  /**
   * By length of the context (0 to ORDER - 1): context (token numbers joined by a space) to
   * [dropped, token, count, token, count …]; `dropped` counts what followed but was too rare to keep.
   */
  readonly orders: readonly Readonly<Record<string, readonly number[]>>[];
  /** By kind of the token before (`kindOf`), for what follows a token too rare to have followers of its own. */
  readonly kinds: Readonly<Record<string, readonly number[]>>;
}

/** Longest sequence that is counted, in tokens. */
export const ORDER = 5;
/** Sequences are kept when seen in as many threads: below three, a sequence might be a person's own. */
export const LEAST_THREADS = 3;
/** Bound on the vocabulary: what a mailbox of 100,000 messages would add is rare words only. */
const MOST_TOKENS = 30_000;

/** A text to learn from, with the thread it belongs to. */
export interface Sample {
  readonly thread: string;
  readonly tokens: readonly string[];
}

/**
 * Counts sequences. `classOf` names the class of a token that is too rare to keep; `isOwn` tells tokens that are
 * never kept however frequent (addresses of people).
 */
export function learn(
  samples: readonly Sample[],
  classOf: (token: string) => string,
  isOwn: (token: string) => boolean,
): LanguageModel {
  const vocabulary = vocabularyOf(samples, isOwn);
  const classes = new Map<string, number>();
  const numbers = new Map(vocabulary.map((token, index) => [token, index]));
  const numberOf = (token: string): number => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    const name = classOf(token);
    const number = numbers.get(name) ?? vocabulary.push(name) - 1;
    numbers.set(name, number);
    classes.set(name, number);
    return number;
  };
  const sequences = samples.map(({ thread, tokens }) => ({ thread, ids: [...tokens.map(numberOf), 0] }));
  const orders = Array.from({ length: ORDER }, (_, length) => countOrder(sequences, length));
  return { vocabulary, orders, kinds: countKinds(sequences, vocabulary) };
}

/** The usual way from a text to a sample. */
export function sampleOf(thread: string, text: string): Sample {
  return { thread, tokens: tokensOf(text) };
}

function vocabularyOf(samples: readonly Sample[], isOwn: (token: string) => boolean): string[] {
  const seen = new Map<string, { last: string; threads: number; count: number }>();
  for (const { thread, tokens } of samples) {
    for (const token of tokens) {
      const entry = seen.get(token);
      if (entry === undefined) seen.set(token, { last: thread, threads: 1, count: 1 });
      else {
        entry.count++;
        if (entry.last !== thread) entry.threads++;
        entry.last = thread;
      }
    }
  }
  const kept = [...seen].filter(([token, { threads }]) => threads >= LEAST_THREADS && !isOwn(token));
  kept.sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1));
  return ['', ...kept.slice(0, MOST_TOKENS).map(([token]) => token)];
}

interface Following {
  count: number;
  threads: number;
  last: string;
}

/** What a token looks like: its ending, spacing and capital. Words of one kind are mostly of one part of speech. */
export function kindOf(token: string): string {
  const word = token.trim();
  const lead = token === word ? '' : ' ';
  if (!/^\p{L}/u.test(word)) return lead + word.slice(0, 2);
  return `${lead}${/^\p{Lu}/u.test(word) ? 'A' : 'a'}${word.length < 4 ? word : word.slice(-2)}`.toLowerCase();
}

function countKinds(
  sequences: readonly { readonly thread: string; readonly ids: readonly number[] }[],
  vocabulary: readonly string[],
): Record<string, number[]> {
  const kinds = [...new Set(vocabulary.map(kindOf))];
  const numbers = new Map(kinds.map((kind, index) => [kind, index]));
  const kindById = vocabulary.map((token) => numbers.get(kindOf(token)) ?? 0);
  const counts = new Map<number, Map<number, Following>>();
  for (const { thread, ids } of sequences)
    for (let at = 1; at < ids.length; at++)
      count(counts, kindById[ids[at - 1] ?? 0] ?? 0, ids[at] ?? 0, thread);
  return rowsOf(new Map([...counts].map(([kind, row]) => [kinds[kind] ?? '', row])), false);
}

function count<K>(counts: Map<K, Map<number, Following>>, context: K, token: number, thread: string): void {
  const following = counts.get(context) ?? new Map<number, Following>();
  counts.set(context, following);
  const entry = following.get(token);
  if (entry === undefined) following.set(token, { count: 1, threads: 1, last: thread });
  else {
    entry.count++;
    if (entry.last !== thread) entry.threads++;
    entry.last = thread;
  }
}

/** Rows of what is common enough; `all` keeps the rest too (single tokens are common already). */
function rowsOf(
  counts: ReadonlyMap<string, ReadonlyMap<number, Following>>,
  all: boolean,
): Record<string, number[]> {
  const out: Record<string, number[]> = {};
  for (const [context, following] of counts) {
    const row = [0];
    for (const [token, { count, threads }] of [...following].sort(([a], [b]) => a - b)) {
      if (all || threads >= LEAST_THREADS) row.push(token, count);
      else row[0] = (row[0] ?? 0) + count;
    }
    if (row.length > 1) out[context] = row;
  }
  return out;
}

/** One length of context. Samples of a thread come together, so comparing with the last thread counts threads. */
function countOrder(
  sequences: readonly { readonly thread: string; readonly ids: readonly number[] }[],
  length: number,
): Record<string, number[]> {
  const contexts = new Map<string, Map<number, Following>>();
  for (const { thread, ids } of sequences) {
    // What stands before the beginning is one 0, not many.
    for (let at = Math.max(0, length - 1); at < ids.length; at++)
      count(contexts, contextKey(ids, at, length), ids[at] ?? 0, thread);
  }
  return rowsOf(contexts, length === 0);
}

/** The `length` numbers before `at`, a 0 standing for the beginning. */
export function contextKey(ids: readonly number[], at: number, length: number): string {
  let key = '';
  for (let i = at - length; i < at; i++) key += `${key === '' ? '' : ' '}${i < 0 ? 0 : (ids[i] ?? 0)}`;
  return key;
}
