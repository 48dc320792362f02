import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailDecoy, temporaryLedger } from '../ledger/testing.ts';
import { type LeakedItem, type Trust, verifyItem, writeOpening } from './index.ts';

const TRUST: Trust = { roots: [], key: null };
const { ledger } = await temporaryLedger(6);
await ledger.checkpoint();
ledger.close();
const decoy = mailDecoy(2);
const opening = ledger.open(decoy.id, false);
const source = Buffer.from(decoy.bytes).toString('utf8');

async function verdictOn(item: LeakedItem) {
  return (await verifyItem(writeOpening(opening), item, TRUST)).item;
}

function message(text: string): LeakedItem {
  return { type: 'message', bytes: Buffer.from(text) };
}

const TEXT = [
  'Bonjour Odile,\n\nPour mardi 5, il faudra porter trois cartons de badges dans la cour arrière avant huit heures',
  'et demie — le gardien numéro 25 a la clef du placard 2.',
  'Pense au carnet vert de Maurice, page 31, on en avait parlé dans le train.\n',
  'Amicalement,\nBastien Orvault\n',
].join(' \n');

test('line ends, folding, another transfer encoding and trace fields make no other message', async () => {
  const encoded = source
    .replace(
      /quoted-printable\r\n\r\n[\s\S]*?--b1\r\n/,
      () => `base64\r\n\r\n${Buffer.from(TEXT).toString('base64')}\r\n--b1\r\n`,
    )
    .replace('+0100', '+0100 (CET)');
  assert.deepEqual(
    await verdictOn(message(`Received: from a by b; Tue, 3 Mar 2026 00:00:00 +0000\r\n${encoded}`)),
    { type: 're-encoded' },
  );
  assert.deepEqual(await verdictOn(message(source.replaceAll('\r\n', '\n'))), { type: 're-encoded' });
});

test('its text is found quoted in an answer and wrapped by a printer', async () => {
  const quoted = TEXT.split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const answer = `From: x@y.example\nSubject: Re\n\nOui, je m'en occupe.\n\nLe 3 mars, Bastien a écrit :\n${quoted}\n`;
  assert.deepEqual(await verdictOn(message(answer)), {
    type: 'same-text',
    whole: false,
    headers: false,
    breaks: 0,
  });
  const printed = `Matériel 2\nDe : Bastien\n${TEXT.replace(/ /g, '  \n')}\f1/1`;
  const item: LeakedItem = { type: 'text', bytes: Buffer.from('%PDF'), text: printed };
  assert.deepEqual(await verdictOn(item), { type: 'same-text', whole: false, headers: false, breaks: 0 });
});

test('a number changed makes another text, and how near it is is said', async () => {
  const verdict = await verdictOn(message(source.replace('page 31', 'page 37')));
  assert.equal(verdict?.type, 'attachment');
  const bare = await verdictOn({
    type: 'text',
    bytes: Buffer.from('x'),
    text: TEXT.replace('page 31', 'page 37'),
  });
  assert.equal(bare?.type, 'not-this-decoy');
  assert.ok(bare?.type === 'not-this-decoy' && bare.share > 0.8);
});

test('an attachment alone is told', async () => {
  const [file] = decoy.attachments;
  const item: LeakedItem = { type: 'unreadable', bytes: file?.bytes ?? new Uint8Array(0) };
  assert.deepEqual(await verdictOn(item), { type: 'attachment', number: 0 });
});

test('another mail of the set is not this decoy, and what cannot be read could not be checked', async () => {
  const other = await verdictOn({ type: 'message', bytes: mailDecoy(4).bytes });
  assert.equal(other?.type, 'not-this-decoy');
  const unread = await verdictOn({ type: 'unreadable', bytes: Uint8Array.of(1, 2, 3) });
  assert.deepEqual(unread, { type: 'could-not-check', reason: 'unknown-format' });
});

test('an opening that is changed anywhere does not hold, and then no likeness is told', async () => {
  const item: LeakedItem = { type: 'message', bytes: decoy.bytes };
  const reasonOf = async (changed: object) => {
    const { opening: verdict, item: likeness } = await verifyItem(
      JSON.stringify({ ...opening, ...changed }),
      item,
      TRUST,
    );
    assert.equal(likeness, null);
    return verdict.type === 'invalid' ? verdict.reason : 'valid';
  };
  const { faces, salts, leaf } = opening;
  assert.equal(await reasonOf({ format: 'x' }), 'not-an-opening');
  assert.equal(await reasonOf({ faces: { ...faces, text: `${faces.text}.` } }), 'commitment-differs');
  assert.equal(await reasonOf({ salts: { ...salts, bytes: '0'.repeat(64) } }), 'commitment-differs');
  assert.equal(await reasonOf({ leaf: { ...leaf, index: 3 } }), 'not-in-tree');
  assert.equal(await reasonOf({ index: 1 }), 'not-in-tree');
  assert.equal(await reasonOf({ checkpoint: opening.checkpoint.replace('\n6\n', '\n7\n') }), 'not-signed');
  assert.equal(await reasonOf({ key: 'x' }), 'bad-key');
  const { opening: other } = await verifyItem(writeOpening(opening), item, { roots: [], key: 'tamis+0+A' });
  assert.deepEqual(other, { type: 'invalid', reason: 'another-key' });
});
