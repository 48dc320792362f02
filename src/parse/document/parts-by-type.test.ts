import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS, type Defect } from '../../model/index.ts';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { detectBytes } from '../detect/index.ts';
import { documentText } from './document.ts';
import { record, wordStreams } from './testing/ole-streams.ts';
import { has, OOXML, packed, told } from './testing/told.ts';

const WORD = `${OOXML}wordprocessingml.document`;
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const codes = (findings: readonly Defect[]) => findings.map(({ code, detail }) => `${code}: ${detail}`);

test('parts are found by their type where their names are unusual', () => {
  const bytes = packed({
    '[Content_Types].xml':
      '<Types><Override PartName="/w/trial.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
      '<Override PartName="/w/feet.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>' +
      '<Override PartName="/p/who.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      '<Default Extension="dat" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    'w/trial.xml': '<w:document><w:p><w:r><w:t>Le corps</w:t></w:r></w:p></w:document>',
    'w/feet.xml': '<w:footnotes><w:p><w:r><w:t>La note</w:t></w:r></w:p></w:footnotes>',
    'p/who.xml': '<c><dc:creator>Zoé</dc:creator><dc:description>a_x000d_b</dc:description></c>',
    'w/x.dat': 'x',
    'w/_rels/trial.xml.rels':
      `<Relationships><Relationship Type="${REL}/package" Target="../other/budget.bin"/>` +
      '<Relationship Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="y.bin"/></Relationships>',
    'other/budget.bin': 'a workbook',
  });
  assert.equal(detectBytes(bytes, 'a.docx').type, WORD);
  assert.equal(documentText(WORD, bytes, DEFAULT_LIMITS).text, 'Le corps\n\nLa note');
  const { lines, embedded, findings } = told(WORD, bytes);
  has(lines, 'author=Zoé @ p/who.xml dc:creator', 'description=a\rb @ p/who.xml dc:description');
  assert.deepEqual(
    embedded.map(({ name }) => name),
    ['budget.bin'],
  );
  assert.deepEqual(codes(findings), ['macros: w/y.bin', 'macros: w/x.dat']);
});

test('names of parts in other capitals, with the strokes of Windows', () => {
  const bytes = packed({
    '[content_types].xml': '<Types/>',
    'xl\\workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    'xl\\_rels\\workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl\\sharedstrings.xml': '<sst><si><t>mot</t></si></sst>',
    'xl\\worksheets\\sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
  });
  const { type, mismatch } = detectBytes(bytes, 'a.xlsx');
  assert.deepEqual([type, mismatch], [`${OOXML}spreadsheetml.sheet`, null]);
  assert.equal(documentText(type, bytes, DEFAULT_LIMITS).text, 'S\n\nmot');
});

test('OpenDocument zipped anew is what its mimetype says, wherever that stands; its manifest says it too', () => {
  const content = { name: 'content.xml', content: '<c/>' };
  const manifest = {
    name: 'META-INF/manifest.xml',
    content:
      '<m><f manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></m>',
  };
  const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.presentation' };
  const type = (file: Buffer, name: string) => {
    const found = detectBytes(file, name);
    return [found.type.slice('application/vnd.oasis.opendocument.'.length), found.mismatch];
  };
  assert.deepEqual(type(writeZip([content, manifest, mimetype]), 'a.odp'), ['presentation', null]);
  assert.deepEqual(type(writeZip([content, manifest]), 'a.odt'), ['text', null]);
  assert.match(type(writeZip([content, manifest]), 'a.ods')[1] ?? '', /\.ods, the content is .*\.text/);
});

test('workbooks that ask a program, the web or a data base; slides that start one', () => {
  const workbook = told(
    `${OOXML}spreadsheetml.sheet`,
    packed({
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
      'xl/connections.xml':
        '<connections><connection sourceFile="C:\\Compta\\b.mdb"><dbPr connection="Data Source=SRV;User ID=sa"/></connection>' +
        '<connection><webPr url="http://x.example/d"/></connection></connections>',
    }),
  );
  assert.deepEqual(codes(workbook.findings), [
    'dde-field: cmd|/c calc (xl/externalLinks/externalLink1.xml)',
    'external-link: http://x.example/d (xl/connections.xml)',
  ]);
  has(
    workbook.lines,
    'linked-path=C:\\Compta\\b.mdb @ xl/connections.xml connection sourceFile',
    'connection=Data Source=SRV;User ID=sa @ xl/connections.xml dbPr',
  );
  const slides = told(
    `${OOXML}presentationml.presentation`,
    packed({
      'ppt/slides/slide1.xml': '<p:sld><a:hlinkClick r:id="r2" action="ppaction://program"/></p:sld>',
    }),
  );
  assert.deepEqual(codes(slides.findings), ['launch-action: ppaction://program (ppt/slides/slide1.xml)']);
});

test('DDE and remote sources of workbooks and letters of 97', () => {
  const book = (path: string) =>
    record(0x1ae, Buffer.concat([Buffer.from([0, 0, path.length, 0, 0]), Buffer.from(path, 'latin1')]));
  const stream = Buffer.concat([
    record(0x809, Buffer.from([0, 6, 5, 0])),
    book('cmd\x03/c calc'),
    book('Word.Document.8\x03\\\\srv\\a\\b.doc'),
  ]);
  const excel = told('application/vnd.ms-excel', writeCfb([{ name: 'Workbook', bytes: stream }]));
  assert.deepEqual(codes(excel.findings), [
    'dde-field: cmd|/c calc (SupBook)',
    'external-object: \\\\srv\\a\\b.doc (SupBook)',
  ]);
  const { main, table } = wordStreams('a \x13 DDEAUTO cmd "/k calc" \x14shown\x15 \x13 PAGE \x14 1\x15', []);
  const word = told(
    'application/msword',
    writeCfb([
      { name: 'WordDocument', bytes: main },
      { name: '1Table', bytes: table },
    ]),
  );
  assert.deepEqual(codes(word.findings), ['dde-field: DDEAUTO cmd /k calc (WordDocument field)']);
});
