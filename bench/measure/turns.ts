import { type Command, type Cost, measureRun, type Run } from './run.ts';

/** One program in a comparison. */
export interface Contestant {
  readonly name: string;
  /** Puts things as they were before the first run; not measured. */
  readonly prepare?: () => void;
  readonly command: Command;
}

export interface Result {
  readonly name: string;
  readonly median: Cost;
  /** What each counted run wrote. */
  readonly outputs: readonly string[];
}

/**
 * Runs the contestants in turns (A B A B), so that a busy moment of the machine falls on all of them, and takes
 * the median of each figure. Before more than one round, a run of the first that is not counted brings into
 * the file cache what all of them read.
 */
export function inTurns(contestants: readonly Contestant[], rounds: number): Result[] {
  const runs = contestants.map((): Run[] => []);
  const [first] = contestants;
  if (rounds > 1 && first !== undefined) runOne(first);
  for (let round = 0; round < rounds; round++) {
    contestants.forEach((contestant, at) => {
      runs[at]?.push(runOne(contestant));
    });
  }
  return contestants.map(({ name }, at) => ({
    name,
    median: medianCost(runs[at] ?? []),
    outputs: runs[at]?.map((run) => run.stdout) ?? [],
  }));
}

function runOne({ prepare, command }: Contestant): Run {
  prepare?.();
  return measureRun(command);
}

function medianCost(runs: readonly Cost[]): Cost {
  const of = (figure: keyof Cost) => median(runs.map((run) => run[figure]).filter((value) => value !== null));
  return { wall: of('wall') ?? Number.NaN, user: of('user'), system: of('system'), peak: of('peak') };
}

/** The middle value, or the lower of the two; null of nothing. */
export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}

/** Processor seconds, in the program and in the kernel together. */
export function processor({ user, system }: Cost): number | null {
  return user === null || system === null ? null : user + system;
}
