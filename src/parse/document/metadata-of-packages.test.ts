import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { has, OOXML, packed, told } from './testing/told.ts';

test('Word: properties, rsids, people, changes, paths, templates', () => {
  const { lines, clocks, findings } = told(
    `${OOXML}wordprocessingml.document`,
    packed({
      'docProps/core.xml':
        '<cp:coreProperties><dc:creator>Ren&#233;</dc:creator><cp:lastModifiedBy>Рошка</cp:lastModifiedBy>' +
        '<dcterms:modified xsi:type="x">2017-05-05T08:00:00Z</dcterms:modified></cp:coreProperties>',
      'docProps/app.xml':
        '<Properties><Application>Microsoft Office Word</Application><Company>Acme</Company></Properties>',
      'docProps/custom.xml':
        '<Properties><property name="Case"><vt:lpwstr>7</vt:lpwstr></property></Properties>',
      'word/settings.xml':
        '<w:settings><w:rsids><w:rsidRoot w:val="00A1"/><w:rsid w:val="00A1"/><w:rsid w:val="00B2"/></w:rsids><w:themeFontLang w:val="ru-RU"/></w:settings>',
      'word/people.xml':
        '<w15:people><w15:person w15:author="Ann"><w15:presenceInfo w15:userId="S::ann@x.org"/></w15:person></w15:people>',
      'word/comments.xml':
        '<w:comments><w:comment w:author="Bob" w:date="2017-05-01T10:00:00Z"/></w:comments>',
      'word/document.xml':
        '<w:document><w:ins w:id="1" w:author="Eve" w:date="2017-05-02T10:00:00Z"/><wp:docPr descr="C:\\Users\\eve\\x.png"/></w:document>',
      'word/_rels/settings.xml.rels':
        '<Relationships><Relationship Type="http://x/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      'word/vbaProject.bin': 'x',
    }),
  );
  has(
    lines,
    'author=René @ docProps/core.xml dc:creator',
    'last-author=Рошка @ docProps/core.xml cp:lastModifiedBy',
    'company=Acme @ docProps/app.xml Company',
    'custom:Case=7 @ docProps/custom.xml property Case',
    'rsid-root=00A1 @ word/settings.xml w:rsidRoot',
    'rsids=00A1 00B2 @ word/settings.xml w:rsids',
    'language=ru-RU @ word/settings.xml w:themeFontLang val',
    'person=Ann @ word/people.xml person',
    'account=S::ann@x.org @ word/people.xml presenceInfo userId',
    'comment-author=Bob @ word/comments.xml comment author',
    'change-author=Eve @ word/document.xml w:ins',
    'path=C:\\Users\\eve\\x.png @ word/document.xml descr',
    'template-path=https://evil.example/t.dotm @ word/_rels/settings.xml.rels attachedTemplate',
  );
  has(clocks, '2017-05-05T08:00:00Z second UTC @ docProps/core.xml dcterms:modified');
  assert.deepEqual(findings.map(({ code }) => code).sort(), ['macros', 'remote-template']);
});

test('a program that tells its name alone has no build to be told with dashes', () => {
  const bytes = writeZip([
    { name: 'xl/workbook.xml', content: '<workbook><fileVersion appName="Calc"/></workbook>' },
  ]);
  const { lines } = told(`${OOXML}spreadsheetml.sheet`, bytes);
  has(lines, 'application-build=Calc @ xl/workbook.xml fileVersion');
});

test('workbooks: folder, build, printer, links; slides and OpenDocument', () => {
  const printer = Buffer.alloc(80);
  printer.write('\\\\srv\\HP 4', 0, 'utf16le');
  const workbook = writeZip([
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook><fileVersion appName="xl" lastEdited="5" rupBuild="9303"/><x15ac:absPath url="C:\\Users\\ann\\"/><sheets><sheet name="Hid" state="hidden"/></sheets></workbook>',
    },
    { name: 'xl/printerSettings/printerSettings1.bin', content: printer },
    { name: 'xl/embeddings/oleObject1.bin', content: 'abc' },
  ]);
  const { lines, embedded, findings } = told(`${OOXML}spreadsheetml.sheet`, workbook);
  has(
    lines,
    'application-build=xl 5 - 9303 @ xl/workbook.xml fileVersion',
    'path=C:\\Users\\ann\\ @ xl/workbook.xml x15ac:absPath',
    'printer=\\\\srv\\HP 4 @ xl/printerSettings/printerSettings1.bin',
  );
  assert.deepEqual(
    embedded.map(({ name }) => name),
    ['oleObject1.bin'],
  );
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['hidden-sheet'],
  );
  const odt = told(
    'application/vnd.oasis.opendocument.text',
    packed({
      'meta.xml':
        '<m><meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator><dc:date>2017-05-05T10:00:00.5</dc:date><meta:generator>LibreOffice/5</meta:generator></m>',
      'settings.xml': '<s><config:config-item config:name="PrinterName">HP</config:config-item></s>',
      'content.xml': '<c><office:annotation><dc:creator>C</dc:creator></office:annotation></c>',
    }),
  );
  has(
    odt.lines,
    'author=A @ meta.xml initial-creator',
    'last-author=B @ meta.xml creator',
    'printer=HP @ settings.xml PrinterName',
    'comment-author=C @ content.xml annotation',
  );
  has(odt.clocks, '2017-05-05T10:00:00.5 fraction local @ meta.xml date');
});
