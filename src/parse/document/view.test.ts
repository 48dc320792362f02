import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { makePdf, onePage } from '../pdf/testing/make-pdf.ts';
import { documentText } from './document.ts';
import { isDateFormat, serialDate } from './sheet/number-format.ts';
import { documentView } from './view.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const view = (type: string, bytes: Uint8Array, limits = DEFAULT_LIMITS) =>
  documentView(type, bytes, { passwords: [], limits });
const packed = (parts: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: text })));

function workbook(properties = ''): Buffer {
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Target="${target}"/>`;
  return packed({
    'xl/workbook.xml': `<workbook><workbookPr ${properties}/><sheets><sheet name="Paie" sheetId="2" state="hidden" r:id="r2"/><sheet name="Août" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheets/sheet1.xml')}${relation('r2', '/xl/worksheets/sheet2.xml')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;jours&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<sst><si><t>Date</t></si><si><r><t>Mon</t></r><r><t>tant</t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>42858</v></c><c r="B3" s="3"><v>42858.75</v></c><c r="C3" s="2"><v>12.5</v></c><c r="D3" t="b"><v>1</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml':
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>caché</t></is></c></row></sheetData></worksheet>',
  });
}

test('a workbook is shown as tables in the order of its tabs, dates as dates', async () => {
  const shown = await view(`${OOXML}spreadsheetml.sheet`, workbook());
  assert.deepEqual(shown, {
    kind: 'sheets',
    sheets: [
      { name: 'Paie', hidden: true, rows: [['caché']], truncated: false },
      {
        name: 'Août',
        hidden: false,
        rows: [['Date', '', 'Montant'], [], ['2017-05-03', '2017-05-03 18:00:00', '12.5', 'TRUE']],
        truncated: false,
      },
    ],
  });
  const { text } = documentText(`${OOXML}spreadsheetml.sheet`, workbook('date1904="1"'), DEFAULT_LIMITS);
  assert.match(text, /2021-05-04\t2021-05-04 18:00:00\t12\.5/);
});

test('numbers are dates only in formats of dates', () => {
  for (const code of [
    'yyyy-mm-dd',
    '[$-40C]d mmmm yyyy;@',
    'h:mm AM/PM',
    '[h]:mm:ss',
    'dd/mm/yy hh:mm',
    'mm:ss.0',
  ])
    assert.ok(isDateFormat(170, code), code);
  for (const code of [
    'General',
    '0.00',
    '#,##0 "days"',
    '0.00E+00',
    '[Red]0',
    '# ??/??',
    '@',
    '\\d0',
    '_-* #,##0',
  ])
    assert.equal(isDateFormat(170, code), false, code);
  assert.ok(isDateFormat(14, undefined));
  assert.equal(isDateFormat(2, undefined), false);
  assert.equal(serialDate(1, false), '1900-01-01');
  assert.equal(serialDate(61, false), '1900-03-01');
  assert.equal(serialDate(0.5, false), '12:00:00');
  assert.equal(serialDate(0, true), '1904-01-01');
  for (const none of [-1, Number.NaN, 3e6]) assert.equal(serialDate(none, false), null);
});

test('slides stand in the order in which they are shown, with their notes', async () => {
  const slide = (text: string) => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  const bytes = packed({
    'ppt/presentation.xml':
      '<p:presentation><p:sldIdLst><p:sldId id="257" r:id="rId3"/><p:sldId id="256" r:id="rId2"/></p:sldIdLst></p:presentation>',
    'ppt/_rels/presentation.xml.rels':
      '<Relationships><Relationship Id="rId2" Target="slides/slide1.xml"/><Relationship Id="rId3" Target="slides/slide2.xml"/></Relationships>',
    'ppt/slides/slide1.xml': slide('last'),
    'ppt/slides/slide2.xml': slide('first'),
    'ppt/slides/_rels/slide2.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="../notesSlides/notesSlide7.xml"/></Relationships>',
    'ppt/notesSlides/notesSlide7.xml': slide('say it slowly'),
  });
  assert.deepEqual(await view(`${OOXML}presentationml.presentation`, bytes), {
    kind: 'slides',
    slides: [
      { text: 'first', notes: 'say it slowly' },
      { text: 'last', notes: '' },
    ],
  });
});

test('OpenDocument tables and slides; cells that repeat do so within bounds', async () => {
  const cell = (text: string, attributes = '') =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const content = `<office:spreadsheet><table:table table:name="T"><table:table-row>${cell('a')}${cell('b', 'table:number-columns-repeated="2"')}</table:table-row><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet>`;
  const shown = await view(
    'application/vnd.oasis.opendocument.spreadsheet',
    packed({ 'content.xml': content }),
  );
  assert.deepEqual(shown, {
    kind: 'sheets',
    sheets: [{ name: 'T', hidden: false, rows: [['a', 'b', 'b']], truncated: false }],
  });
  const page =
    '<draw:page><text:p>Titre</text:p><presentation:notes><text:p>note</text:p></presentation:notes></draw:page>';
  const slides = await view(
    'application/vnd.oasis.opendocument.presentation',
    packed({ 'content.xml': page }),
  );
  assert.deepEqual(slides, { kind: 'slides', slides: [{ text: 'Titre', notes: 'note' }] });
});

test('CSV with either separator, quotation marks and line ends inside', async () => {
  const csv = 'nom;note\n"Dupont; Anne";"dit ""oui""\net non"\n;3';
  const shown = await view('text/csv', Buffer.from(csv));
  assert.deepEqual(shown.kind === 'sheets' && shown.sheets[0]?.rows, [
    ['nom', 'note'],
    ['Dupont; Anne', 'dit "oui"\net non'],
    ['', '3'],
  ]);
});

test('pages of a PDF; a table drawn up to the last cell of Excel; what is damaged or unknown', async () => {
  const pdf = await view('application/pdf', makePdf({ objects: onePage('Bonjour') }));
  assert.deepEqual(pdf, { kind: 'pages', pages: ['Bonjour'] });
  const far = packed({
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  });
  const shown = await view(`${OOXML}spreadsheetml.sheet`, far);
  assert.deepEqual(shown.kind === 'sheets' && shown.sheets[0], {
    name: '',
    hidden: false,
    rows: [],
    truncated: true,
  });
  for (const type of [
    'application/pdf',
    'application/vnd.ms-excel',
    `${OOXML}presentationml.presentation`,
    'x/y',
  ])
    assert.deepEqual(await view(type, Buffer.from('junk')), { kind: 'text' }, type);
});
