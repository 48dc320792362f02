import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { qrText } from './qr-codes.ts';
import { readView } from './read-view.ts';
import { CODE } from './testing/code.ts';
import { mail } from './testing/mail.ts';

/** A grey PNG of the code, each module `scale` pixels wide, in a margin of four modules. */
function png(scale: number): Buffer {
  const side = (CODE.length + 8) * scale;
  const rows = Buffer.alloc((side + 1) * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = CODE[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === '#';
      rows[y * (side + 1) + 1 + x] = dark ? 0 : 255;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

test('a QR code is read, small and large; a picture without one says nothing', async () => {
  for (const scale of [3, 8])
    assert.equal(await qrText('image/png', png(scale)), 'https://portal-office.fr/connexion');
  const bytes = png(4);
  bytes.fill(0, 40, 60);
  assert.equal(await qrText('image/png', bytes), null);
  assert.equal(await qrText('image/png', Buffer.from('no picture at all, but some bytes')), null);
});

test('the code in a picture of a mail is one of its links', async () => {
  const bytes = mail(
    { From: 'a@example.org', Subject: 'x', 'Content-Type': 'multipart/related; boundary=b' },
    `--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:1">\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${png(4).toString('base64')}\r\n--b--\r\n`,
  );
  const { links } = await readView(bytes, DEFAULT_LIMITS);
  assert.deepEqual(
    links.map(({ host, place }) => [host, place]),
    [['portal-office.fr', 'qr-code']],
  );
});

/** One page with the picture of the code on it, as a scanner makes it: grey pixels, deflated. */
function pdfWith(scale: number): Buffer {
  const side = (CODE.length + 8) * scale;
  const pixels = Buffer.alloc(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      pixels[y * side + x] = CODE[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === '#' ? 0 : 255;
  const data = deflateSync(pixels);
  const content = 'q 150 0 0 150 100 500 cm /I Do Q';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>',
    `<</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data.toString('latin1')}\nendstream`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + xref, 'latin1');
}

async function placesIn(type: string, name: string, bytes: Buffer): Promise<string[]> {
  const message = mail(
    { From: 'a@example.org', Subject: 'x', 'Content-Type': 'multipart/mixed; boundary=b' },
    `--b\r\nContent-Type: text/plain\r\n\r\nSee\r\n--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename=${name}\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n--b--\r\n`,
  );
  const { links } = await readView(message, DEFAULT_LIMITS);
  return links.map(({ host, place }) => `${host} ${place}`);
}

test('a code on a page of a PDF is read; a broken PDF has none', async () => {
  const pdf = pdfWith(6);
  assert.deepEqual(await placesIn('application/pdf', 'invoice.pdf', pdf), ['portal-office.fr qr-code']);
  assert.deepEqual(await placesIn('application/pdf', 'invoice.pdf', pdf.subarray(0, 300)), []);
});

test('a code in a picture that lies in the HTML itself is read, in the body and in an attached page', async () => {
  const html = `<p>Scan</p><img src="data:image/png;base64,${png(4).toString('base64')}">`;
  const message = mail({ From: 'a@example.org', Subject: 'x', 'Content-Type': 'text/html' }, html);
  const { links } = await readView(message, DEFAULT_LIMITS);
  assert.deepEqual(
    links.map(({ host, place }) => [host, place]),
    [['portal-office.fr', 'qr-code']],
  );
  const page = Buffer.from(html);
  assert.deepEqual(await placesIn('text/html', 'scan.html', page), ['portal-office.fr qr-code']);
  const junk = mail(
    { From: 'a@x', 'Content-Type': 'text/html' },
    '<img src="data:image/png;base64,%%%"><img src="data:image/png,x">',
  );
  assert.deepEqual((await readView(junk, DEFAULT_LIMITS)).links, []);
});
