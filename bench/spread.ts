/**
 * Times of `spread coordination` over sizes, beside those of the reference implementation (CooRTweet 2.1.3 in R),
 * measured on the same kind of machine and stored here. Writes docs/bench-spread.md and docs/bench-spread.svg.
 * `node bench/spread.ts` runs to one million posts, `node bench/spread.ts 10000000` to ten.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CoordinationSummary } from '../src/spread/coordination/index.ts';
import { writeHot, writeSynthetic } from './spread-data.ts';
import { growthPlot } from './spread-plot.ts';

const root = join(import.meta.dirname, '..');
const CORPUS = join(root, '../shared/corpus/posts/synth_50000.csv');

/** Seconds and gigabytes of the reference, window 60 s; null: died of memory at 21 GB. */
const REFERENCE: Readonly<Record<string, readonly [number, number] | null>> = {
  'synthetic 50000': [12, 0.19],
  'synthetic 200000': [65, 0.53],
  'synthetic 500000': [298, 2.9],
  'synthetic 1000000': [1033, 3.9],
  'hot 20000': [174, 7.4],
  'hot 30000': [358, 16.5],
  'hot 47000': null,
};

interface Measured {
  readonly kind: 'synthetic' | 'hot';
  readonly posts: number;
  readonly summary: CoordinationSummary & { readonly peakBytes: number; readonly cpuSeconds: number };
}

const most = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'tamis-bench-'));
const measured: Measured[] = [];
try {
  for (const posts of [50_000, 200_000, 500_000, 1_000_000, 3_000_000, 10_000_000].filter(
    (size) => size <= most,
  ))
    measured.push(measure('synthetic', posts));
  for (const posts of [5_000, 20_000, 30_000, 47_000]) measured.push(measure('hot', posts));
} finally {
  rmSync(folder, { recursive: true });
}
writeFileSync(join(root, 'docs/bench-spread.md'), page(measured));
writeFileSync(join(root, 'docs/bench-spread.svg'), plot(measured));

function measure(kind: Measured['kind'], posts: number): Measured {
  const file = join(folder, 'shares.csv');
  const stored = kind === 'synthetic' && posts === 50_000 && existsSync(CORPUS);
  if (!stored) (kind === 'hot' ? writeHot : writeSynthetic)(file, posts);
  const memory = `${2 ** 30}`;
  const out = execFileSync(
    process.execPath,
    [join(root, 'bench/spread-run.ts'), stored ? CORPUS : file, memory, join(folder, 'edges.csv')],
    { encoding: 'utf8' },
  );
  const summary = JSON.parse(out) as Measured['summary'];
  process.stdout.write(`${kind} ${posts}: ${summary.pairs} pairs, ${summary.seconds} s\n`);
  return { kind, posts, summary };
}

function page(rows: readonly Measured[]): string {
  const lines = rows.map(({ kind, posts, summary }) => {
    const reference = REFERENCE[`${kind} ${posts}`];
    const theirs =
      reference === undefined
        ? ''
        : reference === null
          ? 'out of memory at 21 GB'
          : `${reference[0]} s, ${reference[1]} GB`;
    const n = (value: number): string => value.toLocaleString('en-GB');
    return `| ${kind} | ${n(posts)} | ${n(summary.pairs)} | ${n(summary.edges)} | ${summary.seconds} s | ${summary.cpuSeconds.toFixed(1)} s | ${(summary.peakBytes / 2 ** 30).toFixed(2)} GB | ${theirs} |`;
  });
  return `# Speed of spread coordination

Window 60 s, minimum participation 2, one thread, \`--memory 1G\`, reading and writing of CSV included.
${cpus()[0]?.model.trim() ?? ''}, ${cpus().length} cores. The reference is CooRTweet 2.1.3 in R on the same model of data, without the
writing of edges; its times were measured before and are stored in bench/spread.ts. \`hot\` is one hashtag in 3.5 hours.
Made by \`node bench/spread.ts${most === 1_000_000 ? '' : ` ${most}`}\`.

![Seconds over posts](bench-spread.svg)

| data | posts | pairs | edges | time | processor time | peak memory | reference |
| --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function plot(rows: readonly Measured[]): string {
  const ours = (kind: Measured['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ posts, summary }): [number, number] => [posts, summary.seconds]);
  const theirs = (kind: Measured['kind']) =>
    Object.entries(REFERENCE).flatMap(([name, value]): [number, number][] =>
      value && name.startsWith(kind) ? [[Number(name.split(' ')[1]), value[0]]] : [],
    );
  return growthPlot('Coordinated pairs within 60 s: seconds over posts', [
    { name: 'Tamis', colour: '#1f4e79', points: ours('synthetic') },
    { name: 'Tamis, one hashtag', colour: '#5b9bd5', points: ours('hot') },
    { name: 'CooRTweet (R)', colour: '#a33', points: theirs('synthetic') },
    { name: 'CooRTweet, one hashtag (out of memory at 47,000)', colour: '#e88', points: theirs('hot') },
  ]);
}
