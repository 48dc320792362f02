import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { readDocument } from '../../parse/document/read.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { summarize } from '../../parse/mime/summary.ts';
import type { Picture } from '../../parse/ocr/picture.ts';
import { pngOf, printed, printedPdf, scannedPdf, tiffOf } from '../../parse/ocr/testing/scan.ts';
import { wordBoxes } from '../../parse/ocr/word-boxes.ts';
import { listedNames } from '../personal/names.ts';
import { docxOf } from '../testing/docx.ts';
import { identifiers } from '../testing/identifiers.ts';
import { checkRedacted } from './check-redacted.ts';
import { openPdfSource } from './pdf-source.ts';
import { openPseudonyms } from './pseudonyms.ts';
import { redactFile } from './redact.ts';
import { type RedactOptions, RedactSession } from './session.ts';
import { writtenForms } from './written-forms.ts';

const folder = mkdtempSync(join(tmpdir(), 'tamis-redact-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function session(given: Partial<RedactOptions> = {}): RedactSession {
  return new RedactSession({
    lang: 'fr',
    names: listedNames(['Camille Aubrac | Aubrac']),
    keep: new Set(),
    numbered: false,
    pseudonyms: openPseudonyms(null),
    ...given,
  });
}

/** Letters and digits alone, so that no grouping hides a value. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}@]/gu, '')
    .toLowerCase();
}

function assertGone(text: string, values: readonly string[]): void {
  for (const value of values) assert.ok(!bare(text).includes(bare(value)), `${value} in ${text}`);
}

function base64(bytes: Uint8Array | string): string {
  return (
    Buffer.from(bytes as string)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n');
}

function mail(subject: string, body: string, attachment: Uint8Array, type: string): Buffer {
  return Buffer.from(
    [
      'From: Camille Aubrac <camille@rivage.example>',
      `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      'Date: Fri, 5 May 2017 20:00:00 +0200',
      'Received: from [203.0.113.7] by mx.rivage.example',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64(`<p title="${body}">${body.replaceAll(' ', '&nbsp;')}</p>`),
      '--b',
      `Content-Type: ${type}; name="aubrac.bin"`,
      'Content-Disposition: attachment; filename="aubrac.bin"',
      'Content-Transfer-Encoding: base64',
      '',
      base64(attachment),
      '--b--',
      '',
    ].join('\r\n'),
  );
}

test('any identifier in a text, a docx or a mail with either is gone afterwards, in any encoding', async () => {
  await fc.assert(
    fc.asyncProperty(identifiers, async (made) => {
      const values = Object.values(made);
      const lines = [
        `Voici : ${made.iban}.`,
        `NIR ${made.nir}, tél. ${made.phone}`,
        `<${made.email}>, Aubrac, Camille`,
      ];
      const text = lines.join('\n');
      const docx = docxOf(lines);
      const carriers: readonly (readonly [Uint8Array, string])[] = [
        [Buffer.from(text), 'a.txt'],
        [Buffer.from(`\ufeff${text}`, 'utf16le'), 'a.txt'],
        [docx, 'a.docx'],
        [
          Buffer.from(`<html><body><!-- ${made.phone} --><p>${lines.join('<br>')}</p></body></html>`),
          'a.html',
        ],
        [mail(`Appeler ${made.phone}`, text, docx, 'application/octet-stream'), 'a.eml'],
        [mail('Bonjour', text, mail('Re', text, Buffer.from(text), 'text/plain'), 'message/rfc822'), 'a.eml'],
      ];
      for (const [bytes, name] of carriers) {
        const one = session();
        const redacted = await redactFile(bytes, name, one);
        const raw = Buffer.from(redacted.bytes);
        for (const value of values)
          for (const form of writtenForms(value)) assert.ok(!raw.includes(form), `${name} ${value}`);
        assertGone(await everyWord(redacted.bytes, redacted.type), [...values, 'aubrac']);
        assertGone(JSON.stringify(one.log()), values);
      }
    }),
    { numRuns: 40 },
  );
});

/** All the words of a result, by Tamis's own readers. */
async function everyWord(bytes: Uint8Array, type: string): Promise<string> {
  if (type !== 'message/rfc822') {
    const { text, metadata } = await readDocument(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
    return `${text}\n${metadata.map(({ value }) => value).join('\n')}`;
  }
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const { subject, text, from } = summarize(message, DEFAULT_LIMITS);
  return `${subject}\n${text}\n${JSON.stringify(from)}\n${Buffer.from(bytes).toString('latin1')}`;
}

test('a PDF becomes pictures without text, metadata or earlier states; other programs find nothing', async (t) => {
  const [made] = fc.sample(identifiers, { numRuns: 1, seed: 8 });
  assert.ok(made);
  const lines = [
    'Contrat',
    `IBAN ${made.iban}`.replaceAll('\u00a0', ' '),
    `NIR ${made.nir}`.replaceAll('\u00a0', ' '),
    `Portable ${made.phone}`,
    made.email,
    'Mme Camille AUBRAC',
  ];
  const one = session();
  const redacted = await redactFile(printedPdf({ lines }), 'a.pdf', one);
  assert.equal(
    one.log().removals.reduce((sum, { count }) => sum + count, 0),
    5,
  );
  const read = await readDocument('application/pdf', redacted.bytes, {
    passwords: [],
    limits: DEFAULT_LIMITS,
  });
  assert.deepEqual([read.text.trim(), read.pages, read.embedded.length], ['', 1, 0]);
  assert.deepEqual(
    read.metadata.filter(({ field }) => /author|title|producer|created/u.test(field)),
    [],
  );
  const source = await openPdfSource(redacted.bytes, []);
  const seen = (await wordBoxes(source.page(0).picture)).map(({ text }) => text).join(' ');
  source.close();
  assert.match(seen, /Contrat/u);
  assertGone(seen, [...Object.values(made), 'aubrac']);
  const path = join(folder, 'a.pdf');
  writeFileSync(path, redacted.bytes);
  try {
    assert.equal(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).trim(), '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      t.diagnostic('pdftotext not present');
    else throw error;
  }
});

/** The upper rows: recognition takes as long as a page is large. */
function upper({ width, pixels }: Picture, height: number): Picture {
  return { width, height, pixels: pixels.slice(0, width * height * 4) };
}

test('scans and pictures are read, painted over, and read again', async () => {
  const [made] = fc.sample(identifiers, { numRuns: 1, seed: 17 });
  assert.ok(made);
  const lines = [
    'Fiche de paie',
    `IBAN ${made.iban}`,
    `NIR ${made.nir}`,
    `Portable ${made.phone}`,
    `Courriel ${made.email}`,
  ].map((line) => line.replaceAll('\u00a0', ' '));
  const page = await printed({ lines, size: 14 });
  const picture = upper(page, 700);
  for (const [bytes, name] of [
    [scannedPdf([page]), 'a.pdf'],
    [pngOf(picture), 'a.png'],
    [tiffOf([picture]), 'a.tif'],
  ] as const) {
    const one = session();
    const { bytes: result, type } = await redactFile(bytes, name, one);
    const source = type === 'application/pdf' ? await openPdfSource(result, []) : null;
    if (source !== null) {
      const seen = (await wordBoxes(source.page(0).picture)).map(({ text }) => text).join(' ');
      source.close();
      assert.match(seen, /Fiche/u, name);
      assertGone(seen, Object.values(made));
    } else assert.equal(Buffer.from(result).indexOf('tEXt'), -1);
    assert.ok(one.log().removals.length >= 4, name);
  }
});

test('a region is painted over and logged; one that lies nowhere stops everything', async () => {
  const grey: Picture = { width: 200, height: 100, pixels: new Uint8ClampedArray(200 * 100 * 4).fill(128) };
  const box = { page: 1, left: 20, top: 10, right: 60, bottom: 40 };
  const one = session();
  await redactFile(pngOf(grey), 'face.png', one, { passwords: [], boxes: [box] });
  assert.deepEqual(one.log().regions, { picture: 1 });
  const pdf = printedPdf({ lines: ['Rien ici'] });
  const onPage = session();
  await redactFile(pdf, 'a.pdf', onPage, { passwords: [], boxes: [box] });
  assert.deepEqual(onPage.log().regions, { 'page 1': 1 });
  for (const [bytes, name, wrong] of [
    [pngOf(grey), 'face.png', { ...box, left: 300, right: 400 }],
    [pdf, 'a.pdf', { ...box, page: 2 }],
    [Buffer.from('Rien'), 'a.txt', box],
  ] as const)
    await assert.rejects(
      redactFile(bytes, name, session(), { passwords: [], boxes: [wrong] }),
      { code: 'bad-option' },
      name,
    );
});

test('a page with a link on its margin, notes and a turned page keeps nothing', async () => {
  const pdf = printedPdf({ lines: ['Tel. 06 12 34 56 78', 'Rien ici'] })
    .toString('latin1')
    .replace('/MediaBox [0 0 595 842]', '/Rotate 90 /MediaBox [0 0 595 842]');
  const one = session();
  const redacted = await redactFile(Buffer.from(pdf, 'latin1'), 'a.pdf', one);
  const source = await openPdfSource(redacted.bytes, []);
  const page = source.page(0);
  source.close();
  assert.ok(page.width > page.height);
  const seen = (await wordBoxes(page.picture)).map(({ text }) => text).join(' ');
  assertGone(seen, ['0612345678']);
});

test('pseudonyms are the same for the same value in every file, and the book has no value in it', async () => {
  const path = join(folder, 'book.json');
  const redact = async (text: string): Promise<string> => {
    const pseudonyms = openPseudonyms(path);
    const { bytes } = await redactFile(Buffer.from(text), 'a.txt', session({ pseudonyms, numbered: true }));
    pseudonyms.save();
    return Buffer.from(bytes).toString();
  };
  assert.equal(
    await redact('Tél. 06 12 34 56 78, +33 6.12.34.56.78 et 01/23/45/67/89'),
    'Tél. [téléphone 1], [téléphone 1] et [téléphone 2]',
  );
  assert.equal(await redact('Au 01.23.45.67.89, AUBRAC Camille'), 'Au [téléphone 2], [personne 1]');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.doesNotMatch(readFileSync(path, 'utf8'), /0612345678|aubrac/iu);
});

test('what is broken by a line end, by signs without width, or written again elsewhere goes too', async () => {
  const text =
    'IBAN FR14 2004 1010\n> 0505 0001 3M02 606\nTél. 06 1\u200b2 34 56 78\nNée le 12/03/1961. Le 12/03/1961.';
  const { bytes } = await redactFile(Buffer.from(text), 'a.txt', session());
  assert.equal(
    Buffer.from(bytes).toString(),
    'IBAN [IBAN]\nTél. [téléphone]\nNée le [date de naissance]. Le [date de naissance].',
  );
});

test('columns of figures, in which one number hides another, come to an end', async () => {
  const group = fc.stringMatching(/^\d{2,5}$/u);
  const rows = fc.array(fc.array(group, { minLength: 3, maxLength: 9 }), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const text = made.map((row) => row.join(' ')).join('\n');
      await redactFile(Buffer.from(text), 'a.csv', session({ numbered: true }));
    }),
    { numRuns: 150 },
  );
});

test('addresses in links, in disguise and in base64 within a text go too', async () => {
  const lists = 'https://lists.example/r/2020.60-85-';
  const text = `${lists}jean.dupont%40rivage.fr, jean (at) rivage [dot] fr, j.dupont&#64;rivage.fr\n> ${base64('To: jean.dupont@rivage.fr')}`;
  const one = session();
  const { bytes } = await redactFile(Buffer.from(text), 'a.txt', one);
  assert.doesNotMatch(Buffer.from(bytes).toString(), /dupont|rivage|amVhb/u);
  assert.equal(one.log().removals.length, 4);
});

test('it fails closed: what is still there is named by kind, never by value', async () => {
  const one = session();
  one.learn('NIR 2 55 08 14 168 025 38');
  const left = Buffer.from(`x${Buffer.from('2 55 08 14 168 025 38').toString('base64')}`);
  await assert.rejects(
    checkRedacted({ bytes: left, type: 'text/plain', extension: 'txt' }, one),
    (error: Error) => {
      assert.match(error.message, /nir/u);
      return !error.message.includes('168');
    },
  );
  await assert.rejects(redactFile(Buffer.from('PK\x03\x04zip'), 'a.zip', session()), { code: 'unsupported' });
});
