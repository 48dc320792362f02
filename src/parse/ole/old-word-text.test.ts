import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfOldWord } from './old-word-text.ts';

test('Cyrillic of Word 95 is read in its code page, marks of cells between the words or not', () => {
  // Four headings of a price list in windows-1251, each in a cell of its own.
  const cells = 'd6e5ede00720f0f3e1ebe5e907cde0e8ece5edeee2e0ede8e50707cfeef1f2e0e2f9e8ea2cf6e5ede007';
  assert.equal(
    textOfOldWord(Buffer.from(cells, 'hex'), false),
    'Цена\x07 рублей\x07Наименование\x07\x07Поставщик,цена\x07',
  );
});

test('Western text stays what it is', () => {
  const text = Buffer.from('D\xe9j\xe0 vu, \x93 \xe0 No\xebl \x94 : 20 \x80\x0d', 'latin1');
  assert.equal(textOfOldWord(text, false), 'Déjà vu, “ à Noël ” : 20 €\r');
});

test('characters of two bytes, as Word of East Asia kept them, lead byte second', () => {
  // GBK for "创建新文档", then a space, a quotation mark of one byte (with 0x10 beside it), "文件" and its end.
  const bytes = Buffer.from('b4b4a8bdc2d0c4ceb5b520009310c4cefebc94100d00', 'hex');
  assert.equal(textOfOldWord(bytes, true), '创建新文档 “文件”\r');
});
