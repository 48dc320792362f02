import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { verifyCustody } from '../../src/case/index.ts';
import { postgresForTests, type TestPostgres } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { cableTo } from './broken-cable.ts';
import {
  contentOfShared,
  leadProcess,
  type SharedTest,
  siftShared,
  TamisProcess,
  workerProcess,
} from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo/dump');
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const DAY_MS = 86_400_000;
const postgres = await postgresForTests();
/** Confirms what it has not written down, as a server does whose place another takes that does not follow at once. */
const forgetful = await postgresForTests({
  settings: ['synchronous_commit=off', 'wal_writer_delay=10s', 'wal_buffers=64MB', 'checkpoint_timeout=1h'],
});

/**
 * A dump of several ranges, so that there is something to share and to interrupt, and of some seconds, so that a lead has
 * not read all of it while the threads of a worker start.
 */
function makeDump(folder: string, boxes: number): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  cpSync(DEMO, join(dump, 'demo'), { recursive: true });
  for (let box = 0; box < boxes; box++) {
    const messages = Array.from({ length: 250 }, (_, i) => {
      const text =
        `budget ${i} meeting printer train ${(i * 7919) % 1009} poster campaign monday office\n`.repeat(8);
      return `From a@x.example Sat Apr  1 10:00:00 2017\nFrom: a@x.example\nTo: b@x.example\nSubject: about ${i}\nMessage-ID: <${box}.${i}@x.example>\nDate: Sat, 1 Apr 2017 10:00:00 +0000\n\n${text}\n\n`;
    });
    writeFileSync(join(dump, `${box}.mbox`), messages.join(''));
  }
  return dump;
}

/** A dump, and what an undisturbed embedded sift says of it. */
async function prepared(
  t: TestContext,
  boxes = 10,
): Promise<{ readonly dump: string; readonly wanted: string[] }> {
  const folder = temporaryFolder(t);
  const dump = makeDump(folder, boxes);
  const directory = join(folder, 'undisturbed.tamis');
  await siftQuietly(directory, { inputs: [dump] });
  return { dump, wanted: contentOf(directory) };
}

function running(t: TestContext, process: TamisProcess): TamisProcess {
  t.after(() => process.kill());
  return process;
}

async function until(what: () => boolean, tamis: TamisProcess): Promise<void> {
  for (let tries = 0; tries < 600 && !what(); tries++) await sleep(50);
  assert.ok(what(), tamis.log);
}

/** A lead or a worker whose clock is wrong by so much. */
function skewed(ms: number, shared: SharedTest, args: readonly string[]): TamisProcess {
  const script = `const D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+${ms})}static now(){return D.now()+${ms}}}`;
  const load = `data:text/javascript,${encodeURIComponent(script)}`;
  const place = ['--db', shared.postgres.url, '--case', shared.name, '--jobs', '1'];
  return new TamisProcess(['--import', load, MAIN, ...args, ...place], shared);
}

