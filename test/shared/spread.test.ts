import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openSharedCase } from '../../src/shared-case.ts';
import { countingWithWorkers, edgesWithWorkers, SpreadDoer } from '../../src/shared-spread.ts';
import {
  type CoordinationOptions,
  DEFAULT_COORDINATION,
  runCoordination,
} from '../../src/spread/coordination/index.ts';
import { importPosts } from '../../src/spread/import/index.ts';
import { type Counting, seededRandom, spreadReport } from '../../src/spread/report/index.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { temporaryFolder } from '../sift/sift-case.ts';
import { workerProcess } from './shared-sift.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date('2026-01-01T00:00:00Z');
const EVE = '00000000-0000-4000-8000-00000000000e';

/** A crowd of eighty, and five who share the same within seconds. */
function sharesCsv(): string {
  const random = seededRandom(9);
  const lines = ['object,account,post,time'];
  const start = Date.parse('2017-05-05T18:00:00Z') / 1000;
  for (let post = 0; post < 2500; post++) {
    const object = Math.floor(random() ** 2 * 150);
    lines.push(`o${object},a${Math.floor(random() * 80)},p${post},${start + Math.floor(random() * 7200)}`);
  }
  for (let object = 0; object < 30; object++) {
    const time = start + Math.floor(random() * 7200);
    for (let who = 0; who < 5; who++) lines.push(`r${object},ring${who},q${object}-${who},${time + who}`);
  }
  return `${lines.join('\n')}\n`;
}

describe('coordination in a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const shared = { postgres, name: 'posts' };
  const open = (as: 'lead' | 'work') =>
    openSharedCase({
      db: postgres.url,
      name: 'posts',
      as,
      create: true,
      now,
      env: {},
      objects: `file://${postgres.folder}`,
    });

  it('is what one process counts, edge for edge, though workers die of it', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'shares.csv');
    writeFileSync(file, sharesCsv());
    const memory = 2 ** 28;
    const map = ['object=object', 'account=account', 'id=post', 'time=time'];
    await importPosts([file], { folder, format: 'auto', map, zone: 'UTC', memory });
    const report = (counting?: Counting) =>
      spreadReport({
        ...{ folder, memory, tag: null, from: null, to: null, earlier: new Set<string>() },
        ...{ windows: [60, 10], minParticipation: 2, repetitions: 300, maxPairs: 1e9 },
        ...{ random: seededRandom(1), ...(counting && { counting }) },
      });
    const alone = await report();
    assert.ok(alone.coordination.edges.length > 20);

    const store = open('lead');
    const workers = [workerProcess(shared), workerProcess(shared)];
    t.after(() => Promise.all(workers.map((worker) => worker.kill())));
    // One takes a piece and is never heard of again; of the processes one is killed once it has done something.
    const thief = setInterval(() => store.parts.claim(EVE, 600, 'worker', ['pairs', 'chances']), 300);
    const killer = setInterval(() => {
      if (workers[0]?.events('part-done').length) void workers[0].kill();
    }, 20);
    const stop = () => {
      clearInterval(thief);
      clearInterval(killer);
    };
    t.after(stop);
    const counting = countingWithWorkers(store, { patienceMs: 5000, pairsEach: 200 });
    // A lead that has only begun when its workers are there: else it is done before they are.
    while (workers.some((worker) => worker.events('waiting').length === 0))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const together = await report(counting);
    stop();
    assert.deepEqual(together, alone);
    assert.deepEqual([...together.coordination.edges], [...alone.coordination.edges]);
    const done = workers.flatMap((worker) => worker.events('part-done'));
    assert.ok(done.length > 0, 'the workers did nothing');
    // Nothing is left behind.
    assert.deepEqual(store.parts.count(null), { pending: 0, done: 0 });
    store.close();
  });

  it('of a file is what one process finds, number by number, in whole or strong edges', {
    timeout: 120_000,
  }, async (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'shares.csv');
    writeFileSync(file, sharesCsv());
    const store = open('lead');
    t.after(() => store.close());
    const worker = workerProcess(shared);
    t.after(() => worker.kill());
    while (worker.events('waiting').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const ask = edgesWithWorkers(store, { patienceMs: 5000 });
    const tookPart = () => worker.events('part-done').some(({ part }) => part === 'accounts');
    for (const options of [
      { extended: true },
      { extended: false, subgraph: true, edgeWeight: 0.1, window: 30 },
    ]) {
      const run = async (name: string, further: Partial<CoordinationOptions>) => {
        const edges = join(folder, name);
        const columns = { object: 'object', account: 'account', content: 'post', time: 'time' };
        const given = { ...DEFAULT_COORDINATION, ...options, ...further, columns, edges };
        const { seconds: _, ...counted } = await runCoordination(file, given);
        return { ...counted, written: readFileSync(edges, 'utf8') };
      };
      const alone = await run('alone.csv', {});
      assert.ok(alone.edges > 50 && alone.written.length > 300, `${alone.edges} ${alone.written.length}`);
      assert.deepEqual(await run('pieces.csv', { ask, pairsEach: 40 }), alone);
      assert.deepEqual(await run('whole.csv', { ask }), alone);
      // On a quick machine a lead may be done before the worker has looked.
      for (let tries = 0; tries < 50 && !tookPart(); tries++)
        assert.deepEqual(await run('again.csv', { ask, pairsEach: 40 }), alone);
    }
    assert.ok(tookPart(), worker.log);
    assert.deepEqual(store.parts.count(null), { pending: 0, done: 0 });
  });

  it('is asked for again where all pieces were taken away, and not counted twice where they were not', async (t) => {
    const store = open('work');
    t.after(() => store.close());
    const shares = {
      ...{ count: 4, objects: 2, accounts: 2, contents: 4, own: new Uint8Array(4) },
      object: Uint32Array.of(0, 1, 0, 1),
      account: Uint32Array.of(0, 0, 1, 1),
      content: Uint32Array.of(0, 1, 2, 3),
      time: Float64Array.of(0, 5000, 1000, 7000),
    };
    const settings = { window: 10, minParticipation: 1, memory: 2 ** 20, maxPairs: 100 };
    const counting = countingWithWorkers(store, { patienceMs: 5000, pairsEach: 1 });
    const edges: unknown[] = [];
    const asked = counting.edges(shares, settings, (edge) => edges.push({ ...edge }));
    store.parts.remove('all');
    assert.equal(await asked, 2);
    assert.deepEqual(edges, [{ from: 0, to: 1, weight: 2, deltaMs: 3000, objects: 2 }]);

    // A lead that died left a result behind: whoever asks for the same takes it.
    const doer = new SpreadDoer(store, { worker: EVE, as: 'worker', patienceMs: 5000 });
    assert.equal(doer.doOne(), null);
  });
});
