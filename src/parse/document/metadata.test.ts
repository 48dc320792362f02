import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { chunk } from '../ocr/testing/scan.ts';
import { documentText } from './document.ts';
import { documentMetadata } from './metadata.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };

function told(type: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const found = documentMetadata(type, bytes, OPTIONS);
  const lines = found.metadata.map(({ field, value, where }) => `${field}=${value} @ ${where}`);
  const clocks = found.clocks.map(
    ({ source, time, precision, zone }) => `${time} ${precision} ${zone} @ ${source}`,
  );
  return { ...found, lines, clocks };
}

function has(lines: readonly string[], ...wanted: readonly string[]): void {
  for (const line of wanted) assert.ok(lines.includes(line), `${line}\nnot in\n${lines.join('\n')}`);
}

const packed = (parts: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: text })));

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

/** A property set with one section: texts and one FILETIME. */
function propertySet(format: string, codePage: number, values: ReadonlyMap<number, string | bigint>): Buffer {
  const properties = [...values].map(([id, value]) => {
    const body = Buffer.alloc(typeof value === 'bigint' ? 12 : 8 + value.length + 4);
    body.writeUInt32LE(typeof value === 'bigint' ? 0x40 : 0x1e, 0);
    if (typeof value === 'bigint') body.writeBigUInt64LE(value, 4);
    else {
      body.writeUInt32LE(value.length + 1, 4);
      body.write(value, 8, 'latin1');
    }
    return { id, body };
  });
  const page = Buffer.from([2, 0, 0, 0, codePage & 255, codePage >> 8, 0, 0]);
  const all = [{ id: 1, body: page }, ...properties];
  const head = Buffer.alloc(8 + all.length * 8);
  head.writeUInt32LE(all.length, 4);
  let at = head.length;
  for (const [index, { id, body }] of all.entries()) {
    head.writeUInt32LE(id, 8 + index * 8);
    head.writeUInt32LE(at, 12 + index * 8);
    at += body.length;
  }
  const start = Buffer.alloc(48);
  start.writeUInt16LE(0xfffe, 0);
  start.writeUInt32LE(1, 24);
  start.write(format, 28, 'hex');
  start.writeUInt32LE(48, 44);
  return Buffer.concat([start, head, ...all.map(({ body }) => body)]);
}

/** A WordDocument stream with one piece of 8-bit text, and its table stream. */
function wordStreams(text: string, savedBy: readonly string[]): { main: Buffer; table: Buffer } {
  const main = Buffer.alloc(0x400 + text.length);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(193, 2);
  main.writeUInt16LE(1049, 6);
  main.writeUInt16LE(0x200, 10);
  main.write(text, 0x400, 'latin1');
  const clx = Buffer.alloc(5 + 16);
  clx[0] = 2;
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(text.length, 9);
  clx.writeUInt32LE((0x400 * 2) | 0x40000000, 15);
  const names = savedBy.map((name) => {
    const body = Buffer.alloc(2 + name.length * 2);
    body.writeUInt16LE(name.length, 0);
    body.write(name, 2, 'utf16le');
    return body;
  });
  const saved = Buffer.concat([Buffer.from([0xff, 0xff, savedBy.length, 0, 0, 0]), ...names]);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(clx.length, 0x1a6);
  main.writeUInt32LE(clx.length, 0x2d2);
  main.writeUInt32LE(saved.length, 0x2d6);
  return { main, table: Buffer.concat([clx, saved]) };
}

test('a Word 97 document: text, summary, saved-by list, packages', () => {
  const { main, table } = wordStreams('D\xe9j\xe0\rvu', ['roshka', 'C:\\secret\\a.doc']);
  const summary = propertySet(
    'e0859ff2f94f6810ab9108002b27b3d9',
    1251,
    new Map<number, string | bigint>([
      [8, '\xd0\xee\xf8\xea\xe0'],
      [13, (BigInt(Date.UTC(2017, 4, 5, 12)) + 11_644_473_600_000n) * 10_000n],
    ]),
  );
  const label = Buffer.from('a.txt\0C:\\dropped\\a.txt\0', 'latin1');
  const native = Buffer.concat([
    Buffer.from([0, 0, 0, 0, 2, 0]),
    label,
    Buffer.from([0, 0, 3, 0, 6, 0, 0, 0]),
    Buffer.from('C:\\t\0\0'),
    Buffer.from([3, 0, 0, 0]),
    Buffer.from('abc'),
  ]);
  const file = writeCfb([
    { name: 'WordDocument', bytes: main },
    { name: '1Table', bytes: table },
    { name: '\u0005SummaryInformation', bytes: summary },
    {
      name: 'ObjectPool',
      children: [{ name: '_1', children: [{ name: '\u0001Ole10Native', bytes: native }] }],
    },
  ]);
  assert.equal(documentText('application/msword', file, DEFAULT_LIMITS).text, 'Déjà\nvu');
  const { lines, clocks, embedded } = told('application/msword', file);
  has(
    lines,
    'last-author=Рошка @ SummaryInformation property 8',
    'code-page=1251 @ SummaryInformation property 1',
    'saved-by=roshka @ table stream SttbSavedBy 1 of 1',
    'path=C:\\secret\\a.doc @ table stream SttbSavedBy 1 of 1',
    'language=ru-RU @ WordDocument Fib lid',
    'path=C:\\dropped\\a.txt @ Ole10Native, ObjectPool/_1',
  );
  has(clocks, '2017-05-05T12:00:00.000Z 100ns UTC @ SummaryInformation property 13');
  assert.deepEqual(
    embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['a.txt', 'abc']],
  );
});