describe('a shared sift', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none' || forgetful.type === 'none') return;
  after(async () => {
    await postgres.stop();
    await forgetful.stop();
  });

  it('ends with the same case when a worker, and then its lead, stands still for longer than its lease', {
    timeout: 240_000,
  }, async (t) => {
    const { dump, wanted } = await prepared(t);
    const shared = { postgres, name: 'paused', leaseSeconds: 2 };
    await siftShared(shared, { inputs: [] });
    const worker = running(t, workerProcess(shared));
    const lead = running(t, leadProcess(shared, [dump]));
    await until(() => worker.events('claimed').length > 0, worker);
    worker.child.kill('SIGSTOP');
    await sleep(2500);
    lead.child.kill('SIGSTOP');
    await sleep(200);
    worker.child.kill('SIGCONT');
    await sleep(4000);
    lead.child.kill('SIGCONT');
    assert.equal(await lead.ended, 0, lead.log);
    assert.equal(worker.child.exitCode, null, worker.log);
    assert.deepEqual(contentOfShared(shared), wanted);
  });

  it('ends with the same case when clocks are days apart', { timeout: 240_000 }, async (t) => {
    const { dump, wanted } = await prepared(t);
    const shared = { postgres, name: 'skewed', leaseSeconds: 3 };
    await siftShared(shared, { inputs: [] });
    const workers = [running(t, skewed(3 * DAY_MS, shared, ['worker'])), running(t, workerProcess(shared))];
    const lead = running(
      t,
      skewed(-2 * DAY_MS, shared, ['sift', dump, '--objects', `file://${postgres.folder}`]),
    );
    assert.equal(await lead.ended, 0, lead.log);
    for (const worker of workers) {
      assert.equal(worker.child.exitCode, null, worker.log);
      assert.equal(worker.events('lost').length, 0, worker.log);
    }
    assert.deepEqual(contentOfShared(shared), wanted);
  });

  it('has one lead at a time, and goes on under another when the first is cut off and comes back', {
    timeout: 240_000,
  }, async (t) => {
    const { dump, wanted } = await prepared(t);
    const cable = await cableTo(postgres.server.port);
    t.after(() => cable.close());
    const db = Object.assign(new URL(postgres.url), { port: String(cable.port) }).href;
    const shared = { postgres, name: 'two leads', leaseSeconds: 3 };
    await siftShared(shared, { inputs: [] });
    const worker = running(t, workerProcess(shared));
    const first = running(t, leadProcess({ ...shared, db }, [dump]));
    await until(() => worker.events('claimed').length > 0, worker);
    const refused = leadProcess(shared, [dump]);
    assert.notEqual(await refused.ended, 0);
    assert.match(refused.log, /Another tamis is sifting/);
    cable.pull();
    cable.reset();
    const second = running(t, leadProcess(shared, [dump]));
    await sleep(1000);
    cable.plugIn();
    const codes = await Promise.all([first.ended, second.ended]);
    assert.ok(codes.includes(0), `${first.log}\n${second.log}`);
    // One that found the other at it is told so, or waited, and neither has spoilt what the other found.
    await siftShared(shared, { inputs: [dump] });
    assert.deepEqual(contentOfShared(shared), wanted);
    const store = postgres.open({ name: shared.name, as: 'read', now: () => new Date() });
    assert.equal(verifyCustody(store.custody()).type, 'intact');
    store.close();
  });

  it('ends with the same case when the database forgets what it had confirmed', {
    timeout: 200_000,
  }, async (t) => {
    const { restart } = forgetful.server;
    if (restart === null) return t.skip('the database is not ours to restart');
    const { dump, wanted } = await prepared(t, 3);
    const shared = { postgres: forgetful, name: 'forgetful', leaseSeconds: 2 };
    await siftShared(shared, { inputs: [] });
    let forgotten = 0;
    for (const ms of [300, 1000, 2000]) {
      const worker = running(t, workerProcess(shared));
      const lead = running(t, leadProcess(shared, [dump]));
      await Promise.race([lead.ended, hasLead(forgetful)]);
      await Promise.race([lead.ended, sleep(ms)]);
      forgotten += await forgetting(forgetful, restart);
      // Either it went on, or it says that it cannot, and the next one does.
      const code = await lead.ended;
      assert.ok(code === 0 || /forgotten/.test(lead.log), lead.log);
      await worker.kill();
    }
    assert.ok(forgotten > 0, 'the server forgot nothing');
    await siftShared(shared, { inputs: [dump] });
    assert.deepEqual(contentOfShared(shared), wanted);
  });
});

/** Ends once a lead has the case to itself: one that is still opening it when the database goes says so, and ends. */
async function hasLead(postgres: TestPostgres): Promise<void> {
  const locks = `SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND granted`;
  for (let tries = 0; tries < 600 && (await count(postgres, locks)) === 0; tries++) await sleep(50);
}

/** Starts the server anew, as another that has not heard the last; returns how many confirmed rows of a table are gone. */
async function forgetting(postgres: TestPostgres, restart: () => Promise<void>): Promise<number> {
  await count(postgres, 'CREATE TABLE IF NOT EXISTS public.said (n integer)');
  await count(postgres, 'INSERT INTO public.said SELECT 1');
  const said = 'SELECT count(*) AS n FROM public.said';
  const before = await count(postgres, said);
  await restart();
  return before - (await countAfter(postgres, said));
}

/** As soon as the server answers; a table that is not there has no rows. Anything else that fails says nothing of rows. */
async function countAfter(postgres: TestPostgres, sql: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await count(postgres, sql);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '42P01') return 0;
      await sleep(100);
    }
  }
  return assert.fail('the server did not come back');
}

async function count({ url }: TestPostgres, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  // A server that stops beside a question tells it here as well as in the answer.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(sql);
    return Number(rows[0]?.n ?? 0);
  } finally {
    await client.end().catch(() => {});
  }
}
