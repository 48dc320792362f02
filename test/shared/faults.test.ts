import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { postgresForTests } from '../postgres/for-tests.ts';
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

const postgres = await postgresForTests();
const DEMO = join(import.meta.dirname, '../../demo/dump');

const DEADLY_AT_PARTS = join(import.meta.dirname, 'deadly-part-worker.ts');

/** Linear congruential generator (Numerical Recipes). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A dump of several ranges, so that there is something to share and to interrupt. */
function makeDump(folder: string): string {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  cpSync(DEMO, join(dump, 'demo'), { recursive: true });
  const words = 'budget meeting printer train poster campaign monday office lunch'.split(' ');
  const next = randomFrom(7);
  for (let box = 0; box < 3; box++) {
    const messages = Array.from({ length: 500 }, (_, i) => {
      const text = Array.from({ length: 120 }, () => words[next(words.length)]).join(' ');
      return `From a@x.example Sat Apr  1 10:00:00 2017\nFrom: a@x.example\nTo: b@x.example\nSubject: ${words[next(9)]} ${i}\nMessage-ID: <${box}.${i}@x.example>\nDate: Sat, 1 Apr 2017 10:00:00 +0000\n\n${text}\n\n`;
    });
    writeFileSync(join(dump, `${box}.mbox`), messages.join(''));
  }
  return dump;
}

/** What an undisturbed embedded sift says. */
async function expected(folder: string, dump: string): Promise<string[]> {
  const directory = join(folder, 'undisturbed.tamis');
  await siftQuietly(directory, { inputs: [dump] });
  return contentOf(directory);
}

/** Ends a sift that faults may have ended, and holds what it says against the undisturbed one. */
async function endsTheSame(shared: SharedTest, dump: string, wanted: readonly string[]): Promise<void> {
  await siftShared(shared, { inputs: [dump] });
  assert.deepEqual(contentOfShared(shared), wanted);
}