const record = (type: number, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const narrow = (text: string) =>
  Buffer.concat([Buffer.from([text.length, 0, 0]), Buffer.from(text, 'latin1')]);

test('a BIFF8 workbook: a string broken over two records, numbers, who opened it', () => {
  const strings = Buffer.concat([
    Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]),
    Buffer.from([6, 0, 0]),
    Buffer.from('abc'),
  ]);
  const stream = Buffer.concat([
    record(0x809, Buffer.from([0, 6, 5, 0])),
    record(0x5c, narrow('roshka  ')),
    record(0x42, Buffer.from([0xb0, 4])),
    record(0x8c, Buffer.from([7, 0, 33, 0])),
    record(0x85, Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 2, 0]), Buffer.from('S1')])),
    record(0xfc, strings),
    record(0x3c, Buffer.concat([Buffer.from([1]), Buffer.from('déf', 'utf16le')])),
    record(0xfd, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    record(0x27e, Buffer.from([0, 0, 1, 0, 0, 0, (5 << 2) | 2, 0, 0, 0])),
  ]);
  const file = writeCfb([{ name: 'Workbook', bytes: stream }]);
  assert.equal(documentText('application/vnd.ms-excel', file, DEFAULT_LIMITS).text, 'S1\n\nabcdéf\t5');
  has(
    told('application/vnd.ms-excel', file).lines,
    'write-access=roshka @ Workbook WriteAccess record',
    'code-page=1200 @ Workbook CodePage record',
    'application-country=RU @ Workbook Country record, of Excel',
    'system-country=FR @ Workbook Country record, of Windows',
  );
  const locked = writeCfb([{ name: 'Workbook', bytes: record(0x2f, Buffer.alloc(6)) }]);
  assert.equal(documentText('application/vnd.ms-excel', locked, DEFAULT_LIMITS).failure?.code, 'encrypted');
});

test('a PowerPoint 97 file: text of slides, user', () => {
  const atom = (type: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0, 0, type & 255, type >> 8, body.length, 0, 0, 0]), body]);
  const inner = Buffer.concat([
    atom(0xfa8, Buffer.from('One\rtwo')),
    atom(0xfa0, Buffer.from('Три', 'utf16le')),
  ]);
  const slide = Buffer.concat([Buffer.from([15, 0, 0xee, 3, inner.length, 0, 0, 0]), inner]);
  const user = Buffer.concat([
    Buffer.alloc(20),
    Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from('ann\0\0\0\0'),
    Buffer.from('ann', 'utf16le'),
  ]);
  const file = writeCfb([
    { name: 'PowerPoint Document', bytes: slide },
    { name: 'Current User', bytes: user },
  ]);
  const type = 'application/vnd.ms-powerpoint';
  assert.equal(documentText(type, file, DEFAULT_LIMITS).text, 'One\ntwo\nТри');
  has(told(type, file).lines, 'last-user=ann @ Current User stream');
});

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

