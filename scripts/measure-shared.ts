/**
 * What a shared case costs, measured: `node scripts/measure-shared.ts DUMP [WORKERS...]` sifts a dump into an embedded case
 * and into PostgreSQL with 1, 2, ... processes of one thread each, and prints processor and wall-clock seconds of each.
 * Wall-clock figures mean something on an idle machine only. Figures: docs/scale.md.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresForTests } from '../test/postgres/for-tests.ts';

const MAIN = join(import.meta.dirname, '../src/cli/main.ts');
const [dump, ...counts] = process.argv.slice(2);
if (dump === undefined) throw new Error('name a dump');

const folder = mkdtempSync(join(tmpdir(), 'tamis-measure-'));
const postgres = await postgresForTests();
if (postgres.type === 'none') throw new Error(postgres.why);
try {
  const embedded = await measured([['sift', dump, '--case', join(folder, 'embedded.tamis'), '--jobs', '1']]);
  console.log(`embedded, 1 thread: ${embedded.cpu} s of processor, ${embedded.wall} s`);
  for (const workers of counts.length > 0 ? counts.map(Number) : [1, 2]) {
    const place = ['--db', postgres.url, '--case', `with ${workers}`];
    const lead = ['sift', dump, ...place, '--objects', `file://${folder}/objects`, '--jobs', '1'];
    const others = Array.from({ length: workers - 1 }, () => ['worker', ...place, '--jobs', '1', '--once']);
    const before = serverSeconds();
    const shared = await measured([lead, ...others]);
    const server = (serverSeconds() - before).toFixed(1);
    console.log(
      `shared, ${workers} processes: ${shared.cpu} s of processor, ${server} s of the server's, ${shared.wall} s`,
    );
  }
  const size = execFileSync('psql', [postgres.url, '-Atc', 'SELECT pg_database_size(current_database())'], {
    encoding: 'utf8',
  });
  console.log(`database: ${(Number(size) / 1e6).toFixed(1)} MB for all of them`);
} catch (error) {
  console.error(error);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Runs commands at once; seconds of processor by `time`, of all of them, and of the wall for the first. */
async function measured(commands: readonly (readonly string[])[]): Promise<{ cpu: string; wall: string }> {
  const started = performance.now();
  let wall = 0;
  const runs = commands.map(async (args, at) => {
    const child = spawn(
      '/usr/bin/env',
      ['bash', '-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'run', process.execPath, MAIN, ...args],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    await new Promise((resolve) => child.once('exit', resolve));
    if (at === 0) wall = performance.now() - started;
    const found = /cpu ([\d.]+) ([\d.]+)/.exec(said);
    return Number(found?.[1]) + Number(found?.[2]);
  });
  const cpu = (await Promise.all(runs)).reduce((sum, seconds) => sum + seconds, 0);
  return { cpu: cpu.toFixed(1), wall: (wall / 1000).toFixed(1) };
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
