import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { writeZip } from '../archive/testing/zip-writer.ts';
import { writeCfb } from '../cfb/write-cfb.ts';
import { detectBytes } from '../detect/index.ts';
import { makePdf, onePage } from '../pdf/testing/make-pdf.ts';
import { readDocument } from './read.ts';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  Buffer.from('0000000d49484452000000320000003208020000009e', 'hex'),
  Buffer.alloc(60, 7),
]);
const EMF = Buffer.concat([
  Buffer.from('010000006c000000', 'hex'),
  Buffer.alloc(32),
  Buffer.from(' EMF'),
  Buffer.alloc(64),
]);

async function inside(type: string, bytes: Uint8Array, itemBytes = DEFAULT_LIMITS.itemBytes) {
  const read = await readDocument(type, bytes, {
    passwords: [],
    limits: { ...DEFAULT_LIMITS, itemBytes },
    embeddedBytes: itemBytes,
  });
  const files = read.embedded.map(
    (file) => `${file.name} ${detectBytes(file.bytes, file.name).type} ${file.bytes.length}`,
  );
  return { ...read, files };
}

const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('pictures, films and inserted texts of a docx are files in it, objects first; its own parts are not', async () => {
  const rels = `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/letter.html"/></Relationships>`;
  const { files, unopened, metadata } = await inside(
    OOXML,
    writeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/media/image1.png', content: PNG },
      { name: 'word/media/film.mp4', content: '....ftypisom....' },
      { name: 'word/media/_rels/image1.png.rels', content: '<Relationships/>' },
      { name: 'scans/page.JPG', content: JPEG, method: 0 },
      { name: 'word/document.xml', content: '<w:document/>' },
      { name: 'word/_rels/document.xml.rels', content: rels },
      { name: 'word/letter.html', content: '<html><p>inserted</p></html>' },
      { name: 'word/embeddings/note.bin', content: 'x' },
    ]),
  );
  assert.deepEqual(files, [
    'note.bin text/plain 1',
    'letter.html text/html 28',
    `image1.png image/png ${PNG.length}`,
    'film.mp4 video/mp4 16',
    `page.JPG image/jpeg ${JPEG.length}`,
  ]);
  assert.deepEqual(unopened, []);
  assert.deepEqual(metadata, [], 'what a picture says is told by the picture alone');
});

test('what cannot be taken out is named with the reason', async () => {
  const damaged = { name: 'word/media/b.png', content: PNG, packed: Buffer.from('no deflate stream') };
  const { files, unopened } = await inside(
    OOXML,
    writeZip([
      { name: 'word/media/a.png', content: PNG, method: 0 },
      damaged,
      { name: 'word/media/c.png', content: Buffer.concat([PNG, PNG]) },
    ]),
    PNG.length + 10,
  );
  assert.equal(files.length, 1);
  assert.deepEqual(
    unopened.map(({ name, failure }) => `${name} ${failure.code}`),
    ['b.png malformed', 'c.png malformed'],
  );
});

test('pictures of OpenDocument and EPUB, without the buttons of the program', async () => {
  const odt = writeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    { name: 'content.xml', content: '<office:document-content/>' },
    { name: 'Pictures/1000.png', content: PNG },
    { name: 'Configurations2/images/button.png', content: PNG },
    { name: 'ObjectReplacements/Object 1', content: EMF },
  ]);
  assert.deepEqual((await inside('application/vnd.oasis.opendocument.text', odt)).files, [
    `Object 1 image/emf ${EMF.length}`,
    `1000.png image/png ${PNG.length}`,
  ]);
  const epub = writeZip([
    { name: 'META-INF/container.xml', content: '<container/>' },
    { name: 'OEBPS/images/scan.jpg', content: JPEG },
  ]);
  assert.deepEqual((await inside('application/epub+zip', epub)).files, [
    `scan.jpg image/jpeg ${JPEG.length}`,
  ]);
});

test('pictures of a rich text: digits with words and groups before them, bytes as they are, each once', async () => {
  const pngDigits = PNG.toString('hex').replace(/(.{40})/g, '$1\r\n');
  const head = '\\picscalex100{\\*\\picprop{\\sp{\\sn a}{\\sv 00ff}}}\\picw10';
  const rtf = Buffer.concat([
    Buffer.from(`{\\rtf1 words {\\*\\shppict{\\pict${head}\\pngblip\\bliptag-12{\\*\\blipuid 00112233}`),
    Buffer.from(`${pngDigits}}}{\\nonshppict{\\pict\\wmetafile8 010009000003}}`),
    Buffer.from(`{\\pict\\pngblip ${PNG.toString('hex')}}{\\pict\\jpegblip\\bin${JPEG.length} `),
    JPEG,
    Buffer.from('}{\\pict\\pngblip}{\\picture}}'),
  ]);
  const { files, text } = await inside('application/rtf', rtf);
  assert.deepEqual(files, [
    `picture-1.png image/png ${PNG.length}`,
    `picture-2.jpg image/jpeg ${JPEG.length}`,
  ]);
  assert.match(text, /words/);
});

