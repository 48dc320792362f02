/**
 * What the processor's time of a sift goes into, thread by thread (docs/decisions/0325). Linux, with perf installed and
 * allowed to this user (`sysctl kernel.perf_event_paranoid`, 2 or less). Leaves nothing behind.
 *
 *   node scripts/measure-causes.ts INPUT... [--keys FILE]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { causeOf, samplesOf } from './measure/causes.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');
/** No divisor of what programs do by the clock. */
const SAMPLES_A_SECOND = 499;
const RATE = String(SAMPLES_A_SECOND);

const given = process.argv.slice(2).map((each) => (existsSync(each) ? resolve(each) : each));
const folder = mkdtempSync(join(tmpdir(), 'tamis-causes-'));
try {
  const data = join(folder, 'perf.data');
  // Node leaves the names of what it compiled in the folder it runs in.
  const sift = ['--perf-basic-prof', MAIN, 'sift', ...given, '--case', join(folder, 'case.tamis')];
  const recorded = spawnSync(
    'perf',
    ['record', '-g', '-e', 'cpu-clock', ...['-F', RATE], ...['-o', data], '--', process.execPath, ...sift],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (recorded.status !== 0) throw new Error(recorded.error?.message ?? `perf ended with ${recorded.status}`);
  print(await counted(data));
} finally {
  rmSync(folder, { recursive: true });
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Samples by cause and thread. */
async function counted(data: string): Promise<Counts> {
  const script = spawn('perf', ['script', '-i', data, '-F', 'comm,pid,tid,ip,sym,dso'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const counts = new Map<string, Map<string, number>>();
  let pid = 0;
  for await (const sample of samplesOf(createInterface({ input: script.stdout }))) {
    pid = sample.pid;
    const cause = causeOf(sample);
    const ofCause = counts.get(cause) ?? new Map<string, number>();
    ofCause.set(sample.thread, (ofCause.get(sample.thread) ?? 0) + 1);
    counts.set(cause, ofCause);
  }
  // Where perf looks for the names of compiled functions.
  rmSync(join(tmpdir(), `perf-${pid}.map`), { force: true });
  return counts;
}

function print(counts: Counts): void {
  const sum = (of: ReadonlyMap<string, number>): number =>
    [...of.values()].reduce((total, n) => total + n, 0);
  const threads = [...new Set([...counts.values()].flatMap((of) => [...of.keys()]))].sort();
  const seconds = (samples: number) => (samples / SAMPLES_A_SECOND).toFixed(2);
  console.log(`| seconds of processor | all | ${threads.join(' | ')} |`);
  console.log(`| --- | ${['', ...threads].map(() => '---:').join(' | ')} |`);
  const row = (name: string, all: number, of: (thread: string) => number) =>
    console.log(`| ${name} | ${[all, ...threads.map(of)].map(seconds).join(' | ')} |`);
  for (const [cause, of] of [...counts].sort((a, b) => sum(b[1]) - sum(a[1])))
    row(cause, sum(of), (thread) => of.get(thread) ?? 0);
  const totals = (thread: string) => [...counts.values()].reduce((all, of) => all + (of.get(thread) ?? 0), 0);
  row(
    'sum',
    [...counts.values()].reduce((all, of) => all + sum(of), 0),
    totals,
  );
}
