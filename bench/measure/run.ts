import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What one whole process cost, with the processes it waited for. Null where nothing here can tell. */
export interface Cost {
  /** Seconds on the wall, start of the runtime included. */
  readonly wall: number;
  /** Seconds of processor time, of all threads, in the program and in the kernel. */
  readonly user: number | null;
  readonly system: number | null;
  /** Peak resident memory in MB (10^6). */
  readonly peak: number | null;
}

export interface Run extends Cost {
  readonly stdout: string;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Throw away what it writes to its standard output, as `tar -xO` does with the whole archive. */
  readonly discard?: true;
}

const MOST_OUTPUT = 64 * 2 ** 20;
const USAGE_AT_EXIT = pathToFileURL(join(import.meta.dirname, 'usage-at-exit.ts')).href;

/** True when a program of this name can be started. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * Runs a program to its end and measures it by GNU time, which asks the kernel (wait4). Without GNU time, Node
 * programs tell their own usage at exit, and of others only the wall-clock time is known. Throws when the
 * program cannot be started or fails: a figure of a failed run would be a lie.
 */
export function measureRun({ program, args, discard }: Command): Run {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bench-'));
  const report = join(folder, 'usage');
  try {
    const isNode = program === process.execPath;
    const [file, ...rest] = hasGnuTime()
      ? ['time', '-q', '-f', '%U %S %M', '-o', report, program, ...args]
      : [program, ...(isNode ? ['--import', USAGE_AT_EXIT] : []), ...args];
    const start = performance.now();
    const run = spawnSync(file, rest, {
      encoding: 'utf8',
      maxBuffer: MOST_OUTPUT,
      stdio: ['ignore', discard ? 'ignore' : 'pipe', 'pipe'],
      env: { ...process.env, BENCH_USAGE: report },
    });
    const wall = (performance.now() - start) / 1000;
    if (run.error !== undefined || run.status !== 0) {
      const said = `${run.stderr ?? ''}${run.stdout ?? ''}`.slice(-2000);
      throw new Error(`${program} ${args.join(' ')} ended with ${run.status}: ${said}`, { cause: run.error });
    }
    return { wall, ...usageIn(report), stdout: run.stdout ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let gnuTime: boolean | null = null;

/** The program, not the shell's word; BSD's and BusyBox's know no such format. */
function hasGnuTime(): boolean {
  gnuTime ??= spawnSync('time', ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0;
  return gnuTime;
}

function usageIn(report: string): Omit<Cost, 'wall'> {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    return { user: null, system: null, peak: null };
  }
  const [user, system, kibibytes] = (text.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return {
    user: user ?? null,
    system: system ?? null,
    peak: kibibytes === undefined ? null : kibibytes / 976.5625,
  };
}