/** A TIFF structure of one directory: tag, type, value in place or behind. */
function tiff(
  entries: readonly (readonly [tag: number, type: number, count: number, body: Buffer])[],
): Buffer {
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  const behind: Buffer[] = [];
  let at = head.length;
  for (const [index, [tag, type, count, body]] of entries.entries()) {
    const entry = 10 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (body.length <= 4) body.copy(head, entry + 8);
    else {
      head.writeUInt32LE(at, entry + 8);
      behind.push(body);
      at += body.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}

test('images: EXIF in JPEG, PNG and WebP, comments, damaged directories', () => {
  const make = Buffer.from('Canon EOS\0');
  const date = Buffer.from('2017:05:05 10:00:00\0');
  const exif = tiff([
    [0x0110, 2, make.length, make],
    [0x0132, 2, date.length, date],
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), exif]);
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2]),
    body,
    Buffer.from([0xff, 0xda]),
  ]);
  const { lines, clocks } = told('image/jpeg', jpeg);
  has(lines, 'camera-model=Canon EOS @ EXIF, APP1 at byte 2 IFD0 tag 0x0110');
  has(clocks, '2017-05-05T10:00:00 second local @ EXIF, APP1 at byte 2 IFD0 tag 0x0132');
  const chunk = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length, 0);
    head.write(type, 4);
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('tEXt', Buffer.from('Software\0Paint')),
    chunk('eXIf', exif),
  ]);
  has(told('image/png', png).lines, 'application=Paint @ tEXt at byte 8 Software');
  const circle = tiff([[0x8769, 4, 1, Buffer.from([8, 0, 0, 0])]]);
  assert.deepEqual(told('image/tiff', circle).lines, []);
});

test('mutated files of every kind never throw', () => {
  const { main, table } = wordStreams('hello', ['a', 'b']);
  const samples: readonly (readonly [string, Uint8Array])[] = [
    [
      'application/msword',
      writeCfb([
        { name: 'WordDocument', bytes: main },
        { name: '1Table', bytes: table },
      ]),
    ],
    [
      'application/vnd.ms-excel',
      writeCfb([
        {
          name: 'Workbook',
          bytes: Buffer.concat([
            record(0x809, Buffer.from([0, 6])),
            record(0xfc, Buffer.alloc(40, 3)),
            record(0x1ae, Buffer.alloc(20, 2)),
            record(0xbd, Buffer.alloc(20, 2)),
          ]),
        },
      ]),
    ],
    [
      'application/rtf',
      Buffer.from('{\\rtf1{\\info{\\author x}{\\creatim\\yr2017\\mo5\\dy5}}{\\*\\revtbl{a;}}}'),
    ],
    [
      'image/tiff',
      tiff([
        [0x0110, 2, 4, Buffer.from('abc\0')],
        [0x8825, 4, 1, Buffer.from([8, 0, 0, 0])],
      ]),
    ],
    [
      'image/heic',
      Buffer.concat([
        Buffer.from([0, 0, 0, 12]),
        Buffer.from('ftypheic'),
        Buffer.from([0, 0, 0, 60]),
        Buffer.from('meta'),
        Buffer.alloc(4),
        Buffer.from([0, 0, 0, 30]),
        Buffer.from('iloc'),
        Buffer.alloc(40, 1),
      ]),
    ],
    [
      `${OOXML}wordprocessingml.document`,
      packed({ 'docProps/core.xml': '<a><dc:creator>x</dc:creator></a>' }),
    ],
  ];
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 3000; round++) {
    const [type, sample] = samples[round % samples.length] ?? ['text/html', Buffer.alloc(0)];
    const bytes = Buffer.from(sample);
    for (let i = 0; i <= random(8); i++) bytes[random(bytes.length)] = random(256);
    const cut = bytes.subarray(0, random(4) === 0 ? random(bytes.length + 1) : bytes.length);
    const { failure } = documentMetadata(type, cut, OPTIONS);
    assert.notEqual(failure?.code, 'crashed', `${type}: ${failure?.detail}`);
    assert.notEqual(documentText(type, cut, DEFAULT_LIMITS).failure?.code, 'crashed');
  }
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

test('raw profiles in PNG, as ImageMagick and as ExifTool write them', () => {
  const iptc = '1c025000045061756c';
  for (const head of ['\niptc\n       9\n', '\nIPTC profile\n       9\n']) {
    const body = Buffer.concat([
      Buffer.from('Raw profile type iptc\0\0', 'latin1'),
      deflateSync(Buffer.from(`${head}${iptc}\n`)),
    ]);
    const png = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
      chunk('zTXt', body),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const { metadata } = documentMetadata('image/png', png, { passwords: [], limits: DEFAULT_LIMITS });
    assert.deepEqual(
      metadata.map(({ field, value }) => [field, value]),
      [['author', 'Paul']],
    );
  }
});

test('the packet in a GIF ends where the bytes for old readers begin, and keeps its accents', () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Tool é"/></rdf:RDF></x:xmpmeta>';
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);
  const gif = Buffer.concat([
    Buffer.from('GIF89a\0\0\0\0\0\0\0!\xff\x0bXMP DataXMP', 'latin1'),
    Buffer.from(xmp),
    trailer,
  ]);
  has(told('image/gif', gif).lines, 'application=Tool é @ XMP, application block at byte 16 CreatorTool');
});
