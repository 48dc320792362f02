import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { openDirectory } from '../../parse/archive/zip/directory.ts';
import { memorySource } from '../../source/index.ts';
import type { Approval } from '../guard/approval.ts';
import { HOST, mailDecoy, RECIPE, temporaryLedger } from '../ledger/testing.ts';
import { recipeHash } from '../model/index.ts';
import { overlaps, plant, type Target, targetAt } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-plant-'));
after(() => rmSync(folder, { recursive: true }));

const recipe = recipeHash(RECIPE);
const approval = (name: string): Approval => ({ name, recipe, at: '2026-03-01T09:00:00Z' });
const BOTH = [approval('Anne'), approval('Paul')];
const decoys = [0, 1, 2].map(mailDecoy);
const options = { approvals: BOTH, now: HOST.now, dryRun: false };

async function anchored() {
  const { ledger } = await temporaryLedger(3);
  const { size } = await ledger.checkpoint();
  ledger.waive(size, 'a test');
  return ledger;
}

const nowhere: Target = {
  place: ({ id }) => id,
  put: () => assert.fail('nothing may be touched'),
  takes: () => true,
  finish: async () => {},
};

test('it refuses without a checkpoint that is anchored, without two people, and what the ledger does not know', async () => {
  const { ledger } = await temporaryLedger(3);
  await assert.rejects(plant(decoys, nowhere, ledger, options), { code: 'not-anchored' });
  const { size } = await ledger.checkpoint();
  await assert.rejects(plant(decoys, nowhere, ledger, options), { code: 'not-anchored' });
  ledger.waive(size, 'a test');
  const twice = [approval('Anne'), approval(' anne ')];
  await assert.rejects(plant(decoys, nowhere, ledger, { ...options, approvals: twice }), {
    code: 'not-approved',
  });
  const other = [approval('Anne'), { ...approval('Paul'), recipe: 'f'.repeat(64) }];
  await assert.rejects(plant(decoys, nowhere, ledger, { ...options, approvals: other }), {
    code: 'not-approved',
  });
  await assert.rejects(plant([mailDecoy(9)], nowhere, ledger, options), { code: 'not-in-ledger' });
  const changed = { ...mailDecoy(0), bytes: mailDecoy(1).bytes };
  await assert.rejects(plant([changed], nowhere, ledger, options), { code: 'decoy-changed' });
  const harmful = { ...mailDecoy(0), harm: 'high' as const };
  await assert.rejects(plant([harmful], nowhere, ledger, options), { code: 'harm-high' });
  ledger.close();
});

test('a dry run touches nothing', async () => {
  const ledger = await anchored();
  const counts = await plant(decoys, nowhere, ledger, { ...options, dryRun: true });
  assert.equal(counts.planted, 3);
  const mailOnly = await plant(
    [{ ...mailDecoy(0), type: 'application/pdf' }, mailDecoy(1)],
    targetAt(join(folder, 'a.mbox'), undefined),
    ledger,
    { ...options, dryRun: true },
  );
  assert.deepEqual([mailOnly.planted, mailOnly.unfit], [1, 1]);
  assert.equal([...ledger.plantings()].length, 0);
  ledger.close();
});

test('files are as old as they are to seem, and are planted once', async () => {
  const ledger = await anchored();
  const root = join(folder, 'files');
  assert.deepEqual(await plant(decoys, targetAt(root, undefined), ledger, options), {
    planted: 3,
    present: 0,
    unfit: 0,
    known: 0,
  });
  const path = join(root, 'Sent', '1.eml');
  assert.deepEqual(Uint8Array.from(readFileSync(path)), mailDecoy(1).bytes);
  assert.equal(statSync(path).mtimeMs, mailDecoy(1).placement.at);
  assert.equal((await plant(decoys, targetAt(root, undefined), ledger, options)).known, 3);
  ledger.close();
  // Without the journal, what lies there tells.
  const forgetful = await anchored();
  assert.equal((await plant(decoys, targetAt(root, undefined), forgetful, options)).present, 3);
  writeFileSync(path, 'the owner’s own');
  const other = await anchored();
  await assert.rejects(plant(decoys, targetAt(root, undefined), other, options), { code: 'target-taken' });
  for (const each of [forgetful, other]) each.close();
});

test('a Maildir takes mail with names like its own', async () => {
  const ledger = await anchored();
  const root = join(folder, 'Maildir');
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(root, part), { recursive: true });
  writeFileSync(join(root, 'cur', '1486563726.M1P2.courrier,S=3,W=4:2,S'), 'x');
  const file = { ...mailDecoy(2), type: 'application/pdf' };
  const counts = await plant([mailDecoy(0), mailDecoy(1), file], targetAt(root, undefined), ledger, options);
  assert.deepEqual([counts.planted, counts.unfit], [2, 1]);
  const names = readdirSync(join(root, '.Sent', 'cur'));
  assert.equal(names.length, 2);
  for (const name of names) assert.match(name, /^\d{10}\.M\d+P\d+\.courrier,S=\d+,W=\d+:2,S$/);
  ledger.close();
});

test('an mbox keeps what it held, in the order of time, and gains nothing twice', async () => {
  const path = join(folder, 'a.mbox');
  const early = 'From - Mon Jan  5 10:00:00 2026\nSubject: early\n\nbody\n>From here\n\n';
  const late = 'From - Sun Mar  1 10:00:00 2026\nSubject: late\n\nbody\n\n';
  writeFileSync(path, early + late);
  const first = await anchored();
  await plant(decoys, targetAt(path, undefined), first, options);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.startsWith(early) && text.endsWith(late));
  assert.deepEqual(
    text.match(/^Message-ID: .*$/gm),
    [0, 1, 2].map((at) => `Message-ID: <decoy-${at}@decoys.example>`),
  );
  assert.equal(text.match(/^From /gm)?.length, 5);
  const again = await anchored();
  await plant(decoys, targetAt(path, undefined), again, options);
  assert.equal(readFileSync(path, 'utf8'), text);
  for (const each of [first, again]) each.close();
});

test('a new zip holds them with their times, and one that is there stays as it is', async () => {
  const ledger = await anchored();
  const path = join(folder, 'a.zip');
  await plant(decoys, targetAt(path, undefined), ledger, options);
  const { entries } = openDirectory(memorySource(readFileSync(path)), DEFAULT_LIMITS);
  const names = [...entries()].map(({ name }) => Buffer.from(name).toString());
  assert.deepEqual(names, ['Sent/0.eml', 'Sent/1.eml', 'Sent/2.eml']);
  const other = await anchored();
  await assert.rejects(plant(decoys, targetAt(path, undefined), other, options), { code: 'target-taken' });
  for (const each of [ledger, other]) each.close();
});

test('names never lead out of the target, and the ledger is never in it', async () => {
  const ledger = await anchored();
  const sly = { ...mailDecoy(0), placement: { folder: '../..', at: 0 } };
  await assert.rejects(plant([sly], targetAt(join(folder, 'x'), 'folder'), ledger, options), {
    code: 'bad-decoy-name',
  });
  ledger.close();
  assert.ok(overlaps('/a/b', '/a/b/c') && overlaps('/a/b/c', '/a/b') && overlaps('/a', '/a'));
  assert.ok(!overlaps('/a/b', '/a/bc') && !overlaps('/a/b', '/a/c'));
});