/** A record of a drawing that holds a picture, [MS-ODRAW] 2.2.23. */
function drawn(type: number, instance: number, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(instance << 4, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function metafile(plain: Buffer): Buffer {
  const packed = deflateSync(plain);
  const head = Buffer.alloc(16 + 34);
  head.writeUInt32LE(plain.length, 16);
  head.writeUInt32LE(packed.length, 16 + 28);
  return Buffer.concat([head, packed]);
}

test('pictures in the drawings of doc, ppt and xls, metafiles inflated, cut into records and put together', async () => {
  const png = drawn(0xf01e, 0x6e0, Buffer.concat([Buffer.alloc(17), PNG]));
  const jpeg = drawn(0xf01d, 0x46b, Buffer.concat([Buffer.alloc(33), JPEG, Buffer.alloc(20)]));
  const emf = drawn(0xf01a, 0x3d4, metafile(EMF));
  const doc = writeCfb([
    { name: 'WordDocument', bytes: Buffer.concat([Buffer.alloc(900), png]) },
    { name: 'Data', bytes: Buffer.concat([Buffer.from([0xf0, 0xf0]), jpeg, png, emf]) },
  ]);
  assert.deepEqual((await inside('application/msword', doc)).files, [
    `picture-1.jpg image/jpeg ${JPEG.length + 20}`,
    `picture-2.png image/png ${PNG.length}`,
    `picture-3.emf image/emf ${EMF.length}`,
  ]);
  const cut = 40;
  const record = (type: number, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(body.length, 2);
    return Buffer.concat([head, body]);
  };
  const workbook = Buffer.concat([
    record(0x809, Buffer.alloc(16)),
    record(0xeb, png.subarray(0, cut)),
    record(0x3c, png.subarray(cut, 2 * cut)),
    record(0xeb, png.subarray(2 * cut)),
  ]);
  const xls = writeCfb([{ name: 'Workbook', bytes: workbook }]);
  assert.deepEqual((await inside('application/vnd.ms-excel', xls)).files, [
    `picture-1.png image/png ${PNG.length}`,
  ]);
});

test('files in base64 are taken out of pages and XML, and are no words of theirs', async () => {
  const base64 = PNG.toString('base64');
  const html = `<html><style>@font-face{src:url(data:font/woff2;base64,d09GMgABAAAAAAAA)}</style><p>seen</p><img src="data:image/png;base64,${base64.replaceAll('+', '%2B')}"><img src='data:text/plain;base64,aGFsbG8='></html>`;
  assert.deepEqual((await inside('text/html', Buffer.from(html))).files, [
    `inline-1 image/png ${PNG.length}`,
  ]);
  const word = `<?xml version="1.0"?><w:wordDocument><w:t>seen</w:t><w:binData w:name="wordml://1.png">${base64}</w:binData></w:wordDocument>`;
  const read = await inside('text/xml', Buffer.from(word));
  assert.deepEqual(read.files, [`inline-1 image/png ${PNG.length}`]);
  assert.equal(read.text, 'seen');
  const flat = `<?xml version="1.0"?>\n<office:document ${'xmlns:x="http://names.example/x" '.repeat(90)}office:mimetype="application/vnd.oasis.opendocument.text"><office:body><text:p>seen<office:binary-data>\n${base64}\n</office:binary-data></text:p></office:body></office:document>`;
  const type = 'application/vnd.oasis.opendocument.text-flat-xml';
  assert.equal(detectBytes(Buffer.from(flat), 'a.fodt').type, type);
  const open = await inside(type, Buffer.from(flat));
  assert.deepEqual(open.files, [`inline-1 image/png ${PNG.length}`]);
  assert.equal(open.text, 'seen');
});

test('a PDF tells what its photographs say, as theirs', async () => {
  const comment = Buffer.from('taken at the office');
  const photograph = Buffer.concat([
    JPEG.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, comment.length + 2]),
    comment,
    JPEG.subarray(2),
  ]);
  const object = Buffer.concat([
    Buffer.from(`<</Subtype/Image /Filter[/DCTDecode] /Length ${photograph.length}>>\nstream\n`),
    photograph,
    Buffer.from('\nendstream'),
  ]);
  const { files, metadata } = await inside(
    'application/pdf',
    makePdf({ objects: [...onePage('words'), object] }),
  );
  assert.deepEqual(files, []);
  assert.deepEqual(
    metadata.filter(({ field }) => field === 'comment'),
    [{ field: 'comment', value: 'taken at the office', where: 'Picture, object 6, comment at byte 2' }],
  );
});
