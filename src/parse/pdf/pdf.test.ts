import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { randomNumbers } from '../../model/testing/random-numbers.ts';
import { Collector } from '../metadata/collector.ts';
import { readPdf } from './pdf.ts';
import { makePdf, onePage } from './testing/make-pdf.ts';

const INFO = "<</Author (Ren\\351) /Producer <feff0041> /CreationDate (D:20170424100000+02'00')>>";

async function read(bytes: Uint8Array, passwords: readonly string[] = []) {
  const out = new Collector(1e8);
  const content = await readPdf(bytes, { passwords, limits: DEFAULT_LIMITS }, out);
  const values = (field: string) =>
    out.metadata.filter((each) => each.field === field).map(({ value }) => value);
  return { ...content, out, values };
}

test('text, Info, identifiers and language, each with its place', async () => {
  const objects = [...onePage('Hello PDF', '/Lang (fr-FR)'), INFO];
  const bytes = makePdf({ objects, trailer: '/Info 6 0 R /ID [<aa01> <bb02>]' });
  const pdf = await read(bytes);
  assert.equal(pdf.text, 'Hello PDF');
  assert.equal(pdf.pages, 1);
  assert.deepEqual(pdf.values('author'), ['René']);
  assert.deepEqual(pdf.values('producer'), ['A']);
  assert.deepEqual([...pdf.values('document-id'), ...pdf.values('instance-id')], ['aa01', 'bb02']);
  assert.deepEqual(pdf.values('language'), ['fr-FR']);
  const at = bytes.indexOf('6 0 obj');
  const source = `Info, object 6 at byte ${at} /CreationDate`;
  assert.deepEqual(pdf.out.clocks, [
    { source, time: '2017-04-24T08:00:00Z', precision: 'second', zone: '+02:00' },
  ]);
});

test('what an update replaced is still told, and the earlier file comes out whole', async () => {
  const first = makePdf({ objects: [...onePage('Hello'), INFO], trailer: '/Info 6 0 R' });
  const second = makePdf({ objects: ['<</Author (Somebody else)>>'], trailer: '/Info 6 0 R' }, first, 6);
  const pdf = await read(second);
  assert.deepEqual(pdf.values('author'), ['René', 'Somebody else']);
  assert.match(
    pdf.out.metadata.find(({ value }) => value === 'René')?.where ?? '',
    /^Info, earlier object 6/,
  );
  assert.deepEqual(pdf.values('revisions'), ['2']);
  assert.deepEqual(
    pdf.out.embedded.map(({ name }) => name),
    ['revision-1.pdf'],
  );
  assert.deepEqual(Buffer.from(pdf.out.embedded[0]?.bytes ?? []), first);
});

