import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, OOXML, packed, told } from './testing/told.ts';

test('RTF, HTML, EPUB', () => {
  const rtf =
    "{\\rtf1\\ansi\\ansicpg1251\\deflang1049{\\info{\\author \\u1056?oman}{\\operator \\'d0\\'ee\\'f8\\'ea\\'e0}{\\creatim\\yr2017\\mo5\\dy5\\hr9\\min7}}{\\*\\generator Riched20 6.3;}{\\*\\rsidtbl \\rsid255}x}";
  const { lines, clocks } = told('application/rtf', rtf);
  has(
    lines,
    'author=Рoman @ RTF \\info \\author',
    'last-author=Рошка @ RTF \\info \\operator',
    'application=Riched20 6.3 @ RTF \\generator',
    'rsids=000000FF @ RTF \\rsidtbl',
    'language=ru-RU @ RTF \\deflang',
  );
  has(clocks, '2017-05-05T09:07:00 minute local @ RTF \\info \\creatim');
  const html =
    '<html lang="fr"><meta name="Generator" content="Word 15"><!-- saved from url=(0014)http://x.org/ --><o:Author>Ann</o:Author>';
  has(
    told('text/html', html).lines,
    'application=Word 15 @ HTML meta generator',
    'author=Ann @ HTML o:Author',
    'saved-from=http://x.org/ @ HTML comment',
    'language=fr @ HTML lang',
  );
  const epub = packed({
    'a.opf':
      '<package><metadata><dc:creator>Zo</dc:creator><meta property="dcterms:modified">2017-05-05T00:00:00Z</meta></metadata></package>',
  });
  has(told('application/epub+zip', epub).lines, 'author=Zo @ a.opf dc:creator');
});

test('what Word, RTF and OpenDocument would fetch or start is a finding', () => {
  const docx = told(
    `${OOXML}wordprocessingml.document`,
    packed({
      'word/document.xml':
        '<w:document><w:r><w:instrText> DDEAU</w:instrText></w:r><w:r><w:instrText>TO c:\\\\cmd.exe &quot;/k&quot;</w:instrText></w:r></w:document>',
      'word/header1.xml':
        '<w:hdr><w:fldSimple w:instr="INCLUDETEXT &quot;http://a.example/x&quot;"/></w:hdr>',
    }),
  );
  assert.deepEqual(docx.findings.map(({ code }) => code).sort(), ['dde-field', 'external-link']);
  const rtf = told(
    'application/rtf',
    '{\\rtf1{\\*\\template http://a.example/t.dotm}{\\field{\\*\\fldinst INCLUDEPICTURE "http://b.example/p.png"}}{\\field{\\*\\fldinst DDEAUTO "cmd" "/c calc"}}{\\field{\\*\\fldinst HYPERLINK "http://c.example"}}}',
  );
  assert.deepEqual(
    rtf.findings.map(({ code }) => code),
    ['remote-template', 'external-link', 'dde-field'],
  );
  const odt = told(
    'application/vnd.oasis.opendocument.text',
    packed({
      'meta.xml':
        '<office:meta><meta:template xlink:href="http://a.example/t.ott" xlink:title="t"/></office:meta>',
      'content.xml':
        '<office:body><draw:image xlink:href="https://b.example/p.png"/><draw:image xlink:href="Pictures/1.png"/><text:a xlink:href="http://c.example">c</text:a><script:event-listener/></office:body>',
    }),
  );
  assert.deepEqual(
    odt.findings.map(({ code }) => code),
    ['remote-template', 'external-link', 'macros'],
  );
});
