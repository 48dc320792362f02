import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { openSharedCase, type SharedSiftOptions, sharedSift } from '../../src/shared-case.ts';
import type { SiftOptions, SiftResult } from '../../src/sift.ts';
import type { TestPostgres } from '../postgres/for-tests.ts';
import { everythingIn, siftQuietly } from '../sift/sift-case.ts';

const ROOT = join(import.meta.dirname, '../..');
const now = (): Date => new Date('2026-01-01T00:00:00Z');

export interface SharedTest {
  readonly postgres: TestPostgres;
  readonly name: string;
  /** Another way to the database, through something that misbehaves. */
  readonly db?: string;
  /** Short leases, so that a test need not wait a minute for a dead worker. */
  readonly leaseSeconds?: number;
  /** A command that runs another elsewhere: `ip netns exec NAME`. */
  readonly through?: readonly string[];
  /** How the passes are cut: small pieces, so that everybody gets some. */
  readonly parts?: SharedSiftOptions['parts'];
}

const SMALL = { itemsEach: 40, fewestPieces: 1 };

/** Sifts into a shared case, as `sift --db` does. */
export async function siftShared(
  { postgres, name, db = postgres.url, leaseSeconds = 60, parts = SMALL }: SharedTest,
  options: Partial<SiftOptions> & { readonly inputs: readonly string[] },
): Promise<SiftResult> {
  const store = openSharedCase({
    ...{ db, name, as: 'lead', create: true, now, env: {}, objects: `file://${postgres.folder}` },
  });
  return siftQuietly(store.directory, {
    jobs: 1,
    ...options,
    shared: sharedSift(store, { leaseSeconds, parts }),
  });
}

/** Everything a shared case says, as `contentOf` gives it. */
export function contentOfShared({ postgres, name }: SharedTest): string[] {
  return everythingIn(openSharedCase({ db: postgres.url, name, as: 'read', now, env: {} }));
}

const MAIN = join(ROOT, 'src/cli/main.ts');

/** A tamis of its own, whose standard error is kept. */
export class TamisProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  log = '';

  constructor(
    args: readonly string[],
    { leaseSeconds = 60, through = [] }: Pick<SharedTest, 'leaseSeconds' | 'through'> = {},
  ) {
    const env = { ...process.env, TAMIS_LEASE_SECONDS: String(leaseSeconds), TAMIS_DB_SILENCE_MS: '2000' };
    const [program = process.execPath, ...all] = [...through, process.execPath, ...args];
    this.child = spawn(program, all, { stdio: ['ignore', 'ignore', 'pipe'], env });
    this.child.stderr?.on('data', (data) => {
      this.log += String(data);
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  events(name: string): Record<string, unknown>[] {
    const lines = this.log.split('\n').filter((line) => line.startsWith('{'));
    return lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((event) => event.event === name);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

export function workerProcess(shared: SharedTest): TamisProcess {
  const { postgres, name, db = postgres.url } = shared;
  return new TamisProcess([MAIN, 'worker', '--db', db, '--case', name, '--jobs', '1'], shared);
}

/** The lead of a sift, as a process. */
export function leadProcess(shared: SharedTest, inputs: readonly string[]): TamisProcess {
  const { postgres, name, db = postgres.url } = shared;
  const objects = `file://${postgres.folder}`;
  return new TamisProcess(
    [MAIN, 'sift', ...inputs, '--db', db, '--case', name, '--objects', objects, '--jobs', '1'],
    shared,
  );
}
