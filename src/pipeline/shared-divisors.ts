import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresCase } from '../case/postgres/case.ts';
import { sha256 } from '../case/postgres/part-table.ts';
import { repeatedly } from '../case/postgres/session.ts';
import type { GcdJob } from '../examine/recover/gcd-job.ts';
import { commonDivisorInThread } from '../examine/recover/gcd-thread.ts';
import { recoveryInterrupted } from '../examine/recover/interrupted.ts';
import type { Divisors } from './recover-keys.ts';

const PART = 'divisor';

/** Pairs asked for at once: what twenty workers can compute. Each group of signatures asks for one at a time. */
const AT_ONCE = 20;
/** Between two looks for results, each of which takes a minute or more. */
const LOOK_MS = 500;
/** How often a lease is renewed before it would run out. */
const RENEWALS = 6;

export interface DivisorOptions {
  readonly worker: string;
  readonly as: 'worker' | 'lead';
  readonly leaseSeconds: number;
  readonly patienceMs: number;
}

/** Has the divisors of pairs computed by all workers of a shared case; the lead computes too, one at a time. */
export function sharedDivisors(store: PostgresCase, options: DivisorOptions): Divisors {
  const attempt = <T>(work: () => T): T => repeatedly(options.patienceMs, work);
  let computing: Promise<boolean> | null = null;
  /** Whoever of the groups waits first keeps this process busy for all of them. */
  const begin = (signal: AbortSignal): Promise<boolean> => {
    const begun = computeDivisor(store, options, signal).finally(() => {
      computing = null;
    });
    // All that wait hear of an error; nobody may be waiting just then.
    begun.catch(() => {});
    return begun;
  };
  return {
    atOnce: AT_ONCE,
    divisorOf: async (job, signal) => {
      const piece = written(job);
      const key = sha256(`${PART} ${piece}`);
      attempt(() => store.parts.add(PART, '', [{ key, piece }]));
      for (;;) {
        const [found] = attempt(() => [...store.parts.found([key])]);
        if (found !== undefined && found !== null) return BigInt(`0x${JSON.parse(found) as string}`);
        if (signal.aborted) throw recoveryInterrupted();
        computing ??= begin(signal);
        await Promise.race([computing, pause(signal)]);
        await pause(signal);
      }
    },
    close: () => attempt(() => store.parts.remove([PART])),
  };
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
}

/** Computes one divisor that somebody asks for. Returns whether there was one. Errors: as commonDivisorInThread. */
export async function computeDivisor(
  store: PostgresCase,
  { worker, as, leaseSeconds, patienceMs }: DivisorOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const attempt = <T>(work: () => T): T => repeatedly(patienceMs, work);
  const part = attempt(() => store.parts.claim(worker, leaseSeconds, as, [PART]));
  if (part === null) return false;
  const timer = setInterval(
    () => {
      try {
        store.parts.renew(worker, part.key, leaseSeconds);
      } catch {
        // The database is away; another may compute the same, with the same result.
      }
    },
    (leaseSeconds * 1000) / RENEWALS,
  );
  try {
    const divisor = await commonDivisorInThread(read(part.piece), signal, () => {});
    attempt(() =>
      store.transaction(() => {
        if (store.parts.isHeld(worker, part.key))
          store.parts.finish(part.key, JSON.stringify(divisor.toString(16)));
      }),
    );
    return true;
  } catch (error) {
    if (signal.aborted) store.parts.release(worker);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

interface WrittenJob {
  readonly exponent: number;
  /** Signature and padded digest, hexadecimal, of two messages. */
  readonly numbers: readonly string[];
}

function written({ exponent, first, second }: GcdJob): string {
  const numbers = [first.signature, first.padded, second.signature, second.padded];
  return JSON.stringify({
    exponent,
    numbers: numbers.map((number) => number.toString(16)),
  } satisfies WrittenJob);
}

function read(json: string): GcdJob {
  const { exponent, numbers } = JSON.parse(json) as WrittenJob;
  const [a = 0n, b = 0n, c = 0n, d = 0n] = numbers.map((number) => BigInt(`0x${number}`));
  return { exponent, first: { signature: a, padded: b }, second: { signature: c, padded: d } };
}