describe('a shared sift', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('ends with the same case when workers and lead are killed at any time', {
    timeout: 200_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const dump = makeDump(folder);
    const wanted = await expected(folder, dump);
    const shared = { postgres, name: 'killed', leaseSeconds: 2 };
    const seed = Number(process.env.TAMIS_KILL_SEED ?? Date.now() % 2 ** 31);
    t.diagnostic(`TAMIS_KILL_SEED=${seed}`);
    const random = randomFrom(seed);
    let interrupted = 0;
    for (let i = 0; i < 4; i++) {
      const lead = leadProcess(shared, [dump]);
      await sleep(300);
      const workers = [workerProcess(shared), workerProcess(shared)];
      // Early at first, so that a fast machine has not done all of it before; then wherever it is.
      await Promise.race([lead.ended, sleep(i < 2 ? 100 + random(600) : 700 + random(1500))]);
      if (lead.child.exitCode === null) interrupted++;
      await Promise.all([lead, ...workers].map((each) => each.kill()));
    }
    assert.ok(interrupted >= 2, `only ${interrupted} of 4 were interrupted`);
    await endsTheSame(shared, dump, wanted);
  });

  it('ends with the same case when workers die at pieces of the passes', { timeout: 100_000 }, async (t) => {
    const folder = temporaryFolder(t);
    const wanted = await expected(folder, DEMO);
    const shared = {
      postgres,
      name: 'deadly pieces',
      leaseSeconds: 2,
      parts: { itemsEach: 5, fewestPieces: 1 },
    };
    await siftShared(shared, { inputs: [] });
    const deadly = new TamisProcess([DEADLY_AT_PARTS, postgres.url, shared.name]);
    t.after(() => deadly.kill());
    const worker = workerProcess(shared);
    t.after(() => worker.kill());
    await endsTheSame(shared, DEMO, wanted);
    await deadly.ended;
    assert.equal(deadly.events('taken').length, 2);
  });

  it('ends with the same case when the database starts anew in the middle', {
    timeout: 100_000,
  }, async (t) => {
    const { restart } = postgres.server;
    if (restart === null) return t.skip('the database is not ours to restart');
    const folder = temporaryFolder(t);
    const dump = makeDump(folder);
    const wanted = await expected(folder, dump);
    const shared = { postgres, name: 'restarted' };
    const lead = leadProcess(shared, [dump]);
    const worker = running(t, workerProcess(shared));
    for (const ms of [1500, 700]) {
      await sleep(ms);
      await restart();
    }
    assert.equal(await lead.ended, 0, lead.log);
    assert.equal(worker.child.exitCode, null, worker.log);
    assert.deepEqual(contentOfShared(shared), wanted);
  });

  it('ends with the same case when the network is cut and healed', { timeout: 100_000 }, async (t) => {
    const folder = temporaryFolder(t);
    const dump = makeDump(folder);
    const wanted = await expected(folder, dump);
    const cable = await cableTo(postgres.server.port);
    t.after(() => cable.close());
    const db = Object.assign(new URL(postgres.url), { port: String(cable.port) }).href;
    const shared = { postgres, name: 'cut', leaseSeconds: 4 };
    const lead = leadProcess(shared, [dump]);
    const worker = running(t, workerProcess({ ...shared, db }));
    await sleep(1500);
    cable.pull();
    // Longer than the lease: what the worker held is read by the lead.
    await sleep(5000);
    cable.plugIn();
    await sleep(500);
    cable.reset();
    assert.equal(await lead.ended, 0, lead.log);
    assert.equal(worker.child.exitCode, null, worker.log);
    assert.deepEqual(contentOfShared(shared), wanted);
  });

  it('sets an item aside that kills its process three times, and reads the rest', {
    timeout: 100_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const dump = join(folder, 'dump');
    mkdirSync(dump);
    for (const name of ['a', 'b', 'poison', 'x', 'y'])
      writeFileSync(join(dump, `${name}.txt`), `This is ${name}.`);
    const objects = `file://${postgres.folder}`;
    const args = [join(import.meta.dirname, 'deadly-lead.ts'), postgres.url, 'poisoned', objects, dump];
    let deaths = 0;
    for (; deaths < 6; deaths++) if ((await new TamisProcess(args).ended) === 0) break;
    assert.equal(deaths, 3);
    const store = postgres.open({ name: 'poisoned', as: 'read', now: () => new Date() });
    t.after(() => store.close());
    const poison = store.itemByPath('leak', 'dump/poison.txt');
    assert.equal(poison?.failure?.code, 'crashed');
    assert.match(poison?.sha256 ?? '', /^[0-9a-f]{64}$/);
    assert.equal([...store.failures()].length, 1);
    assert.equal(store.itemByPath('leak', 'dump/y.txt')?.text, 'This is y.');
    assert.ok(
      [...store.custody()].some(
        ({ action, detail }) => action === 'worker-died' && /ended 3 times/.test(String(detail.reason)),
      ),
    );
  });

  it('ends with a clear message when the disk of the objects is full, and goes on with room', async (t) => {
    const folder = temporaryFolder(t);
    const small = join(folder, 'small');
    mkdirSync(small);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small]).status !== 0)
      return t.skip('mounting a small disk needs root');
    try {
      const dump = join(folder, 'dump');
      mkdirSync(dump);
      const random = randomFrom(3);
      for (let i = 0; i < 8; i++)
        writeFileSync(
          join(dump, `${i}.bin.gz`),
          gzipSync(
            Uint8Array.from({ length: 600_000 }, () => random(256)),
            { level: 1 },
          ),
        );
      const wanted = await expected(folder, dump);
      const shared = { postgres: { ...postgres, folder: small }, name: 'full' };
      await assert.rejects(siftShared(shared, { inputs: [dump] }), { code: 'disk-full' });
      assert.equal(spawnSync('mount', ['-o', 'remount,size=100m', small]).status, 0);
      await endsTheSame(shared, dump, wanted);
    } finally {
      spawnSync('umount', ['-l', small]);
    }
  });
});

function running(t: TestContext, process: TamisProcess): TamisProcess {
  t.after(() => process.kill());
  return process;
}
