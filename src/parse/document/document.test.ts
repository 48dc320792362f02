import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { detectBytes } from '../detect/detect.ts';
import { documentText } from './document.ts';
import { documentMetadata } from './metadata.ts';
import { documentView } from './view.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const WORD = `${OOXML}wordprocessingml.document`;
const SHEET = `${OOXML}spreadsheetml.sheet`;
const SLIDES = `${OOXML}presentationml.presentation`;

const read = (type: string, content: string | Uint8Array, limits = DEFAULT_LIMITS) =>
  documentText(type, typeof content === 'string' ? Buffer.from(content, 'latin1') : content, limits);

const textOf = (type: string, content: string | Uint8Array) => read(type, content).text;

const packed = (parts: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: text })));

test('plain text in any encoding', () => {
  assert.equal(textOf('text/plain', 'l\xe9g\xe8re \x97 d\xe9j\xe0\r\nvu\rici'), 'légère — déjà\nvu\nici');
  assert.equal(textOf('text/plain', Buffer.from('\ufeffdéjà')), 'déjà');
  assert.equal(textOf('text/plain', Buffer.from('\ufeffdéjà vu', 'utf16le')), 'déjà vu');
  assert.equal(textOf('text/plain', Buffer.from('\ufeffdéjà vu', 'utf16le').swap16()), 'déjà vu');
  assert.equal(textOf('text/plain', Buffer.from('no mark here', 'utf16le')), 'no mark here');
  assert.equal(textOf('text/csv', 'a;b\n1;2\0'), 'a;b\n1;2 ');
});

test('HTML and XML in the encoding they declare', () => {
  const html =
    '<html><head><meta charset="windows-1251"><title>t</title></head><body><p>\xcf\xf0\xe8<p>a&amp;b';
  assert.match(textOf('text/html', html), /При\s+a&b/);
  assert.equal(
    textOf(
      'text/xml',
      '<?xml version="1.0" encoding="iso-8859-2"?><a><b>\xb1</b><!-- x --><c k="v">d &lt;</c></a>',
    ),
    'ą\nd <',
  );
  const laughs = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
  assert.equal(textOf('text/xml', laughs).includes('xxxxxxxxxxxx'), false);
});

test('RTF, calendars, contacts', () => {
  assert.equal(
    textOf('application/rtf', "{\\rtf1\\ansi\\ansicpg1252 d\\'e9j\\'e0 \\u8212? vu\\par}"),
    'déjà — vu',
  );
  const calendar =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\\, late\r\nLOCATION:Par\r\n is\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
  assert.equal(textOf('text/calendar', calendar), 'Lunch, late\nParis');
  const card =
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dup=C3=A9;=\r\nAnne;;;\r\n' +
    'EMAIL;INTERNET:anne@example.org\r\nPHOTO;BASE64:AAAA\r\nitem1.NOTE:a\\nb\r\nTITLE;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=F0\r\nEND:VCARD\r\n';
  assert.equal(textOf('text/vcard', card), 'Dupé Anne\nanne@example.org\na\nb\nПр');
});

test('Word: body, deleted text, notes, headers, comments', () => {
  const p = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
  const document = packed({
    '[Content_Types].xml': '<Types/>',
    'word/comments.xml': `<w:comments>${p('<w:t>remark</w:t>')}</w:comments>`,
    'word/document.xml': `<w:document><w:body>${p('<w:t>One &amp; </w:t><w:tab/><w:t xml:space="preserve">two</w:t>')}${p('<w:delText>gone</w:delText><w:t/>')}</w:body></w:document>`,
    'word/header2.xml': `<w:hdr>${p('<w:t>secret</w:t>')}</w:hdr>`,
    'word/styles.xml': '<w:style><w:t>no</w:t></w:style>',
  });
  assert.equal(textOf(WORD, document), 'One & \ttwo\ngone\n\nremark\n\nsecret');
});

test('spreadsheets: names, shared and inline strings, numbers, errors', () => {
  const workbook = packed({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Budget &#233;t&#233;" sheetId="1"/></sheets></workbook>',
    'xl/sharedStrings.xml':
      '<sst><si><t>alpha</t></si><si><r><t>be</t></r><r><t>ta</t></r><rPh><t>x</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row><c t="s"><v>1</v></c><c><f>A1+1</f><v>42</v></c></row>' +
      '<row><c t="inlineStr"><is><t>here</t></is></c><c t="s"><v>0</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>',
  });
  assert.equal(textOf(SHEET, workbook), 'Budget été\n\nbeta\t42\nhere\talpha');
});

