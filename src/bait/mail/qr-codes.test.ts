import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { qrText } from './qr-codes.ts';
import { readView } from './read-view.ts';
import { mail } from './testing/mail.ts';

/** `https://portal-office.fr/connexion`, version 3, level L. */
const CODE = [
  '#######....##..####...#######',
  '#.....#..##..##.##....#.....#',
  '#.###.#.....##.#..###.#.###.#',
  '#.###.#.#...#...##.##.#.###.#',
  '#.###.#.##.....##..#..#.###.#',
  '#.....#....##..#.##.#.#.....#',
  '#######.#.#.#.#.#.#.#.#######',
  '..........##..###.#.#........',
  '##...###.#.#.....##.....##...',
  '##..#...##..##..####...##.##.',
  '.########.#..###.#..##..#....',
  '##..#...##..##.##..#.#.###...',
  '#...######.###..#..##.#.....#',
  '.....#.#.#.....##.###.###..##',
  '###.####.#.##..####.#.#..##..',
  '#..#.#.##..#...#....#.#.#.#.#',
  '.#....##.###.....#.#.#.#.##..',
  '#.#..#..###.#########.###.###',
  '##..#.###..#...#...##....#..#',
  '#...#..##.#.##.....###.#.....',
  '#..#####....#.#..#..#####.###',
  '........##....##.##.#...##...',
  '#######.#..##..#.#.##.#.###..',
  '#.....#.##.#..#...###...#...#',
  '#.###.#......##....#######.##',
  '#.###.#..#..#######.##...##.#',
  '#.###.#...#..#####.#.#######.',
  '#.....#.###.###...#..#..###.#',
  '#######.##..#.##.#.#..#.###..',
];

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
