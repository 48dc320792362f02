import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charsetBytes } from './charset-bytes.ts';

const TEXT = 'L’été, à l’œuvre – 12 €… « Noël »';

test('each charset writes what it has, and for the rest what a mail program writes', () => {
  const read = (charset: string) => new TextDecoder(charset).decode(charsetBytes(TEXT, charset));
  assert.equal(read('utf-8'), TEXT);
  assert.equal(read('windows-1252'), TEXT);
  assert.equal(read('iso-8859-15'), "L'été, à l'œuvre - 12 €... « Noël »");
  assert.equal(charsetBytes(TEXT, 'ISO-8859-1').toString('latin1'), "L'été, à l'oeuvre - 12 EUR... « Noël »");
  assert.equal(charsetBytes(TEXT, 'us-ascii').toString('latin1'), 'L\'ete, a l\'oeuvre - 12 EUR... " Noel "');
  assert.equal(charsetBytes(TEXT, '').toString('utf8'), TEXT);
});

test('no sign is cut to its low byte, whatever it is', () => {
  for (const charset of ['us-ascii', 'iso-8859-1', 'windows-1252']) {
    assert.equal(charsetBytes('日本 Ж 😀', charset).toString('latin1'), '?? ? ?');
    const bytes = charsetBytes('\u2019\u2013\u0119', charset);
    assert.ok(
      bytes.every((byte) => byte >= 0x20),
      bytes.toString('hex'),
    );
  }
});