test('slides in natural order, then notes', () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  const slides = packed({
    'ppt/slides/slide10.xml': slide('ten'),
    'ppt/slides/slide2.xml': slide('two'),
    'ppt/notesSlides/notesSlide1.xml': slide('note'),
  });
  assert.equal(textOf(SLIDES, slides), 'two\n\nten\n\nnote');
});

test('OpenDocument and EPUB', () => {
  const odt = packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      '<o:document-content><o:scripts>no</o:scripts><o:body><text:p>a<text:s/>b<text:tab/>c</text:p></o:body></o:document-content>',
    'styles.xml': '<o:styles><x>no</x></o:styles><o:master-styles><text:p>foot</text:p></o:master-styles>',
  });
  assert.equal(textOf('application/vnd.oasis.opendocument.text', odt), 'a b\tc\n\nfoot');
  const epub = packed({
    'OPS/book.opf':
      '<package><manifest><item id="b" href="2.xml"/><item href="1%20a.xml" id="a"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    'OPS/2.xml': '<html><body><p>second</p></body></html>',
    'OPS/1 a.xml': '<html><body><p>first</p></body></html>',
  });
  assert.equal(textOf('application/epub+zip', epub), 'first\n\nsecond');
});

test('what cannot be read says so', () => {
  const sealed = packed({
    'META-INF/manifest.xml':
      '<m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum="x"/></m:file-entry>',
    'content.xml': 'noise',
  });
  assert.equal(read('application/vnd.oasis.opendocument.text', sealed).failure?.code, 'encrypted');
  assert.equal(read('application/x-unheard-of', 'x').status, 'unsupported');
  assert.equal(read('application/pdf', '%PDF-1.4').status, 'unsupported');
  assert.equal(read('application/encrypted', 'x').failure?.code, 'encrypted');
  assert.equal(read(WORD, 'PK\x03\x04 nothing').failure?.code, 'malformed');
});

test('bombs and endless texts are cut', () => {
  const bomb = packed({ 'word/document.xml': `<w:t>${'a'.repeat(2_000_000)}</w:t>` });
  const tight = { ...DEFAULT_LIMITS, ratioFloor: 1000, ratio: 10 };
  assert.equal(read(WORD, bomb, tight).failure?.code, 'bomb');
  const long = read(WORD, bomb, { ...DEFAULT_LIMITS, textChars: 1000 });
  assert.equal(long.text.length, 1000);
  assert.equal(
    long.defects.some(({ code }) => code === 'text-cut'),
    true,
  );
  // A long string named by many cells must not be multiplied.
  const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(20_000);
  const multiplied = packed({
    'xl/sharedStrings.xml': `<sst><si><t>${'b'.repeat(100_000)}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${cells}</worksheet>`,
  });
  assert.equal(read(SHEET, multiplied).text.length, DEFAULT_LIMITS.textChars);
});

test('mutated documents never throw', () => {
  const random = randomNumbers(5);
  const samples: readonly (readonly [string, Uint8Array])[] = [
    [WORD, packed({ 'word/document.xml': '<w:p><w:t>a</w:t></w:p>'.repeat(9) })],
    [
      SHEET,
      packed({
        'xl/sharedStrings.xml': '<si><t>a</t></si>',
        'xl/worksheets/sheet1.xml': '<row><c t="s"><v>0</v></c></row>',
      }),
    ],
    ['text/html', Buffer.from('<html><meta charset=utf-8><p a="b>c">x &amp; y<![CDATA[z]]><!-- -->')],
    ['text/xml', Buffer.from('<?xml encoding="utf-16"?><a b="c"><![CDATA[z]]><!-- --></a>')],
    ['application/rtf', Buffer.from("{\\rtf1{\\fonttbl}\\u8212?\\'e9}")],
    ['text/vcard', Buffer.from('BEGIN:VCARD\nN;QUOTED-PRINTABLE:=C3=\nEND:VCARD')],
    ['text/calendar', Buffer.from('BEGIN:VCALENDAR\nSUMMARY;CN="x":y\\n\nEND')],
    ['text/plain', Buffer.from('\ufeffabc', 'utf16le')],
  ];
  for (let round = 0; round < 8000; round++) {
    const [type, sample] = samples[round % samples.length] ?? ['text/plain', Buffer.alloc(0)];
    const bytes = Buffer.from(sample);
    for (let i = 0; i <= random(6); i++) bytes[random(bytes.length)] = random(256);
    const { text } = read(type, bytes.subarray(0, random(bytes.length + 1)));
    assert.ok(text.isWellFormed());
  }
});

