import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { siftQuietly } from '../../test/sift/sift-case.ts';
import { openCase } from '../case/index.ts';
import { mailDecoy, temporaryLedger } from '../decoys/ledger/testing.ts';
import { Recogniser } from '../decoys/recognise/index.ts';
import type { OcrText } from '../model/index.ts';
import { concludeDecoys } from './decoys.ts';

const root = mkdtempSync(join(tmpdir(), 'tamis-decoys-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('decoys are marked beside their verdict, also on a case that was sifted before', async () => {
  const dump = join(root, 'dump');
  mkdirSync(dump);
  const { ledger } = await temporaryLedger(4);
  ledger.close();
  writeFileSync(join(dump, 'a.eml'), mailDecoy(1).bytes);
  const quoted = (ledger.entries[2]?.text ?? '').replace(/^/gm, '> ');
  writeFileSync(join(dump, 'b.eml'), `From: a@b.example\nSubject: Re\n\nMerci\n\n${quoted}`);
  writeFileSync(join(dump, 'c.eml'), 'From: a@b.example\nSubject: Autre chose\n\nRien à voir.\n');
  const caseDirectory = join(root, 'c.tamis');
  const now = () => new Date('2026-03-01T10:00:00Z');
  const before = await siftQuietly(caseDirectory, { inputs: [dump], now });
  assert.equal(before.decoys, null);
  const { decoys, unchanged } = await siftQuietly(caseDirectory, {
    inputs: [],
    decoys: new Recogniser(ledger.entries),
    now,
  });
  assert.equal(unchanged, true);
  assert.deepEqual(decoys, { exact: 1, 're-encoded': 0, attachment: 1, text: 1 });
  const store = openCase(caseDirectory, { now, readOnly: true });
  const decoyOf = (path: string) => store.itemByPath('leak', path)?.decoy;
  assert.deepEqual(decoyOf('dump/a.eml'), { id: mailDecoy(1).id, as: 'exact', share: 1 });
  assert.equal(decoyOf('dump/b.eml')?.id, mailDecoy(2).id);
  assert.equal(decoyOf('dump/c.eml'), null);
  assert.equal(store.itemByPath('leak', 'dump/a.eml')?.judgement?.verdict, 'unverified');
  assert.equal(store.count('is:decoy', { role: 'leak' }), 3);
  store.close();
});

test('a scan is known by the words that OCR read of it', async () => {
  const dump = join(root, 'scans');
  mkdirSync(dump);
  // A picture of one dot: what OCR reads of it is set below.
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(join(dump, 'scan.png'), Buffer.from(dot, 'base64'));
  const { ledger } = await temporaryLedger(4);
  ledger.close();
  const caseDirectory = join(root, 'scans.tamis');
  const now = () => new Date('2026-03-01T10:00:00Z');
  await siftQuietly(caseDirectory, { inputs: [dump], now });
  const store = openCase(caseDirectory, { now });
  const row = store.itemByPath('leak', 'scans/scan.png')?.row ?? -1;
  const finder = new Recogniser(ledger.entries);
  assert.equal(concludeDecoys(store, finder).text, 0);
  // One word in fifteen misread.
  const text = (ledger.entries[2]?.text ?? '').replace('huit', 'hult');
  store.transaction(() => store.setOcr(row, ocrOf(text)));
  assert.equal(concludeDecoys(store, finder).text, 1);
  assert.equal(store.itemByPath('leak', 'scans/scan.png')?.decoy?.id, mailDecoy(2).id);
  store.close();
});

function ocrOf(text: string): OcrText {
  const page = { page: 1, text, confidence: 0.9, model: 'fra', turned: 0 };
  return { engine: 'a test', pages: [page], looked: 1, failure: null, defects: [], next: null };
}
