import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PostgresCase } from './case/postgres/case.ts';
import { type OpenPostgresOptions, openPostgresCase, openSession } from './case/postgres/open.ts';
import { repeatedly } from './case/postgres/session.ts';
import { forgetWritingParts, LeasedParts, type LeasedPartsOptions } from './conclude/parts/leased-parts.ts';
import { TamisError } from './model/index.ts';
import { PostgresConnection } from './net/postgres/connection.ts';
import { LeasedOcr } from './pipeline/leased-ocr.ts';
import { LeasedQueue, type WorkerEvent } from './pipeline/leased-queue.ts';
import { ocrTotals, readFrom } from './pipeline/ocr-pass.ts';
import { runPool } from './pipeline/pool.ts';
import type { Divisors } from './pipeline/recover-keys.ts';
import { sharedDivisors } from './pipeline/shared-divisors.ts';
import { closeRun, currentRun, openRun } from './pipeline/shared-run.ts';
import { useBucket } from './remote-objects.ts';
import type { SharedSift } from './sift.ts';

/** A restart of the database, or a cable that is found and plugged in again. */
export const PATIENCE_MS = 300_000;
/** Who only reads is told soon. */
const READER_PATIENCE_MS = 5_000;

export interface SharedCaseOptions
  extends Pick<OpenPostgresOptions, 'name' | 'as' | 'now' | 'create' | 'objects'> {
  /** `postgres://USER@HOST:PORT/NAME`. */
  readonly db: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly patienceMs?: number;
}

/** Opens a case in a database. Errors: as openPostgresCase; `bad-objects`, `bad-db-url`. */
export function openSharedCase(options: SharedCaseOptions): PostgresCase {
  const store = openPostgresCase(connectionOf(options), openOptions(options));
  const objects = store.setting('objects');
  if (objects?.startsWith('s3:')) useBucket(store.directory, bucketOf(objects, store.directory), options.env);
  return store;
}

/** As openSharedCase, for who reads and writes tables as they are. */
export function openSharedSession(options: SharedCaseOptions): ReturnType<typeof openSession> {
  const opened = openSession(connectionOf(options), openOptions(options));
  const { directory, objects } = opened;
  if (objects?.startsWith('s3:')) useBucket(directory, bucketOf(objects, directory), options.env);
  return opened;
}

function connectionOf({ db, env, as }: SharedCaseOptions): PostgresConnection {
  const statementMs = numberIn(env, 'TAMIS_DB_SILENCE_MS');
  return new PostgresConnection({
    url: db,
    application: `tamis ${as}`,
    password: passwordOf(env),
    ...(statementMs !== null && { statementMs }),
  });
}

function openOptions(options: SharedCaseOptions): OpenPostgresOptions {
  const { db, env, as, objects } = options;
  return {
    ...options,
    ...(objects !== undefined && { objects: checkedObjects(objects) }),
    patienceMs: options.patienceMs ?? (as === 'read' ? READER_PATIENCE_MS : PATIENCE_MS),
    directoryOf: (name, place) => folderOf(db, name, place, env),
  };
}

/** Long enough for a restart of the database, short beside the hours of a sift that is large. */
const LEASE_SECONDS = 60;

/** Who computes keys of a shared case: all its workers, and this process. */
export function divisorsOf(store: PostgresCase): Divisors {
  const about = { worker: randomUUID(), as: 'lead', leaseSeconds: LEASE_SECONDS } as const;
  return sharedDivisors(store, { ...about, patienceMs: PATIENCE_MS });
}

export interface SharedSiftOptions {
  readonly onEvent?: (event: WorkerEvent) => void;
  readonly leaseSeconds?: number;
  /** How the passes are cut, for tests. */
  readonly parts?: Pick<LeasedPartsOptions, 'itemsEach' | 'fewestPieces'>;
}

