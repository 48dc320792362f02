import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { makeExercise } from '../../src/rehearse/exercise.ts';
import { joinTruth } from '../../src/rehearse/score/join.ts';
import { loadExercise } from '../../src/rehearse/score/load.ts';
import { scoreCase } from '../../src/rehearse/score/score.ts';
import { writeExercise } from '../../src/rehearse/write.ts';
import { readCase, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';

const FROM_OTHERS = /^(?:quote|habit)/u;

test('messages of an exercise vouch for each other, and cast doubt on none that is genuine', async (t) => {
  const folder = temporaryFolder(t);
  const made = join(folder, 'exercise');
  writeExercise(made, makeExercise(11, 300));
  const keys = parseKeyFile(readFileSync(join(made, 'players/keys/all.jsonl'), 'utf8'), 'all').keys;
  await siftQuietly(join(folder, 'c.tamis'), { inputs: [join(made, 'players/dump')], keys });
  const store = readCase(t, join(folder, 'c.tamis'));
  const exercise = loadExercise(made);

  await t.test('half and more of the unsigned ones that are quoted by signed ones are lifted', () => {
    const { lift, falseAuthentic } = scoreCase(exercise, store);
    assert.ok(lift.of > 5);
    assert.ok(lift.count >= lift.of / 2, `${lift.count} of ${lift.of}`);
    assert.equal(falseAuthentic.ofList.count, 0);
  });

  await t.test('no genuine message is doubted for what others quote or for habits', () => {
    for (const { truth, verdict, reasons } of joinTruth(exercise.truth, store)) {
      if (truth.class !== 'genuine') continue;
      const against = reasons.filter(({ code, weight }) => FROM_OTHERS.test(code) && weight > 50);
      assert.deepEqual(against, [], `${truth.path} ${verdict}`);
    }
  });

  await t.test(
    'only authentic messages vouch, and what is vouched for is never more than corroborated by it',
    () => {
      let vouched = 0;
      for (const { verdict, reasons } of store.search('', {})) {
        const reason = reasons.find(({ code }) => code === 'quoted-by-signed');
        if (reason === undefined) continue;
        vouched++;
        assert.notEqual(verdict, 'authentic');
        for (const id of reason.detail.vouchers as readonly string[]) {
          assert.equal(store.item(id)?.judgement?.verdict, 'authentic');
        }
      }
      assert.ok(vouched > 5);
    },
  );
});
