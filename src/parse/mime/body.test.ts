import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { decodeBody } from './body.ts';
import { parseMessage } from './message.ts';

function decode(encoding: string, body: string): { text: string; defects: string[] } {
  const bytes = Buffer.from(`Content-Transfer-Encoding: ${encoding}\n\n${body}`, 'latin1');
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const decoded = decodeBody(message, message.root);
  return {
    text: Buffer.from(decoded.bytes).toString('latin1'),
    defects: decoded.defects.map((one) => one.code),
  };
}

test('quoted-printable: soft breaks, white space at line ends, bad escapes', () => {
  assert.equal(decode('quoted-printable', 'a=E9b=\r\nc =20\nd  \t\ne=\nf= \t\ng=').text, 'a\xe9bc  \nd\nefg');
  assert.deepEqual(decode('QUOTED-PRINTABLE', 'x=3dy=ZZ=4'), {
    text: 'x=y=ZZ=4',
    defects: ['qp-bad-escape', 'qp-bad-escape'],
  });
});

test('base64: lines, junk, several in a row, a footer in clear text', () => {
  assert.deepEqual(decode('base64', 'aGVs\r\nbG8=\r\n'), { text: 'hello', defects: [] });
  assert.deepEqual(decode('base64', 'aGVs*bG8=\n'), { text: 'hello', defects: ['base64-junk'] });
  assert.equal(decode('base64', 'aGVsbG8=\nd29ybGQ=\n').text, 'helloworld');
  assert.deepEqual(decode('base64', 'aGVsbG8=\n_____\nA list footer\n').text, 'hello');
  assert.deepEqual(decode('base64', 'aGVsbG8=\n-- \nA list footer\n').defects, ['text-after-base64']);
  assert.deepEqual(decode('base64', 'aGVsb'), { text: 'hel', defects: ['base64-truncated'] });
  assert.equal(decode('base64', '').text, '');
});

test('base64: only one character over all groups is a truncation, however long the lines are', () => {
  const data = Buffer.from('x'.repeat(300)).toString('base64');
  const inLines = (width: number, text: string) =>
    text.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\r\n') ?? '';
  for (const width of [60, 61, 75, 76, 77, 78, 400]) {
    assert.deepEqual(decode('base64', inLines(width, data)).defects, [], `lines of ${width}`);
    const cut = decode('base64', inLines(width, data.slice(0, -3)));
    assert.deepEqual(cut.defects, ['base64-truncated'], `lines of ${width}, cut`);
  }
  const large = Buffer.alloc(5 * 2 ** 20, 'ab')
    .toString('base64')
    .replace(/=+$/, '');
  assert.deepEqual(decode('base64', inLines(77, large)).defects, []);
  assert.deepEqual(
    decode('base64', `${inLines(77, large)}A`).defects.length,
    (large.length + 1) % 4 === 1 ? 1 : 0,
  );
});

test('uuencode, with trailing spaces lost', () => {
  assert.deepEqual(decode('x-uuencode', 'begin 644 a.txt\n%:&5L;&\\\n`\nend\n'), {
    text: 'hello',
    defects: [],
  });
  assert.deepEqual(decode('uuencode', 'begin 644 z\n#\n`\nend\n').text, '\0\0\0');
});

test('yEnc: escapes, size and CRC', () => {
  const data = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  const encoded = [...data]
    .map((byte) => (byte + 42) & 255)
    .map((byte) =>
      [0, 10, 13, 61].includes(byte)
        ? `=${String.fromCharCode((byte + 64) & 255)}`
        : String.fromCharCode(byte),
    )
    .join('');
  const sum = crc32(data).toString(16);
  const block = `=ybegin line=128 size=256 name=b.bin\r\n${encoded}\r\n=yend size=256 crc32=${sum}\r\n`;
  assert.deepEqual(decode('x-yenc', block), { text: data.toString('latin1'), defects: [] });
  assert.deepEqual(decode('x-yenc', block.replace(sum, '00000000')).defects, ['yenc-crc']);
});

test('unknown encodings stay raw and are told', () => {
  assert.deepEqual(decode('x-secret', 'abc'), { text: 'abc', defects: ['unknown-transfer-encoding'] });
});

test('base64 of megabytes is decoded in pieces to the same bytes', () => {
  const data = Buffer.from(Uint8Array.from({ length: 3_500_000 }, (_, i) => (i * 2654435761) >>> 24));
  const lines = (width: number) => data.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
  const whole = data.toString('latin1');
  for (const width of [76, 60]) {
    const { text, defects } = decode('base64', lines(width));
    assert.ok(text === whole);
    assert.deepEqual(defects, []);
  }
  assert.ok(decode('base64', `${lines(76)}\nQUJD\n`).text === `${whole}ABC`, 'a second group');
  assert.deepEqual(decode('base64', `${lines(76)}\n_____\nA footer\n`).defects, ['text-after-base64']);
});