/** How `sift` works on a shared case. */
export function sharedSift(
  store: PostgresCase,
  { onEvent = () => {}, leaseSeconds = LEASE_SECONDS, parts = {} }: SharedSiftOptions = {},
): SharedSift {
  return {
    store,
    parts: () => new LeasedParts(store, { leaseSeconds, patienceMs: PATIENCE_MS, ...parts }),
    readPlan: async (_, plan, options, onProgress) => {
      const { limits, passwords } = options;
      repeatedly(PATIENCE_MS, () => LeasedOcr.offer(store, plan, { limits, passwords }));
      const source = new LeasedOcr(store, {
        worker: randomUUID(),
        leaseSeconds,
        patienceMs: PATIENCE_MS,
        isLead: true,
      });
      try {
        await readFrom(store, source, { workerEntry: SHARED_WORKER, ...options }, onProgress);
        source.giveUp();
      } finally {
        source.stop();
      }
      repeatedly(PATIENCE_MS, () => store.parts.remove('all'));
      return ocrTotals(store, plan);
    },
    repeat: (work) => onOneServer(store, () => repeatedly(PATIENCE_MS, work)),
    read: async (options, onProgress) => {
      const { limits, passwords, now, jobs } = options;
      const asked = repeatedly(PATIENCE_MS, () => whatIsAsked(store));
      for (let isWhole = false; !isWhole; ) {
        repeatedly(PATIENCE_MS, () => forgetWritingParts(store));
        const run = repeatedly(PATIENCE_MS, () => openRun(store, { limits, passwords, now, leaseSeconds }));
        repeatedly(PATIENCE_MS, () => store.announceWork());
        const queue = new LeasedQueue(store, { run, jobs, patienceMs: PATIENCE_MS, onProgress, onEvent });
        try {
          await runPool(queue, { workerEntry: SHARED_WORKER, ...options });
        } finally {
          queue.end('ended');
        }
        // Where a database forgot that this reading is on, nothing was left to do of it.
        isWhole = repeatedly(PATIENCE_MS, () => currentRun(store)?.number === run.number);
        repeatedly(PATIENCE_MS, () => closeRun(store, run));
      }
      if (repeatedly(PATIENCE_MS, () => whatIsAsked(store)) !== asked) throw rewound();
      repeatedly(PATIENCE_MS, () => store.settle());
    },
  };
}

/**
 * A server that takes the place of another may lack the last that the other had confirmed, verdicts among them: then the work
 * is done again, which is known piece by piece and cheap.
 */
function onOneServer<T>(store: PostgresCase, work: () => T): T {
  const start = (): string => repeatedly(PATIENCE_MS, () => store.serverStart());
  for (let tries = 1; ; tries++) {
    const before = start();
    const result = work();
    if (start() === before) return result;
    if (tries === MOST_SERVERS) throw rewound();
  }
}

/** A server that starts anew so often during one pass of some minutes is broken. */
const MOST_SERVERS = 5;

/** What only the lead adds, so that nothing else can have taken it away. */
function whatIsAsked(store: PostgresCase): string {
  return JSON.stringify([store.inputs(), store.keys().length]);
}

function rewound(): TamisError {
  return new TamisError('db-rewound', {
    en: 'The database has forgotten what it had confirmed: another took its place, perhaps. Give the same command again; what is there is not read twice.',
    fr: 'La base a oublié ce qu’elle avait confirmé\u00a0: une autre a peut-être pris sa place. Donnez la même commande encore une fois\u202f; ce qui est là n’est pas relu.',
  });
}

/** Each case has a place of its own below the prefix: the name of its folder. */
function bucketOf(objects: string, directory: string): string {
  return `${objects}/${basename(directory)}`;
}

/** A positive whole number of the environment: docs/deploy.md. */
export function numberIn(env: SharedCaseOptions['env'], name: string): number | null {
  const value = Number(env[name]);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** A password in a file is in no list of processes and no history of a shell. `PGPASSWORD` is read by the client. */
function passwordOf(env: SharedCaseOptions['env']): string | null {
  const file = env.TAMIS_DB_PASSWORD_FILE;
  return file === undefined || file === '' ? null : readFileSync(file, 'utf8').trimEnd();
}

function checkedObjects(given: string): string {
  if (/^file:\/\/\/./.test(given) || /^s3:\/\/[^/]+/.test(given)) return given.replace(/\/+$/, '');
  throw new TamisError('bad-objects', {
    en: `"${given}" is neither file:///FOLDER nor s3://BUCKET/PREFIX.`,
    fr: `«\u00a0${given}\u00a0» n’est ni file:///DOSSIER, ni s3://SEAU/PRÉFIXE.`,
  });
}

/**
 * The folder of a shared case: on the mount that all machines have; or, of what lies in a bucket or was not said, one
 * of this machine.
 */
function folderOf(db: string, name: string, objects: string | null, env: SharedCaseOptions['env']): string {
  const folder = encodeURIComponent(name);
  if (objects?.startsWith('file:')) return join(fileURLToPath(objects), folder);
  const { host, pathname } = new URL(db);
  const place = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 16);
  const home =
    objects === null
      ? (env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'))
      : (env.XDG_CACHE_HOME ?? join(homedir(), '.cache'));
  return join(home, 'tamis', place, folder);
}

/** The entry of worker threads that reach objects wherever they lie. */
export const SHARED_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './shared-worker.ts' : './shared-worker.js',
  import.meta.url,
);
