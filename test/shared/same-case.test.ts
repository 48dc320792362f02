import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { verifyCustody } from '../../src/case/index.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { makeExercise } from '../../src/rehearse/exercise.ts';
import { writeExercise } from '../../src/rehearse/write.ts';
import { postgresForTests } from '../postgres/for-tests.ts';
import { contentOf, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';
import { contentOfShared, siftShared, workerProcess } from './shared-sift.ts';

const DEMO = join(import.meta.dirname, '../../demo');
const postgres = await postgresForTests();

describe('a shared case', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());

  it('says of the demo what the embedded one says, read by two workers and the lead', async (t) => {
    const shared = { postgres, name: 'the demo' };
    const inputs = [join(DEMO, 'dump')];
    const references = [join(DEMO, 'reference')];
    const embedded = join(temporaryFolder(t), 'demo.tamis');
    await siftQuietly(embedded, { inputs, references });
    const first = await siftShared(shared, { inputs: [], references: [] });
    assert.equal(first.totals.items.total, 0);
    const workers = [workerProcess(shared), workerProcess(shared)];
    t.after(() => Promise.all(workers.map((worker) => worker.kill())));
    const result = await siftShared(shared, { inputs, references });
    assert.equal(result.unchanged, false);
    assert.deepEqual(contentOfShared(shared), contentOf(embedded));
    const again = await siftShared(shared, { inputs, references });
    assert.equal(again.unchanged, true);
    const store = postgres.open({ name: 'the demo', as: 'read', now: () => new Date() });
    assert.equal(verifyCustody(store.custody()).type, 'intact');
    store.close();
  });

  it('says of a rehearsal with keys what the embedded one says', async (t) => {
    const shared = { postgres, name: 'rehearsal' };
    const folder = temporaryFolder(t);
    const made = join(folder, 'exercise');
    writeExercise(made, makeExercise(11, 300));
    const keys = parseKeyFile(readFileSync(join(made, 'players/keys/all.jsonl'), 'utf8'), 'all').keys;
    const inputs = [join(made, 'players/dump')];
    await siftQuietly(join(folder, 'c.tamis'), { inputs });
    await siftQuietly(join(folder, 'c.tamis'), { inputs, keys });
    // Keys that come later have signatures checked again, by whoever takes the task.
    await siftShared(shared, { inputs });
    const worker = workerProcess(shared);
    t.after(() => worker.kill());
    await siftShared(shared, { inputs, keys });
    assert.deepEqual(contentOfShared(shared), contentOf(join(folder, 'c.tamis')));
  });
});
