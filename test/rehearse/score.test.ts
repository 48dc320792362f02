import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { testHost } from '../../src/cli/test-host.ts';
import { parseKeyFile } from '../../src/examine/keys/key-file.ts';
import { loadExercise } from '../../src/rehearse/score/load.ts';
import { intoPage, markdownOf } from '../../src/rehearse/score/markdown.ts';
import { type Score, scoreCase } from '../../src/rehearse/score/score.ts';
import { scoreText } from '../../src/rehearse/score/text.ts';
import { readCase, siftQuietly, temporaryFolder } from '../sift/sift-case.ts';

const schemas = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const SCHEMA_FOLDER = new URL('../../docs/schema/', import.meta.url);

/** What a command prints with --json, held to its schema. */
async function json(schema: string, folder: string, ...words: readonly string[]): Promise<unknown> {
  const { host, out, err } = testHost({}, folder);
  assert.equal(await runCommandLine([...words, '--json'], host), 0, err());
  const value: unknown = JSON.parse(out());
  const valid = schemas.validate(JSON.parse(readFileSync(new URL(schema, SCHEMA_FOLDER), 'utf8')), value);
  assert.ok(valid, schemas.errorsText(schemas.errors));
  return value;
}

test('a case of an exercise is scored against its truth', async (t) => {
  const parent = temporaryFolder(t);
  const folder = join(parent, 'exercise');
  await json('rehearse.json', parent, 'rehearse', '--seed', '3', '--scale', '100', '-o', 'exercise');
  const exercise = loadExercise(folder);
  const players = join(folder, 'players');
  const directory = join(parent, 'exercise.tamis');
  await siftQuietly(directory, {
    inputs: [join(players, 'dump')],
    references: [join(players, 'reference')],
    keys: parseKeyFile(readFileSync(join(players, 'keys/all.jsonl'), 'utf8'), 'all').keys,
  });
  const store = readCase(t, directory);
  const score = scoreCase(exercise, store);

  await t.test('every item of the truth is in the case, and every message of the case in the truth', () => {
    assert.equal(score.lost, 0);
    assert.equal(score.items, exercise.truth.length);
    const known = new Set(exercise.truth.map(({ path }) => `dump/${path}`));
    for (const { path } of store.messages('leak')) assert.ok(known.has(path), path);
  });

  await t.test('the counts add up', () => {
    const counted = score.confusion.flatMap(({ counts }) => Object.values(counts));
    assert.equal(
      counted.reduce((total, each) => total + each, 0),
      score.items,
    );
    assert.equal(score.keys, 'all');
    assert.equal(score.reference, true);
  });

  await t.test('what the plainest rules must get right, they get right', () => {
    const row = (kind: string) => score.confusion.filter((each) => each.kind === kind);
    for (const { counts } of [...row('body-edited'), ...row('second-header')])
      assert.equal(counts.authentic, 0);
    for (const { counts } of row('genuine-signed')) assert.equal(counts.altered + counts.doubtful, 0);
    assert.ok(row('genuine-signed').every(({ counts }) => counts.authentic > counts.unverified));
  });

  await t.test('the command prints the same as JSON, and refuses to write over an exercise', async () => {
    const words = ['rehearse', 'score', 'exercise', '--case', 'exercise.tamis'];
    assert.deepEqual(await json('rehearse-score.json', parent, ...words), score);
    const { host, err } = testHost({}, parent);
    assert.equal(await runCommandLine(['rehearse', '-o', 'exercise'], host), 1);
    assert.match(err(), /not empty/u);
  });

  await t.test('text and Markdown tell the same headline', () => {
    const headline = `(${score.falseAuthentic.count}/${score.falseAuthentic.of})`;
    assert.ok(scoreText(score, 'en').includes(headline));
    assert.ok(scoreText(score, 'fr').includes(headline));
    assert.ok(markdownOf([score]).includes(headline));
  });
});

test('a page keeps what stands around the part that is written', () => {
  const first = intoPage('# Page\n\nBefore.\n', 'one');
  const second = intoPage(`${first}\nAfter.\n`, 'two');
  assert.match(second, /Before\.[\s\S]*two[\s\S]*After\./u);
  assert.doesNotMatch(second, /one/u);
});

test('a folder that is no exercise is said to be none', () => {
  assert.throws(() => loadExercise('/nowhere'), { code: 'no-exercise' });
});

test('scores of several exercises are added up by setting', async () => {
  const score = (seed: number, keys: Score['keys']): Score => ({
    ...EMPTY,
    seed,
    keys,
    confusion: [{ class: 'forgery', kind: 'replay', maker: 'held-out', counts: { ...NONE, altered: 2 } }],
  });
  const page = markdownOf([score(1, 'all'), score(2, 'all'), score(1, 'none')]);
  assert.match(page, /\| all \| no \| 1, 2 \|/u);
  assert.match(page, /\| forgery \| replay \| held-out \| {2}\| {2}\| {2}\| {2}\| 4 \| {2}\|/u);
  assert.match(page, /Brier score: 0\.1000/u);
});

const NONE = { authentic: 0, corroborated: 0, unverified: 0, doubtful: 0, altered: 0, none: 0 };
const RATE = { count: 0, of: 0 };
const MAKERS = { ...RATE, byMaker: { development: RATE, 'held-out': RATE } };
const EMPTY: Score = {
  seed: 0,
  scale: 100,
  keys: 'none',
  reference: false,
  items: 2,
  lost: 0,
  confusion: [],
  falseAuthentic: { ...MAKERS, exempt: RATE, ofList: RATE },
  falseCorroborated: RATE,
  detection: MAKERS,
  falseDoubt: { benign: RATE, genuine: RATE },
  abstention: RATE,
  localisation: { part: RATE, place: RATE, benign: RATE },
  lift: RATE,
  recovered: null,
  reliability: { authentic: RATE, corroborated: RATE, unverified: RATE, doubtful: RATE, altered: RATE },
  calibration: { items: 10, brierSum: 1, bins: [{ from: 0.9, items: 10, genuine: 9, foretold: 9.5 }] },
  speed: null,
  wrong: { falseAuthentic: [], falseDoubt: [], missed: [] },
};
