import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeQuotedPrintable } from '../../../parse/mime/quoted-printable.ts';
import { encodeQuotedPrintable } from './encodings.ts';

describe('encodeQuotedPrintable', () => {
  it('leaves what may stay, and encodes spaces at the end of a line', () => {
    const text = Buffer.from('a = b \r\nc\td \n\xe9', 'latin1');
    assert.equal(encodeQuotedPrintable(text, 75).toString('latin1'), 'a =3D b=20\nc\td=20\n=E9');
  });

  it('breaks lines softly where they are full, but not before the last character of one', () => {
    assert.equal(encodeQuotedPrintable(Buffer.from('x'.repeat(76)), 75).toString(), 'x'.repeat(76));
    const broken = `${'x'.repeat(75)}=\nxx`;
    assert.equal(encodeQuotedPrintable(Buffer.from('x'.repeat(77)), 75).toString(), broken);
  });

  it('has room for the longest form of any bytes', () => {
    for (const width of [72, 73, 75]) {
      for (const size of [1, 24, 25, 26, 1000]) {
        const bytes = Buffer.alloc(size, 0xff);
        const written = encodeQuotedPrintable(bytes, width);
        assert.equal(written.toString().replaceAll('=\n', ''), '=FF'.repeat(size));
        assert.deepEqual(Buffer.from(decodeQuotedPrintable(written, 0).bytes), bytes);
      }
    }
  });
});
