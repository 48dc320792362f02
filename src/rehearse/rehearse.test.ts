import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { genuineCopies } from './copies.ts';
import { makeExercise } from './exercise.ts';
import { keyRecord } from './keys/signing-key.ts';
import { KINDS } from './kinds.ts';
import { serialise, toBytes } from './wire/wire.ts';
import { worldOf } from './world.ts';

const world = worldOf(7);
const exercise = makeExercise(7, 120);

test('the same seed and scale give the same bytes, another seed others', () => {
  const again = makeExercise(7, 120);
  assert.deepEqual(
    again.files.map(([path]) => path),
    exercise.files.map(([path]) => path),
  );
  for (const [index, [path, bytes]] of exercise.files.entries()) {
    assert.ok(again.files[index]?.[1].equals(bytes), path);
  }
  assert.notDeepEqual(makeExercise(8, 120).truth, exercise.truth);
});

test('every kind is made by both makers, and every path of the truth is once in it', () => {
  for (const { name } of KINDS) {
    for (const maker of ['development', 'held-out']) {
      assert.ok(
        exercise.truth.some((row) => row.kind === name && row.maker === maker),
        `${name} by ${maker}`,
      );
    }
  }
  const paths = exercise.truth.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
});

test('most changed regions are found in the bytes of the item', () => {
  const placed = exercise.truth.flatMap(({ regions }) => regions.filter(({ bytes }) => bytes !== null));
  assert.ok(placed.length > 20, String(placed.length));
  for (const { bytes } of placed) assert.ok(bytes !== null && bytes.end > bytes.start);
});

test('the players’ pack says nothing of what was done', () => {
  const shown = exercise.files.filter(([path]) => path.startsWith('players/'));
  const names = KINDS.map(({ name }) => name).filter((name) => name.includes('-') && name !== 'list-footer');
  for (const [path, bytes] of shown) {
    for (const name of names)
      assert.ok(!bytes.includes(`${name}"`) && !path.includes(name), `${name} in ${path}`);
  }
});

test('mailauth finds every genuine signature valid, of every signer', async () => {
  const keys = [...world.policies.values()].flatMap((policy) => policy.keys);
  const records = new Map(keys.map((key) => [`${key.selector}._domainkey.${key.domain}`, keyRecord(key)]));
  const seen = new Set<string>();
  for (const { wire, sent, box } of genuineCopies(world, 400)) {
    const name =
      sent.key === null ? '' : `${sent.key.selector}.${sent.key.domain} ${sent.draft.from.program}`;
    if (box === 'sent' || sent.key === null || seen.has(name)) continue;
    seen.add(name);
    const { results } = await dkimVerify(toBytes(serialise(wire)), {
      // So that an x= that is past does not count: the question is who signed.
      curTime: new Date(sent.takenAt),
      minBitLength: 1024,
      resolver: async (query: string) => [[records.get(query) ?? '']],
    });
    assert.equal(results[0]?.status?.result, 'pass', `${name}: ${JSON.stringify(results[0]?.status)}`);
  }
  assert.ok(seen.size >= 10, [...seen].join(', '));
});

test('the makers import nothing but each other and the platform', () => {
  // Makers and examiners must be wrong in different ways, or a mistake would not show.
  const root = new URL('.', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('score'),
  );
  assert.ok(sources.length > 40, String(sources.length));
  for (const path of sources) {
    const file = new URL(path, root);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/gu)) {
      const inside = name.startsWith('.') && new URL(name, file).href.startsWith(root.href);
      assert.ok(inside || name.startsWith('node:'), `${path} imports ${name}`);
    }
  }
});