test('an RTF document is read with its headers, notes, comments, hidden words and texts in drawings', () => {
  const rtf =
    '{\\rtf1\\ansi{\\header head\\par}{\\footer foot}Body{\\*\\footnote note one} goes on{\\v  hidden}.' +
    '{\\*\\atnid X}{\\*\\atnauthor Claire}{\\*\\annotation{\\*\\atndate 1}remark}' +
    '{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt in a box}}}' +
    '{\\object\\objemb{\\*\\objclass Excel}{\\*\\objdata 0105}{\\result shown}}{\\*\\generator Word;}\\par end}';
  assert.equal(
    textOf('application/rtf', rtf),
    'Body goes on hidden.shown\nend\nhead\n\nfoot\nnote one\nremark\nin a box',
  );
});

test('what was cut off or damaged is told, whatever words are left', () => {
  const failure = (type: string, file: string | Uint8Array) =>
    documentText(type, Buffer.from(file), DEFAULT_LIMITS).failure?.code ?? null;
  assert.equal(failure('application/rtf', '{\\rtf1 whole}'), null);
  assert.equal(failure('application/rtf', '{\\rtf1{\\fonttbl{\\f0 Arial;}}cut {\\b off'), 'truncated');
  const record = (type: number, ...body: number[]) => [type & 255, type >> 8, body.length, 0, ...body];
  const workbook = (...records: number[][]) =>
    writeCfb([{ name: 'Workbook', bytes: Buffer.from(records.flat()) }]);
  const global = record(0x809, 0, 6, 5, 0);
  const list = record(0x85, 0, 0, 0, 0, 0, 0, 1, 0, 0x53);
  const sheet = [...record(0x809, 0, 6, 0x10, 0), ...record(0x0a)];
  const type = 'application/vnd.ms-excel';
  assert.equal(failure(type, workbook(global, list, record(0x0a), sheet)), null);
  assert.equal(failure(type, workbook(sheet)), null);
  assert.equal(failure(type, workbook(global, list, record(0x0a))), 'malformed');
  assert.equal(
    failure(type, workbook(global, [0xff, 0xff, 0xff, 0xff], list, record(0x0a), sheet)),
    'malformed',
  );
  const short = writeCfb([{ name: 'WordDocument', bytes: Buffer.alloc(20) }]);
  assert.equal(failure('application/msword', short), 'malformed');
});

test('sheets of OpenDocument by name, hidden ones told, notes apart from cells', async () => {
  const content =
    '<o:c><style:style style:name="h"><style:table-properties table:display="false"/></style:style><office:body><office:spreadsheet>' +
    '<table:table table:name="Paie"><table:table-row><table:table-cell><office:annotation><text:p>doubtful</text:p></office:annotation><text:p>12</text:p></table:table-cell></table:table-row></table:table>' +
    '<table:table table:name="A&amp;B" table:style-name="h"><table:table-row><table:table-cell><text:p>13</text:p></table:table-cell></table:table-row></table:table>' +
    '</office:spreadsheet></office:body></o:c>';
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  const bytes = packed({ mimetype: type, 'content.xml': content });
  assert.equal(textOf(type, bytes), 'Paie\n12\nA&B\n13\n\ndoubtful');
  const options = { passwords: [], limits: DEFAULT_LIMITS };
  assert.deepEqual(await documentView(type, bytes, options), {
    kind: 'sheets',
    sheets: [
      { name: 'Paie', hidden: false, rows: [['12']], truncated: false },
      { name: 'A&B', hidden: true, rows: [['13']], truncated: false },
    ],
  });
  assert.deepEqual(documentMetadata(type, bytes, options).findings, [
    { code: 'hidden-sheet', detail: 'A&B (content.xml)' },
  ]);
});