test('object streams, XMP and embedded files', async () => {
  const packed = deflateSync(
    Buffer.from('6 0 7 24 <</Author (Packed)>>    <</Type/Filespec /F (a/b.txt) /EF <</F 8 0 R>>>>'),
  );
  const stream = (dictionary: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(`<<${dictionary} /Length ${bytes.length}>>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]);
  const xmp =
    '<x:xmpmeta><rdf:RDF><rdf:Description xmp:CreatorTool="Tool 1"><dc:creator><rdf:Seq><rdf:li>Anne</rdf:li></rdf:Seq></dc:creator>' +
    '<xmp:ModifyDate>2017-05-05T20:00:00+03:00</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>';
  const objects = [
    ...onePage('Hello', '/Metadata 9 0 R'),
    'null',
    'null',
    stream('/Type/EmbeddedFile /Filter/ASCIIHexDecode', Buffer.from('68656c6c6f>')),
    stream('/Type/Metadata /Subtype/XML', Buffer.from(xmp)),
    stream('/Type/ObjStm /N 2 /First 9 /Filter/FlateDecode', packed),
  ];
  const pdf = await read(makePdf({ objects, trailer: '/Info 6 0 R' }));
  assert.deepEqual(pdf.values('author'), ['Packed', 'Anne']);
  assert.deepEqual(pdf.values('application'), ['Tool 1']);
  assert.equal(pdf.out.clocks[0]?.time, '2017-05-05T17:00:00Z');
  assert.deepEqual(
    pdf.out.embedded.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    [['b.txt', 'hello']],
  );
});

test('scripts, launches and links are told and not followed', async () => {
  const objects = [
    ...onePage('Hello', '/OpenAction 6 0 R', '/Annots [7 0 R]'),
    '<</S/JavaScript /JS (app.alert\\(1\\))>>',
    '<</Type/Annot /Subtype/Link /Rect [0 0 9 9] /A <</S/URI /URI (http://example.org/x)>> /AA <</E <</S/Launch /F (cmd.exe)>>>>>>',
  ];
  const { out } = await read(makePdf({ objects }));
  assert.deepEqual(out.findings.map(({ code }) => code).sort(), [
    'external-link',
    'javascript',
    'launch-action',
    'open-action',
  ]);
  assert.match(out.findings.find(({ code }) => code === 'javascript')?.detail ?? '', /^app\.alert\(1\)/);
});

test('fields and notes are words of the document, with their authors', async () => {
  const objects = [
    ...onePage('Hello', '', '/Annots [6 0 R 7 0 R]'),
    '<</Type/Annot /Subtype/Text /Rect [0 0 9 9] /T (Reviewer) /Contents (too dear) /M (D:20170424)>>',
    '<</Type/Annot /Subtype/Widget /FT/Tx /T (iban) /Rect [0 0 9 9] /V (FR76)>>',
  ];
  const pdf = await read(makePdf({ objects }));
  assert.match(pdf.text, /Hello\s+too dear\nFR76/);
  assert.deepEqual(pdf.values('comment-author'), ['Reviewer']);
});

test('a file without its tables, or cut in the middle, is read as far as it goes', async () => {
  const whole = makePdf({ objects: [...onePage('Hello PDF'), INFO], trailer: '/Info 6 0 R' });
  const cut = await read(whole.subarray(0, whole.indexOf('xref')));
  assert.equal(cut.text, 'Hello PDF');
  assert.deepEqual(
    cut.defects.map(({ code }) => code),
    ['pdf-trailer-missing'],
  );
  assert.equal((await read(Buffer.from('%PDF-1.4\n'))).failure?.code, 'malformed');
  const unversioned = await read(
    Buffer.from(whole.toString('latin1').replace('%PDF-1.4', '%PDF-   '), 'latin1'),
  );
  assert.equal(unversioned.text, 'Hello PDF');
});

test('bombs and mutated files neither throw nor expand', async () => {
  const bomb = deflateSync(Buffer.alloc(40 * 2 ** 20));
  const body = Buffer.concat([
    Buffer.from(`<</Type/ObjStm /N 1 /First 4 /Filter/FlateDecode /Length ${bomb.length}>>\nstream\n`),
    bomb,
    Buffer.from('\nendstream'),
  ]);
  const limits = { ...DEFAULT_LIMITS, itemBytes: 2 ** 20 };
  const out = new Collector(1e6);
  const options = { passwords: [], limits };
  const { defects } = await readPdf(makePdf({ objects: [...onePage('x'), body] }), options, out);
  assert.deepEqual(
    defects.map(({ code }) => code),
    ['pdf-stream-bomb'],
  );
  const random = randomNumbers(7);
  const sample = makePdf({ objects: [...onePage('Hello'), INFO], trailer: '/Info 6 0 R' });
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(sample);
    for (let i = 0; i <= random(12); i++) bytes[random(bytes.length)] = random(256);
    await readPdf(bytes.subarray(0, random(bytes.length + 1)), options, new Collector(1e6));
  }
});

test('files made to keep a reader busy are read once', async () => {
  const options = { passwords: [], limits: DEFAULT_LIMITS };
  const start = '%PDF-1.4\n';
  for (const part of [
    '1 0 obj (',
    '1 0 obj <</A ',
    '1 0 obj [ ',
    '1 0 obj <<>> stream\n',
    'trailer<<',
    '%%EOF ',
  ]) {
    const bytes = Buffer.from(start + part.repeat(10_000));
    assert.equal((await readPdf(bytes, options, new Collector(1e6))).failure?.code, 'malformed', part);
  }
});

test('of a file that stays closed no text in cipher is told', async () => {
  const link = '<</Type/Action /S/URI /URI (\\317\\366 cipher)>>';
  const encrypt = `<</Filter/Standard /V 2 /R 3 /Length 128 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}>>>`;
  const objects = [
    ...onePage('Hello', '/Lang (\\252cipher)'),
    '<</Author (\\252\\135cipher)>>',
    encrypt,
    link,
  ];
  const pdf = await read(makePdf({ objects, trailer: '/Info 6 0 R /Encrypt 7 0 R /ID [<aa01> <bb02>]' }));
  assert.equal(pdf.failure?.code, 'encrypted');
  assert.deepEqual(
    pdf.out.metadata.map(({ field }) => field),
    ['pdf-version', 'document-id', 'instance-id', 'font'],
  );
  const [finding, ...others] = pdf.out.findings;
  assert.match(finding?.detail ?? '', /^\(object 8 at byte \d+\)$/);
  assert.deepEqual(others, []);
});

test('a program named for Windows alone is told once; a way into another file on a server is a link', async () => {
  const launch = '<</S/Launch /Win <</F (cmd.exe) /P (/c calc)>>>>';
  const embedded = '<</S/GoToE /T <</R/C /N (a)>>>>';
  const elsewhere = '<</S/GoToE /F <</Type/Filespec /FS/URL /F (http://x.example/a.pdf)>>>>';
  const pdf = await read(makePdf({ objects: [...onePage('Hello'), launch, embedded, elsewhere] }));
  assert.deepEqual(
    pdf.out.findings.map(({ code, detail }) => `${code}: ${detail?.replace(/ \(.*/, '')}`),
    ['launch-action: cmd.exe', 'external-link: http://x.example/a.pdf'],
  );
});
