/** Asks a case 200 questions: `node bench/programs/search-case.ts CASE` prints the latencies as JSON. */
import { openCase } from '../../src/case/index.ts';

/** Queries whose latency is measured, and the hits fetched of each: what one screen of results needs. */
const QUERIES = 200;
const HITS = 50;

export interface SearchFigures {
  readonly queries: number;
  /** Milliseconds for the first 50 hits with their snippets. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: { readonly ms: number; readonly query: string };
}

/**
 * Measures 200 mixed queries over a case: rare and common words, phrases, prefixes, fields, dates, negatives.
 * The words come from the case itself, chosen with a fixed seed, so that any case can be measured.
 */
function measureSearch(directory: string): SearchFigures {
  const store = openCase(directory, { now: () => new Date(0), readOnly: true });
  try {
    const times = makeQueries(sampleWords(store.search('kind:message has:text', { limit: 2_000 }), store))
      .map((query) => {
        const start = performance.now();
        const hits = [...store.search(query, { limit: HITS, snippets: true })].length;
        return { query: `${query} (${hits})`, ms: performance.now() - start };
      })
      .sort((a, b) => a.ms - b.ms);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
    const ms = (part: number) => at(part)?.ms ?? 0;
    const worst = times.at(-1) ?? { query: '', ms: 0 };
    return { queries: times.length, median: ms(0.5), p95: ms(0.95), p99: ms(0.99), worst };
  } finally {
    store.close();
  }
}

interface Sample {
  /** In falling order of frequency. */
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly senders: readonly string[];
  readonly subjects: readonly string[];
  readonly years: readonly string[];
}

function sampleWords(
  hits: Iterable<{ row: number; from: string; subject: string; date: string | null }>,
  store: ReturnType<typeof openCase>,
): Sample {
  const counts = new Map<string, number>();
  const phrases: string[] = [];
  const senders = new Set<string>();
  const subjects = new Set<string>();
  const years = new Set<string>();
  for (const { row, from, subject, date } of hits) {
    const words = (store.itemByRow(row)?.text ?? '').match(/\p{L}{2,20}/gu) ?? [];
    for (const word of words) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
    if (words.length > 60) phrases.push(words.slice(50, 52).join(' '));
    for (const name of from.match(/\p{L}{3,}/gu) ?? []) senders.add(name);
    for (const word of subject.match(/\p{L}{4,}/gu) ?? []) subjects.add(word);
    if (date !== null) years.add(date.slice(0, 4));
  }
  const words = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  return { words, phrases, senders: [...senders], subjects: [...subjects], years: [...years].sort() };
}

function makeQueries(sample: Sample): readonly string[] {
  const pick = picker(2017);
  const common = (): string => pick(sample.words.slice(0, 100));
  const usual = (): string => pick(sample.words.slice(100, 3_000));
  const rare = (): string => pick(sample.words.slice(3_000));
  const kinds: readonly (() => string)[] = [
    common,
    usual,
    usual,
    rare,
    rare,
    () => `${common()} ${common()}`,
    () => `${usual()} ${usual()}`,
    () => `${usual()} OR ${rare()}`,
    () => `"${pick(sample.phrases)}"`,
    () => `${usual().slice(0, 4)}*`,
    () => `from:${pick(sample.senders)}`,
    () => `from:${pick(sample.senders)} ${usual()}`,
    () => `subject:${pick(sample.subjects)}`,
    () => `${usual()} after:${pick(sample.years)}`,
    () => `on:${pick(sample.years)}`,
    () => `${usual()} -${common()}`,
    () => `-${common()}`,
    () => `has:attachment ${usual()}`,
    () => `(${usual()} OR verdict:altered) kind:message`,
    () => `verdict:unverified ${usual()}`,
  ];
  return Array.from({ length: QUERIES }, (_, at) => (kinds[at % kinds.length] ?? usual)());
}

/** Picks by a linear congruential generator (Numerical Recipes), so that every run asks the same. */
function picker(seed: number): (from: readonly string[]) => string {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] ?? 'a';
  };
}

const [, script, directory] = process.argv;
if (script === import.meta.filename && directory !== undefined) {
  process.stdout.write(`${JSON.stringify(measureSearch(directory))}\n`);
}
