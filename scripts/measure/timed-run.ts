import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

/** What some commands took that ran at once. */
export interface Timed {
  /** Seconds of processor of all of them, user and system. */
  readonly cpu: number;
  /** Seconds of processor of the database server meanwhile. */
  readonly server: number;
  /** Seconds until the first of them had ended. */
  readonly wall: number;
  /** What the first wrote to standard output. */
  readonly output: string;
}

/**
 * Runs commands of tamis at once, each a process, and waits for all. Throws what the first wrote to standard error where
 * one fails. `compiled`: a folder where Node keeps what it has compiled, so that no run pays for it but the first.
 * `exits`: the exit codes that are no failure, 0 alone where none are named.
 */
export async function timedRun(
  commands: readonly (readonly string[])[],
  { compiled, exits = [0] }: { readonly compiled: string; readonly exits?: readonly number[] },
): Promise<Timed> {
  const before = serverSeconds();
  const started = performance.now();
  let wall = 0;
  const runs = commands.map(async (args, at) => {
    const run = await oneRun(args, compiled, exits);
    if (at === 0) wall = (performance.now() - started) / 1000;
    return run;
  });
  const done = await Promise.all(runs);
  const cpu = done.reduce((sum, run) => sum + run.cpu, 0);
  return { cpu, server: serverSeconds() - before, wall, output: done[0]?.output ?? '' };
}

/** The least wall-clock time of some runs, each into what `commandsFor` names for it. */
export async function bestOf(
  runs: number,
  commandsFor: (run: number) => readonly (readonly string[])[],
  options: { readonly compiled: string },
): Promise<Timed> {
  let best: Timed | null = null;
  for (let run = 0; run < runs; run++) {
    const timed = await timedRun(commandsFor(run), options);
    if (best === null || timed.wall < best.wall) best = timed;
  }
  if (best === null) throw new Error('no run was asked for');
  return best;
}

function oneRun(
  args: readonly string[],
  compiled: string,
  exits: readonly number[],
): Promise<{ cpu: number; output: string }> {
  // Bash tells the processor time of a command and all that it has started.
  const script = 'TIMEFORMAT="cpu %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'run', process.execPath, MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, NODE_NO_WARNINGS: '1' },
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (data) => {
      said[name] += String(data);
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const found = /cpu ([\d.]+) ([\d.]+)/.exec(said.stderr);
      if (!exits.includes(code ?? -1) || found === null)
        reject(new Error(`tamis ${args.join(' ')}:\n${said.stderr}`));
      else resolve({ cpu: Number(found[1]) + Number(found[2]), output: said.stdout });
    });
  });
}

/** Of all processes called postgres, those that ended included: of this test's server where no other runs. */
function serverSeconds(): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      if (!stat.includes('(postgres)')) continue;
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // utime, stime, and of children that ended: proc(5).
      for (const field of [11, 12, 13, 14]) ticks += Number(fields[field]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks / 100;
}
