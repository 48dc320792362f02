import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { type OcrOptions, ocrText } from './ocr.ts';
import { turned } from './picture.ts';
import { pngOf, printed, printedPdf, scannedPdf, tiffOf, wordShare } from './testing/scan.ts';

const FRENCH = [
  'Le comité s’est réuni à l’hôtel pour débattre du budget prévisionnel de l’été.',
  'Où êtes-vous allé après le dîner ? L’élève a reçu une leçon très sévère.',
  'La facture s’élève à 1 250,40 € ; elle a été réglée par le trésorier, cœur vaillant.',
];
const ENGLISH = [
  'Several members raised concerns about the travel costs, which exceeded the',
  'forecast by 12.5 percent. Please find attached the revised schedule and the',
  'list of vendors. Mr. Jones will call the office before 4 p.m. on Tuesday.',
];

function options(part: Partial<OcrOptions> = {}): OcrOptions {
  const nothing = { onPage: () => {}, onProgress: () => {} };
  return { passwords: [], limits: DEFAULT_LIMITS, from: 1, skip: [], ...nothing, ...part };
}

describe('OCR', () => {
  it('reads a printed page, accents and all', async () => {
    for (const lines of [FRENCH, ENGLISH]) {
      const image = pngOf(await printed({ lines }));
      const { pages, failure, next } = await ocrText('image/png', image, options(), 1);
      assert.equal(failure, null);
      assert.equal(next, null);
      assert.ok(wordShare(lines.join(' '), pages[0]?.text ?? '') > 0.95, pages[0]?.text);
      assert.ok((pages[0]?.confidence ?? 0) > 0.9);
      assert.ok(pages[0]?.text.includes('\n'));
    }
  });

  it('reads every frame of a TIFF, and says which of its ways of writing it cannot', async () => {
    const tiff = tiffOf([await printed({ lines: FRENCH }), await printed({ lines: ENGLISH })]);
    const { pages, failure } = await ocrText('image/tiff', tiff, options(), 9);
    assert.equal(failure, null);
    assert.deepEqual(
      pages.map(({ page }) => page),
      [1, 2],
    );
    assert.ok(wordShare(FRENCH.join(' '), pages[0]?.text ?? '') > 0.95, pages[0]?.text);
    assert.ok(wordShare(ENGLISH.join(' '), pages[1]?.text ?? '') > 0.95, pages[1]?.text);
    // Tag 0x103, the compression of the first frame: JPEG in the way that was given up.
    const at = tiff.indexOf(Buffer.from('0301030001000000', 'hex'));
    tiff.writeUInt16LE(6, at + 8);
    const other = await ocrText('image/tiff', tiff, options(), 9);
    assert.equal(other.failure?.code, 'unsupported');
    assert.match(other.defects[0]?.detail ?? '', /^Page 1: Compression 6/);
    assert.equal(other.pages.length, 1);
  });

  it('turns a page that was scanned on its side', async () => {
    const image = pngOf(turned(await printed({ lines: [...ENGLISH, ...ENGLISH] }), 1));
    const { pages } = await ocrText('image/png', image, options(), 1);
    assert.ok(wordShare(ENGLISH.join(' '), pages[0]?.text ?? '') > 0.9, pages[0]?.text);
    assert.equal(pages[0]?.turned, 3);
  });

  it('reads the pages of a PDF that are only pictures, a stretch at a time', async () => {
    const pdf = scannedPdf([await printed({ lines: FRENCH }), await printed({ lines: ENGLISH })]);
    const first = await ocrText('application/pdf', pdf, options(), 1);
    assert.deepEqual([first.next, first.looked, first.pages.length], [2, 1, 1]);
    const rest = await ocrText('application/pdf', pdf, options({ from: 2 }), 9);
    assert.equal(rest.next, null);
    assert.equal(rest.pages[0]?.page, 2);
    assert.ok(wordShare(ENGLISH.join(' '), rest.pages[0]?.text ?? '') > 0.95);
  });

  it('leaves alone what holds its text, and pages it was told to pass over', async () => {
    const long = [...ENGLISH, ...ENGLISH];
    const withText = await ocrText('application/pdf', printedPdf({ lines: long }), options(), 9);
    assert.deepEqual([withText.pages, withText.looked, withText.failure], [[], 0, null]);
    const scan = scannedPdf([await printed({ lines: ENGLISH })]);
    const skipped = await ocrText('application/pdf', scan, options({ skip: [1] }), 9);
    assert.deepEqual(skipped.pages, []);
    assert.equal(skipped.defects[0]?.code, 'ocr-page-not-read');
  });

  it('refuses pictures by what their header announces, before decoding them', async () => {
    const bomb = pngOf({ width: 30, height: 30, pixels: new Uint8ClampedArray(3600) });
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const { failure, pages } = await ocrText('image/png', bomb, options(), 1);
    assert.equal(failure?.code, 'too-large');
    assert.match(failure?.detail ?? '', /60000 by 60000/);
    assert.deepEqual(pages, []);
  });

  it('says of damaged pictures that they are, and of dots nothing', async () => {
    for (const type of [
      'image/png',
      'image/jpeg',
      'image/webp',
      'image/tiff',
      'image/gif',
      'application/pdf',
    ]) {
      const { failure } = await ocrText(type, Buffer.from(`not a picture ${'x'.repeat(40)}`), options(), 1);
      assert.equal(failure?.code, 'malformed', type);
    }
    const dot = pngOf({ width: 1, height: 1, pixels: new Uint8ClampedArray(4) });
    const { failure, looked } = await ocrText('image/png', dot, options(), 1);
    assert.deepEqual([failure, looked], [null, 0]);
  });
});
