import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeZip } from '../../src/parse/archive/testing/zip-writer.ts';
import { pngOf, printed, scannedPdf } from '../../src/parse/ocr/testing/scan.ts';
import { similarTo } from '../../src/show/similar.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift-case.ts';

const LINES = [
  'Le procès-verbal sera signé avant la fin du mois de mars.',
  'Le trésorier a réglé la facture de l’imprimeur.',
  'Montant TTC du devis\u00a0: 1 200 euros, IBAN FR76 3000 6000 0112 3456 7890 189.',
];

async function dumpOfScans(folder: string): Promise<string> {
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const page = await printed({ lines: LINES });
  const other = await printed({ lines: ['The caterer cancelled the banquet on Thursday evening.'] });
  writeFileSync(join(dump, 'letter.png'), pngOf(page));
  writeFileSync(join(dump, 'letter-copy.png'), pngOf(page));
  writeFileSync(join(dump, 'scan.pdf'), scannedPdf([page, other]));
  writeFileSync(join(dump, 'note.txt'), 'A note about the banquet.');
  return dump;
}

test('words in pictures are found, told as read by OCR, and kept out of the text', async (t) => {
  const folder = temporaryFolder(t);
  const directory = join(folder, 'scans.tamis');
  const inputs = [await dumpOfScans(folder)];
  const plain = await siftQuietly(directory, { inputs });
  assert.equal(plain.ocr, null);
  const { ocr, unchanged, totals } = await siftQuietly(directory, { inputs, ocr: true });
  assert.equal(unchanged, true, 'the verdicts are not made again');
  assert.deepEqual(totals, plain.totals);
  assert.deepEqual(ocr, { done: 2, total: 2, pages: 3, failures: 0 });
  const store = readCase(t, directory);
  const paths = (query: string) =>
    [...store.search(query, { snippets: true })].map(({ path }) => path).sort();
  assert.deepEqual(paths('trésorier imprimeur'), [
    'dump/letter-copy.png',
    'dump/letter.png',
    'dump/scan.pdf',
  ]);
  assert.deepEqual(paths('banquet'), ['dump/note.txt', 'dump/scan.pdf']);
  const [hit] = store.search('imprimeur filename:letter.png', { snippets: true });
  assert.match(hit?.snippet ?? '', /imprimeur/);
  const scan = store.itemByPath('leak', 'dump/scan.pdf');
  assert.equal(scan?.text.includes('banquet'), false);
  assert.deepEqual(
    scan?.ocr?.pages.map(({ page }) => page),
    [1, 2],
  );
  // What was read takes part where texts do, but for verdicts.
  assert.deepEqual(paths('lang:fr'), ['dump/letter-copy.png', 'dump/letter.png', 'dump/scan.pdf']);
  assert.deepEqual(paths('topic:bills kind:image'), ['dump/letter-copy.png', 'dump/letter.png']);
  assert.deepEqual(paths('is:near-duplicate'), ['dump/letter-copy.png', 'dump/letter.png', 'dump/scan.pdf']);
  const letter = store.itemByPath('leak', 'dump/letter.png');
  assert.ok(letter);
  assert.deepEqual(
    letter.content?.personalData.map(({ kind, count }) => [kind, count]),
    [['iban', 1]],
  );
  const near = similarTo(store, letter, 9);
  assert.equal(near.type === 'found' && near.items.every((each) => each.ocr), true);
});

test('an interrupted pass has given its verdicts, keeps what it read, and goes on', async (t) => {
  const folder = temporaryFolder(t);
  const directory = join(folder, 'stopped.tamis');
  const inputs = [await dumpOfScans(folder)];
  const stop = new AbortController();
  const interrupted = siftQuietly(directory, {
    inputs,
    ocr: true,
    jobs: 1,
    signal: stop.signal,
    onProgress: (step) => {
      if (step.phase === 'ocr' && step.done.done === 1) stop.abort();
    },
  });
  await assert.rejects(interrupted, { code: 'interrupted' });
  const before = readCase(t, directory);
  assert.equal(before.setting('concluded'), 'yes');
  assert.equal(before.countTasks().pending, 0);
  const types = ['image/png', 'application/pdf'];
  assert.equal(before.ocrCandidates(types).filter(({ done }) => done).length, 2, 'both copies of the letter');
  const rest = await siftQuietly(directory, { inputs: [], ocr: true });
  assert.deepEqual([rest.ocr?.done, rest.ocr?.total], [1, 1]);
  assert.equal(
    before.ocrCandidates(types).every(({ done }) => done),
    true,
  );
  const again = await siftQuietly(directory, { inputs: [], ocr: true });
  assert.equal(again.ocr?.total, 0);
});

test('a letter that is a scan is read in the picture it holds, once for all copies, under its message', async (t) => {
  const folder = temporaryFolder(t);
  const dump = join(folder, 'dump');
  mkdirSync(dump);
  const picture = pngOf(await printed({ lines: LINES }));
  const letter = writeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
    { name: 'word/media/image1.png', content: picture },
  ]);
  const mail = `From: a@x.example\nTo: b@x.example\nSubject: the letter\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nsee it\n--b\nContent-Type: application/octet-stream; name=letter.docx\nContent-Transfer-Encoding: base64\n\n${letter.toString('base64')}\n--b--\n`;
  writeFileSync(join(dump, 'mail.eml'), mail);
  writeFileSync(join(dump, 'copy.png'), picture);
  const directory = join(folder, 'letter.tamis');
  const { ocr } = await siftQuietly(directory, { inputs: [dump], ocr: true });
  assert.deepEqual(ocr, { done: 1, total: 1, pages: 1, failures: 0 });
  const store = readCase(t, directory);
  const paths = [...store.search('trésorier imprimeur', {})].map(({ path }) => path).sort();
  assert.deepEqual(paths, ['dump/copy.png', 'dump/mail.eml/letter.docx/image1.png']);
  const inside = store.itemByPath('leak', 'dump/mail.eml/letter.docx/image1.png');
  const message = store.itemByPath('leak', 'dump/mail.eml');
  assert.equal(inside?.judgement?.verdict, message?.judgement?.verdict);
  assert.deepEqual(
    inside?.judgement?.reasons.map(({ code, detail }) => [code, detail.from]),
    [['inherits', message?.id]],
  );
});
