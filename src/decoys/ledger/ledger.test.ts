import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  readContinuation,
  type Trust,
  verifyContinuation,
  verifyItem,
  writeOpening,
} from '../verify/index.ts';
import { Ledger } from './ledger.ts';
import { HOST, mailDecoy, PASSPHRASE, temporaryLedger } from './testing.ts';

const TRUST: Trust = { roots: [], key: null };

function frames(directory: string): string[] {
  return readdirSync(join(directory, 'log')).sort();
}

test('what was written is there again, and adding it again changes nothing', async () => {
  const { directory, ledger } = await temporaryLedger(7);
  await ledger.checkpoint();
  ledger.close();
  const again = await Ledger.open(directory, PASSPHRASE, HOST);
  assert.equal(again.entries.length, 7);
  assert.equal(again.checkpoints.at(-1)?.size, 7);
  assert.equal(again.key, ledger.key);
  const before = frames(directory).length;
  assert.equal(await again.add([mailDecoy(3)]), 0);
  assert.equal((await again.checkpoint()).size, 7);
  assert.equal(frames(directory).length, before);
  assert.equal(await again.add([mailDecoy(7), mailDecoy(8)]), 2);
  assert.equal((await again.checkpoint()).size, 9);
  again.close();
});

test('nothing of a decoy can be read without the passphrase', async () => {
  const { directory, ledger } = await temporaryLedger(3);
  await ledger.checkpoint();
  ledger.close();
  for (const name of frames(directory)) {
    const bytes = readFileSync(join(directory, 'log', name)).toString('latin1');
    assert.doesNotMatch(bytes, /Orvault|decoys\.example|Tilleul/);
  }
  await assert.rejects(Ledger.open(directory, 'autre', HOST), { code: 'wrong-passphrase' });
});

test('a frame that is changed, taken out or put in another place is noticed', async () => {
  const { directory, ledger } = await temporaryLedger(3);
  await ledger.checkpoint();
  ledger.close();
  const path = (name: string | undefined) => join(directory, 'log', name ?? '');
  const [first, second, third] = frames(directory);
  const whole = readFileSync(path(second));
  const changed = Uint8Array.from(whole);
  changed[40] = (changed[40] ?? 0) ^ 1;
  writeFileSync(path(second), changed);
  await assert.rejects(Ledger.open(directory, PASSPHRASE, HOST), { code: 'ledger-damaged' });
  writeFileSync(path(second), readFileSync(path(third)));
  await assert.rejects(Ledger.open(directory, PASSPHRASE, HOST), { code: 'ledger-damaged' });
  writeFileSync(path(second), 'short');
  await assert.rejects(Ledger.open(directory, PASSPHRASE, HOST), { code: 'ledger-damaged' });
  unlinkSync(path(second));
  await assert.rejects(Ledger.open(directory, PASSPHRASE, HOST), { code: 'ledger-damaged' });
  writeFileSync(path(second), whole);
  assert.ok(first);
  (await Ledger.open(directory, PASSPHRASE, HOST)).close();
});

test('a header that anybody wrote is told, and never makes it fall over', async () => {
  const { directory, ledger } = await temporaryLedger(1);
  ledger.close();
  const path = join(directory, 'ledger.json');
  const header = JSON.parse(readFileSync(path, 'utf8'));
  const { derivation } = header;
  const codeOf = async (text: string) => {
    writeFileSync(path, text);
    const opened = await Ledger.open(directory, PASSPHRASE, HOST).catch((error) => error);
    return opened.code;
  };
  for (const changed of [
    null,
    [],
    { ...header, format: 'tamis-ledger-2' },
    { ...header, derivation: undefined },
    { ...header, key: 7 },
    { ...header, derivation: { ...derivation, cost: 2 ** 40 } },
    { ...header, derivation: { ...derivation, cost: '1024' } },
    { ...header, derivation: { ...derivation, salt: 'none' } },
    { ...header, derivation: { ...derivation, parallel: 1e9 } },
  ])
    assert.equal(await codeOf(JSON.stringify(changed)), 'ledger-damaged');
  assert.equal(await codeOf('{'), 'ledger-damaged');
  // What can be another's derivation or key opens nothing.
  assert.equal(
    await codeOf(JSON.stringify({ ...header, derivation: { ...derivation, cost: 512 } })),
    'wrong-passphrase',
  );
  assert.equal(await codeOf(JSON.stringify({ ...header, key: `${header.key}x` })), 'wrong-passphrase');
  assert.equal(
    await codeOf(JSON.stringify({ ...header, derivation: { ...derivation, cost: 1000 } })),
    'ledger-damaged',
  );
});

