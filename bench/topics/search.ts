import type { Bench } from '../bench.ts';
import { inTurns, median } from '../measure/turns.ts';
import type { SearchFigures } from '../programs/search-case.ts';
import { integer, megabytes, type Topic } from '../report/topic.ts';

/** Latency of questions to the case of the lists. */
export async function searchTopic(bench: Bench): Promise<Topic> {
  const { messages } = await bench.lists();
  const directory = await bench.listsCase();
  const [result] = inTurns(
    [{ name: 'search', command: bench.program('search-case', directory) }],
    bench.options.rounds,
  );
  const runs = (result?.outputs ?? []).map((output) => JSON.parse(output) as SearchFigures);
  const ms = (of: (figures: SearchFigures) => number) => `${(median(runs.map(of)) ?? 0).toFixed(1)} ms`;
  const worst = runs.map((run) => run.worst).toSorted((a, b) => b.ms - a.ms)[0];
  return {
    title: 'Search',
    about:
      `${runs[0]?.queries ?? 0} mixed queries (rare and common words, phrases, prefixes, fields, dates, negatives) over the case of ` +
      `${integer(messages)} messages; time to the first 50 hits with snippets, each query asked once.`,
    tables: [
      {
        caption: 'Latency of one query',
        columns: ['', 'median', '95th percentile', '99th percentile', 'worst', 'peak memory'],
        rows: [
          [
            'Tamis',
            ms((run) => run.median),
            ms((run) => run.p95),
            ms((run) => run.p99),
            `${worst?.ms.toFixed(1) ?? '–'} ms`,
            megabytes(result?.median.peak ?? null),
          ],
        ],
      },
    ],
    aims: [{ aim: '95th percentile of a search below 50 ms', measured: ms((run) => run.p95) }],
    missing: [],
  };
}
