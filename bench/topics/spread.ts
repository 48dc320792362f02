import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { type Contestant, inTurns, type Result } from '../measure/turns.ts';
import { comparison, integer, type Table, type Topic } from '../report/topic.ts';
import { writeHot, writeSynthetic } from '../spread-data.ts';

const WINDOW = '60';
const STORED = join(import.meta.dirname, '../../../shared/corpus/posts');
/** CooRTweet ran on these with a window of a minute; its times are kept with its results. */
const STORED_RUNS = [
  ['russian_coord_tweets.csv', 'coortweet_ru_tw60_mp2_summary.csv'],
  ['synth_50000.csv', 'coortweet_synth_50000_tw60_mp2_summary.csv'],
] as const;

/** Coordination against CooRTweet where R has it, else against its stored times; and how time grows with size. */
export async function spreadTopic(bench: Bench): Promise<Topic> {
  const { sizes, rounds } = bench.options;
  const hasR = spawnSync('Rscript', ['-e', 'library(CooRTweet)'], { stdio: 'ignore' }).status === 0;
  const files = [
    ...sizes.posts.map((count) => [`${integer(count)} posts`, made(bench, writeSynthetic, count)] as const),
    [`${integer(sizes.hotPosts)} posts of one hashtag`, made(bench, writeHot, sizes.hotPosts)] as const,
  ];
  const growth = inTurns(
    files.map(([name, path]) => tamis(bench, name, path)),
    rounds,
  );
  const first = files[0];
  const against = hasR && first !== undefined ? [inR(bench, first[0], first[1])] : [];
  const stored =
    sizes.stored && existsSync(STORED)
      ? STORED_RUNS.map(([file, summary]) => storedRun(bench, file, summary))
      : [];
  return {
    title: 'Coordination',
    about:
      'Accounts that share the same object within a minute, from a CSV file, edges written. "Times" is against the ' +
      'smallest file. The plot of growth and larger sizes: `node bench/spread.ts` and docs/bench-spread.md.',
    tables: [comparison('Growth', growth), ...against, ...stored],
    aims: [],
    missing: hasR
      ? []
      : ['CooRTweet in R, which is not installed; its stored times stand in where they are at hand'],
  };
}

function made(bench: Bench, write: (path: string, count: number) => void, count: number): string {
  const path = bench.input(`${write.name}-${count}.csv`);
  if (!existsSync(path)) {
    write(`${path}.part`, count);
    renameSync(`${path}.part`, path);
  }
  return path;
}

function tamis(bench: Bench, name: string, path: string): Contestant {
  const args = [
    '--window',
    WINDOW,
    '--min-participation',
    '2',
    '--edges',
    bench.scratch('edges.csv'),
    '--json',
  ];
  return { name, command: bench.tamis('spread', 'coordination', path, ...args) };
}

function inR(bench: Bench, name: string, path: string): Table {
  const script =
    'f <- commandArgs(TRUE)[1]; x <- data.table::fread(f); ' +
    `r <- CooRTweet::detect_groups(x, time_window = ${WINDOW}, min_participation = 2); ` +
    'invisible(CooRTweet::generate_coordinated_network(r, edge_weight = 0.5))';
  const peer = { name: 'CooRTweet', command: { program: 'Rscript', args: ['-e', script, path] } };
  return comparison(name, inTurns([tamis(bench, 'Tamis', path), peer], bench.options.rounds));
}

/** Of another run and perhaps another machine, and without the start of R: said in the caption. */
function storedRun(bench: Bench, file: string, summary: string): Table {
  const results = inTurns([tamis(bench, 'Tamis', join(STORED, file))], bench.options.rounds);
  const [header = '', row = ''] = readFileSync(join(STORED, 'reference', summary), 'utf8').split('\n');
  const cells = row.split(',');
  const cell = (name: string) => Number(cells[header.split(',').indexOf(name)]);
  const wall = cell('t_read') + cell('t_detect') + cell('t_network');
  const reference: Result = {
    name: 'CooRTweet 2.1.3, stored',
    median: { wall, user: null, system: null, peak: null },
    outputs: [],
  };
  return comparison(`${file}, CooRTweet's times as stored, without the start of R`, [...results, reference]);
}
