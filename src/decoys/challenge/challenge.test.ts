import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facesOfDecoy } from '../ledger/index.ts';
import { mailDecoy, RECIPE, temporaryLedger } from '../ledger/testing.ts';
import type { Decoy } from '../model/index.ts';
import {
  answerChallenge,
  checkAnswer,
  isAnswerTo,
  makeChallenge,
  mostOthers,
  pickLeaves,
  type Regenerate,
  readAnswer,
  readChallenge,
} from './index.ts';

const SEED = 'loto du 28 février 2026 : 4 8 15 16 23 42';
const again: Regenerate = async (_recipe, index) => madeOf(mailDecoy(index));

async function madeOf(decoy: Decoy) {
  return { id: decoy.id, kind: decoy.kind, faces: await facesOfDecoy(decoy) };
}

test('picks follow from seed and tree, are spread evenly, and none comes twice', () => {
  const root = new Uint8Array(32);
  const picks = pickLeaves(SEED, root, 10_000, 59);
  assert.equal(new Set(picks).size, 59);
  assert.deepEqual(pickLeaves(SEED, root, 10_000, 59), picks);
  assert.notDeepEqual(pickLeaves(`${SEED}.`, root, 10_000, 59), picks);
  assert.notDeepEqual(pickLeaves(SEED, root.fill(1), 10_000, 59), picks);
  assert.deepEqual(pickLeaves(SEED, root, 3, 59), [0, 1, 2]);
  const many = pickLeaves(SEED, root, 100_000, 2000);
  const mean = many.reduce((sum, each) => sum + each, 0) / many.length;
  assert.ok(Math.abs(mean - 50_000) < 3000, String(mean));
});

test('59 of many leave under 5 %, fewer leave more, all of them leave none', () => {
  assert.ok(mostOthers(59, 50_000) < 0.05);
  assert.ok(mostOthers(58, 1_000_000) > 0.0499);
  assert.ok(Math.abs(mostOthers(299, 1_000_000) - 0.01) < 0.0002);
  assert.equal(mostOthers(20, 20), 0);
});

test('an answer is checked from itself alone, and tells what was made again', async () => {
  const { ledger } = await temporaryLedger(20);
  const { note } = await ledger.checkpoint();
  await ledger.add([mailDecoy(20)]);
  await ledger.checkpoint();
  const challenge = readChallenge(JSON.stringify(await makeChallenge(note, ledger.key, SEED, 8)));
  const answer = readAnswer(JSON.stringify(await answerChallenge(challenge, ledger, true)));
  ledger.close();
  const good = await checkAnswer(answer, again);
  assert.equal(good.size, 20);
  assert.ok(good.leaves.length === 8 && good.leaves.every(({ type }) => type === 'regenerated'));
  assert.equal(good.mostOthers, mostOthers(8, 20));

  const unable = await checkAnswer(answer, async () => 'other-generator');
  assert.deepEqual(new Set(unable.leaves.map(({ type }) => type)), new Set(['opened']));
  assert.equal(unable.mostOthers, null);

  for (const other of [async () => null, async () => madeOf(mailDecoy(31))]) {
    const otherwise = await checkAnswer(answer, other);
    assert.ok(otherwise.leaves.every(({ type }) => type === 'differs'));
  }

  const [, ...rest] = answer.openings;
  const missing = await checkAnswer({ ...answer, openings: rest }, again);
  assert.deepEqual(missing.leaves.filter(({ type }) => type === 'invalid').length, 1);
  assert.equal(missing.mostOthers, null);
});

test('another seed asks for other leaves, and another ledger cannot answer', async () => {
  const { ledger } = await temporaryLedger(20);
  const { note } = await ledger.checkpoint();
  const challenge = await makeChallenge(note, ledger.key, SEED, 5);
  const answer = await answerChallenge(challenge, ledger, true);
  const swapped = { ...answer, challenge: { ...challenge, seed: 'another seed of mine' } };
  assert.ok((await checkAnswer(swapped, again)).leaves.some(({ type }) => type === 'invalid'));
  const { ledger: other } = await temporaryLedger(20);
  await assert.rejects(answerChallenge(challenge, other, true), { code: 'other-ledger' });
  await assert.rejects(makeChallenge(note, other.key, SEED, 5), { code: 'bad-checkpoint' });
  await assert.rejects(makeChallenge(note, ledger.key, 'short', 5), { code: 'short-seed' });
  assert.throws(() => readChallenge('{"format":"tamis-challenge-1","count":1e9}'), { code: 'bad-challenge' });
  assert.throws(() => readAnswer('[]'), { code: 'bad-answer' });
  for (const each of [ledger, other]) each.close();
});

test('an honest file beside the text of another mail is no decoy that was made again', async () => {
  const { ledger } = await temporaryLedger(4);
  const { note } = await ledger.checkpoint();
  const challenge = await makeChallenge(note, ledger.key, SEED, 4);
  const answer = await answerChallenge(challenge, ledger, true);
  ledger.close();
  const hedges: Regenerate = async (_recipe, index) => {
    const made = await madeOf(mailDecoy(index));
    const faces = [
      { ...made.faces, text: 'what the real mail says' },
      { ...made.faces, headers: 'who wrote the real mail' },
      { ...made.faces, attachments: [] },
      made.faces,
    ];
    return { ...made, faces: faces[index] ?? made.faces };
  };
  const check = await checkAnswer(answer, hedges);
  assert.deepEqual(
    check.leaves.map(({ type }) => type),
    ['differs', 'differs', 'differs', 'regenerated'],
  );
  assert.equal(check.mostOthers, null);
});

test('an owner who chose the seed anew answers another challenge', async () => {
  const { ledger } = await temporaryLedger(20);
  const { note } = await ledger.checkpoint();
  const asked = await makeChallenge(note, ledger.key, SEED, 5);
  // Signed, whole and made again: only whoever asked can see that it was not asked.
  const friendly = await makeChallenge(note, ledger.key, 'a seed that picks what pleases', 5);
  const answer = await answerChallenge(friendly, ledger, true);
  ledger.close();
  const check = await checkAnswer(answer, again);
  assert.notEqual(check.mostOthers, null);
  assert.equal(check.asked.seed, 'a seed that picks what pleases');
  assert.equal(isAnswerTo(answer, asked), false);
  assert.equal(isAnswerTo(answer, { ...friendly, count: 4 }), false);
  assert.equal(isAnswerTo(answer, friendly), true);
});

test('a recipe that would make a billion, or that is none, makes no answer', async () => {
  const { ledger } = await temporaryLedger(3);
  const { note } = await ledger.checkpoint();
  const answer = await answerChallenge(await makeChallenge(note, ledger.key, SEED, 3), ledger, true);
  ledger.close();
  const { counts } = RECIPE;
  for (const recipe of [
    {},
    { ...RECIPE, counts: { ...counts, mail: 1e12, document: -1e12 } },
    { ...RECIPE, attempts: { 0: 1e9 } },
    { ...RECIPE, more: 1 },
  ]) {
    const forged = { ...answer, openings: answer.openings.map((each) => ({ ...each, recipe })) };
    assert.throws(() => readAnswer(JSON.stringify(forged)), { code: 'bad-answer' });
  }
});
