import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedNames } from '../personal/names.ts';
import { zipOf } from '../testing/docx.ts';
import { openPseudonyms } from './pseudonyms.ts';
import { redactFile } from './redact.ts';
import { RedactSession } from './session.ts';

const BOOK = openPseudonyms(null);
const NAMES = listedNames(['Chloé Tournier']);

async function redacted(name: string, content: string | Buffer): Promise<{ text: string; left: string }> {
  const options = {
    lang: 'fr',
    names: NAMES,
    keep: new Set<never>(),
    numbered: true,
    pseudonyms: BOOK,
  } as const;
  const session = new RedactSession(options);
  const { bytes } = await redactFile(Buffer.from(content), name, session);
  return { text: Buffer.from(bytes).toString('utf8'), left: Object.keys(session.log().leftOut).join() };
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

test('docx: what was deleted or commented is left out, and no longer stands against a name', async () => {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const { text, left } = await redacted(
    'a.docx',
    zipOf({
      '[Content_Types].xml': TYPES,
      'word/document.xml': `<w:document><w:body><w:p>${run('06 12 ')}${run('34 56 78 ')}<w:del w:author="Chloé Tournier"><w:r><w:delText>Jeanne</w:delText></w:r></w:del><w:ins>${run('Chloé ')}${run('Tournier')}</w:ins></w:p></w:body></w:document>`,
      'word/comments.xml': `<w:comments><w:comment w:author="Chloé Tournier"><w:p>${run('secret de Polichinelle')}</w:p></w:comment></w:comments>`,
    }),
  );
  assert.equal(text, '[téléphone 1] [personne 1]');
  assert.match(left, /deleted or hidden text/u);
});

test('xlsx: hidden sheets are left out and counted', async () => {
  const office = 'application/vnd.openxmlformats-officedocument';
  const types = (part: string, type: string) =>
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="${part}" ContentType="${office}.${type}"/></Types>`;
  const rels = (pairs: readonly (readonly [string, string, string])[]) =>
    `<Relationships>${pairs.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const sheet = (text: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
  const book = await redacted(
    'a.xlsx',
    zipOf({
      '[Content_Types].xml': types('/xl/workbook.xml', 'spreadsheetml.sheet.main+xml'),
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="Vue" sheetId="1" r:id="r1"/><sheet name="Cache" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': rels([
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r2', 'worksheet', 'worksheets/sheet2.xml'],
      ]),
      'xl/worksheets/sheet1.xml': sheet('Chloé Tournier 06 12 34 56 78'),
      'xl/worksheets/sheet2.xml': sheet('le secret du roi'),
    }),
  );
  assert.equal(book.text, 'Vue\n[personne 1] [téléphone 1]');
  assert.match(book.left, /hidden sheets/u);
});

test('mail: numbers broken by soft line ends, names in encoded words, in names of files, in JSON that it carries', async () => {
  const mail = [
    'From: =?UTF-8?Q?Chlo=C3=A9_Tournier?= <chloe.tournier@valdore.example>',
    'To: "Tournier, Chloé" <c@valdore.example>',
    `Subject: =?utf-8?B?${Buffer.from('Appel au +33 6 12 34 56 78').toString('base64')}?=`,
    'Message-ID: <chloe.tournier@valdore.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    'Préambule 06 12 34 56 78',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Mon num=C3=A9ro : 06=20',
    '12 34 56 78, ou 0612=',
    '345678. Chlo=C3=A9',
    '> Tournier',
    '--b',
    "Content-Disposition: attachment; filename*=utf-8''Chlo%C3%A9%20Tournier%200612345678.txt",
    'Content-Type: text/plain',
    '',
    'Rien.',
    '--b',
    'Content-Type: application/json; name=x.json',
    '',
    '{"n":"Chlo\\u00e9 Tournier","t":"\\u00306 12 34 56 78"}',
    '--b--',
    '',
  ].join('\r\n');
  const { text } = await redacted('m.eml', mail);
  const decoded = [...text.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/gu)].map(([, part = '']) =>
    Buffer.from(part, 'base64').toString('utf8'),
  );
  assert.deepEqual(decoded, [
    'Mon numéro : [téléphone 1], ou [téléphone 1]. [personne 1]',
    'Rien.',
    '{"n":"[personne 1]","t":"[téléphone 1]"}',
  ]);
  const plain = decodeURIComponent(text.match(/filename\*=utf-8''(\S+)/u)?.[1] ?? '');
  assert.equal(plain, '[personne 1] [téléphone 1].txt');
  assert.doesNotMatch(text, /chloe\.tournier|Pr.{1,4}ambule/iu);
});