test('OpenDocument and Office documents that are one text of XML', () => {
  const flat =
    '<?xml version="1.0"?><office:document xmlns:office="urn:x" office:mimetype="application/vnd.oasis.opendocument.text">' +
    '<office:meta><dc:creator>Claire</dc:creator></office:meta><office:body><text:p>words<office:annotation><dc:creator>Paul</dc:creator></office:annotation></text:p></office:body></office:document>';
  const { type } = detectBytes(Buffer.from(flat), 'a.fodt');
  assert.equal(type, 'application/vnd.oasis.opendocument.text-flat-xml');
  assert.match(textOf(type, flat), /^words/);
  const options = { passwords: [], limits: DEFAULT_LIMITS };
  const told = (of: string, text: string) =>
    documentMetadata(of, Buffer.from(text), options).metadata.map(({ field, value }) => [field, value]);
  assert.deepEqual(told(type, flat), [
    ['last-author', 'Claire'],
    ['comment-author', 'Paul'],
  ]);
  const word =
    '<?xml version="1.0"?><w:wordDocument xmlns:o="urn:schemas-microsoft-com:office:office"><o:DocumentProperties><o:Author>A&amp;B</o:Author><o:LastSaved>2017-04-14T22:41:07Z</o:LastSaved></o:DocumentProperties>' +
    '<o:CustomDocumentProperties><o:Dossier dt:dt="string">118</o:Dossier></o:CustomDocumentProperties></w:wordDocument>';
  assert.deepEqual(told('text/xml', word), [
    ['author', 'A&B'],
    ['modified', '2017-04-14T22:41:07Z'],
    ['custom:Dossier', '118'],
  ]);
});

test('HTML by its title, Dublin Core and what pages say of articles', () => {
  const page =
    '<html lang="fr"><head><title>Le\n pr&ecirc;t</title><meta property="article:author" content="Anne &amp; Co"><meta name="DC.date" content="2017-05-03"></head>';
  const { metadata } = documentMetadata('text/html', Buffer.from(page), {
    passwords: [],
    limits: DEFAULT_LIMITS,
  });
  assert.deepEqual(
    metadata.map(({ field, value }) => [field, value]),
    [
      ['author', 'Anne & Co'],
      ['created', '2017-05-03'],
      ['title', 'Le prêt'],
      ['language', 'fr'],
    ],
  );
});

test('rows of tables are lines, drawings are told once, page headers without their codes', () => {
  const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const document = packed({
    'word/document.xml':
      `<w:document><w:body><w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>` +
      '<mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:body></w:document>',
  });
  assert.equal(textOf(WORD, document), 'a\tb\nc\td\nbox');
  const workbook = packed({
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Strictly private&amp;CA &amp;&amp; B&amp;RPage &amp;P</oddHeader></headerFooter></worksheet>',
  });
  assert.equal(textOf(SHEET, workbook), 'x\n\nStrictly private\nA & B\nPage');
});

test('plain text in UTF-32, by its mark', () => {
  for (const order of ['le', 'be'] as const) {
    const points = [0xfeff, ...[...'Élan 選'].map((sign) => sign.codePointAt(0) ?? 0), 0x110000];
    const bytes = Buffer.alloc(points.length * 4);
    points.forEach((point, i) => {
      if (order === 'le') bytes.writeUInt32LE(point, i * 4);
      else bytes.writeUInt32BE(point, i * 4);
    });
    const { type } = detectBytes(bytes, 'notes.txt');
    assert.equal(type, 'text/plain');
    assert.equal(documentText(type, bytes, DEFAULT_LIMITS).text, 'Élan 選\ufffd');
  }
});

test('JSON: escapes are undone, so that words with accents are found; its own signs stay', () => {
  const json = '{"a":"\\u00c9t\\u00e9\\nau \\"bord\\" C:\\\\news \\u0022 \\ud83d\\ude00 \\u00"}';
  const { text } = documentText('application/json', Buffer.from(json), DEFAULT_LIMITS);
  assert.equal(text, '{"a":"Été\nau \\"bord\\" C:\\\\news \\u0022 😀 \\u00"}');
});

test('a workbook that is one indented text of XML has its rows as lines', () => {
  const flat = `<office:document xmlns:office="urn:x" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
  <office:body>
   <office:spreadsheet>
    <table:table table:name="Comptes">
     <table:table-row>
      <table:table-cell>
       <text:p>Le <text:span>mot</text:span>
<text:span>suivant</text:span></text:p>
      </table:table-cell>
      <table:table-cell>
       <text:p>12</text:p>
      </table:table-cell>
     </table:table-row>
    </table:table>
   </office:spreadsheet>
  </office:body>
</office:document>`;
  const { type } = detectBytes(Buffer.from(flat), 'a.fods');
  assert.equal(textOf(type, flat), 'Comptes\nLe mot suivant\t12');
});
