import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { openSharedCase, sharedSift } from '../../src/shared-case.ts';
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
  /** Milliseconds until a silent database counts as lost. */
  readonly statementMs?: number;
}

/** Sifts into a shared case, as `sift --db` does. */
export async function siftShared(
  { postgres, name, db = postgres.url, leaseSeconds = 60, statementMs }: SharedTest,
  options: Partial<SiftOptions> & { readonly inputs: readonly string[] },
): Promise<SiftResult> {
  const store = openSharedCase({
    ...{ db, name, as: 'lead', create: true, now, env: {}, objects: `file://${postgres.folder}` },
    ...(statementMs !== undefined && { statementMs }),
  });
  return siftQuietly(store.directory, { jobs: 1, ...options, shared: sharedSift(store, { leaseSeconds }) });
}

/** Everything a shared case says, as `contentOf` gives it. */
export function contentOfShared({ postgres, name }: SharedTest): string[] {
  return everythingIn(openSharedCase({ db: postgres.url, name, as: 'read', now, env: {} }));
}

/** A worker process of its own; what it writes is kept. */
export class WorkerProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  log = '';

  constructor(
    { postgres, name, db = postgres.url }: SharedTest,
    entry = join(ROOT, 'src/cli/main.ts'),
    flags: readonly string[] = [],
  ) {
    const args = [entry, 'worker', '--db', db, '--case', name, '--jobs', '1', ...flags];
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr?.on('data', (data) => {
      this.log += String(data);
    });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  /** Items it committed, by its own log. */
  get items(): number {
    return this.events('committed').reduce((sum, event) => sum + Number(event.items), 0);
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