test('a temporary file of a writer that was killed does no harm', async () => {
  const { directory, ledger } = await temporaryLedger(2);
  ledger.close();
  writeFileSync(join(directory, 'log', '.000004.sealed.99.tmp'), 'half');
  writeFileSync(join(directory, 'lock'), '2147483646');
  const again = await Ledger.open(directory, PASSPHRASE, HOST);
  assert.equal(await again.add([mailDecoy(5)]), 1);
  again.close();
});

test('one writer at a time', async () => {
  const { directory, ledger } = await temporaryLedger(1);
  const other = await Ledger.open(directory, PASSPHRASE, HOST);
  await assert.rejects(other.add([mailDecoy(9)]), { code: 'ledger-locked' });
  ledger.close();
  rmSync(directory, { recursive: true });
  mkdirSync(directory);
  await assert.rejects(Ledger.open(directory, PASSPHRASE, HOST), { code: 'no-ledger' });
});

test('an id with other bytes is refused', async () => {
  const { ledger } = await temporaryLedger(2);
  const decoy = { ...mailDecoy(1), bytes: Uint8Array.from(Buffer.from('Subject: x\r\n\r\nother\r\n')) };
  await assert.rejects(ledger.add([decoy]), { code: 'decoy-changed' });
  ledger.close();
});

test('an opening holds under checkpoints made before and after, and names no other decoy', async () => {
  const { ledger } = await temporaryLedger(5);
  await ledger.checkpoint();
  await ledger.add([mailDecoy(5), mailDecoy(6)]);
  await ledger.checkpoint();
  for (const index of [0, 4, 6]) {
    const decoy = mailDecoy(index);
    const opening = writeOpening(ledger.open(decoy.id, false));
    const found = await verifyItem(opening, { type: 'message', bytes: decoy.bytes }, TRUST);
    assert.equal(found.opening.type, 'valid');
    assert.deepEqual(found.item, { type: 'exact' });
    assert.ok(!opening.includes('ab'.repeat(32)), 'the seed stays secret');
    for (const other of [1, 2, 3]) assert.ok(!opening.includes(mailDecoy(other).id));
  }
  ledger.close();
});

test('a checkpoint that somebody else holds tells a ledger rolled back or begun anew, and a stranger can check it', async () => {
  const { directory, ledger } = await temporaryLedger(5);
  const held = (await ledger.checkpoint()).note;
  await ledger.add([mailDecoy(5), mailDecoy(6)]);
  const later = (await ledger.checkpoint()).note;
  const proof = await ledger.continues(held);
  ledger.close();
  assert.deepEqual(await verifyContinuation(readContinuation(JSON.stringify(proof))), {
    type: 'continues',
    from: 5,
    to: 7,
  });
  const reasonOf = async (changed: object) => {
    const verdict = await verifyContinuation(readContinuation(JSON.stringify({ ...proof, ...changed })));
    return verdict.type === 'invalid' ? verdict.reason : verdict.type;
  };
  assert.equal(await reasonOf({ proof: proof.proof.slice(1) }), 'forked');
  assert.equal(await reasonOf({ from: proof.to, to: proof.from }), 'forked');
  assert.equal(await reasonOf({ to: proof.to.replace('\n7\n', '\n8\n') }), 'not-signed');
  assert.equal(await reasonOf({ proof: Array(101).fill('') }), 'not-a-continuation');
  assert.equal(await reasonOf({ key: 'x' }), 'bad-key');

  // The last frames taken away: nothing inside shows it, the note held elsewhere does.
  for (const name of frames(directory).slice(-2)) unlinkSync(join(directory, 'log', name));
  const cut = await Ledger.open(directory, PASSPHRASE, HOST);
  assert.equal(cut.entries.length, 5);
  await assert.rejects(cut.continues(later), { code: 'ledger-rolled-back' });
  // And written on otherwise.
  await cut.add([mailDecoy(8), mailDecoy(9)]);
  await cut.checkpoint();
  await assert.rejects(cut.continues(later), { code: 'ledger-forked' });
  assert.equal((await cut.continues(held)).from, held);
  const { ledger: other } = await temporaryLedger(5);
  await other.checkpoint();
  await assert.rejects(other.continues(held), { code: 'bad-checkpoint' });
  for (const each of [cut, other]) each.close();
});
