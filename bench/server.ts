/**
 * What a person waits for in the workbench, measured over HTTP on a case of 100,000 items:
 * `node bench/server.ts [--items N] [--data DIR] [--queries N]`. The case is made once and kept in DIR. Prints JSON: for
 * each kind of question the median, 95th and 99th percentile and the worst, in milliseconds, each question asked
 * once.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { SearchJson } from '../src/server/api/search.ts';
import { startServer } from '../src/server/start-server.ts';
import { largeCase } from './input/large-case.ts';
import { makeQueries } from './input/queries.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '100000' },
    data: { type: 'string', default: join(import.meta.dirname, '.data') },
    queries: { type: 'string', default: '200' },
  },
});
const directory = largeCase(values.data, Number(values.items), '2017');
const started = performance.now();
const server = await startServer({
  ...{ caseDirectory: directory, host: null, port: 0, app: null, language: 'en', version: 'bench' },
  now: () => new Date(),
});
const startMs = performance.now() - started;
try {
  const words = await sampleWords();
  const queries = makeQueries(words, Number(values.queries));
  const ids: string[] = [];
  const search = await timed(queries, async (query) => {
    const found = await ask<SearchJson>(`/api/search?limit=100&q=${encodeURIComponent(query)}`);
    const id = found.rows[0]?.id;
    if (id !== undefined) ids.push(id);
  });
  const facets = await timed(queries, (query) => ask(`/api/facets?q=${encodeURIComponent(query)}`));
  const far = await timed(queries, (query, at) =>
    ask(
      `/api/search?limit=100&offset=${at * 400}&sort=subject&q=${at % 2 === 0 ? '' : encodeURIComponent(query)}`,
    ),
  );
  const item = await timed(ids, (id) => ask(`/api/items/${id}`));
  const overview = await timed(['en', 'fr'], (lang) => ask(`/api/overview?lang=${lang}`));
  const people = await timed(['', 'kind:message'], (query) =>
    ask(`/api/people?q=${encodeURIComponent(query)}`),
  );
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  const figures = {
    items: Number(values.items),
    startMs: Math.round(startMs),
    memoryMb,
    search,
    facets,
    far,
    item,
  };
  process.stdout.write(`${JSON.stringify({ ...figures, overview, people }, null, 2)}\n`);
} finally {
  await server.close();
}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

interface Latency {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  /** 95th percentile of processor time, asking and answering together: what a busy machine does not change. */
  readonly cpuP95: number;
  readonly worst: { readonly ms: number; readonly question: string };
}

async function timed(
  questions: readonly string[],
  work: (question: string, at: number) => Promise<unknown>,
): Promise<Latency> {
  const times: { readonly ms: number; readonly question: string }[] = [];
  const cpu: number[] = [];
  for (const [at, question] of questions.entries()) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work(question, at);
    const { user, system } = process.cpuUsage(before);
    cpu.push(Math.round((user + system) / 100) / 10);
    times.push({ ms: Math.round((performance.now() - start) * 10) / 10, question });
  }
  times.sort((a, b) => a.ms - b.ms);
  const part = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]?.ms ?? 0;
  const worst = times.at(-1) ?? { ms: 0, question: '' };
  cpu.sort((a, b) => a - b);
  const cpuP95 = cpu[Math.min(cpu.length - 1, Math.floor(cpu.length * 0.95))] ?? 0;
  return { count: times.length, median: part(0.5), p95: part(0.95), p99: part(0.99), cpuP95, worst };
}

/** Words of the case, the most frequent first. */
async function sampleWords(): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  for (let offset = 0; offset < 20_000; offset += 4_000) {
    const { rows } = await ask<SearchJson>(`/api/search?q=&limit=500&offset=${offset}&sort=path`);
    for (const { subject } of rows)
      for (const [word] of subject.toLowerCase().matchAll(/\p{L}{2,20}/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}
