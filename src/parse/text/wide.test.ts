import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectBytes } from '../detect/detect.ts';
import { decodePlain } from '../document/plain-text.ts';
import { utf16Order } from './wide.ts';

const TEXTS = {
  Russian: 'Президент подписал указ о проведении выборов.\r\nКазначей получил перевод, 20 000 рублей.\r\n',
  Chinese: '总统签署了关于举行选举的法令。\n财务主管收到了去年夏天的转账。\n',
  Japanese: '大統領は選挙の実施に関する法令に署名した。カタカナもあります。\n',
  Korean: '대통령은 선거 실시에 관한 법령에 서명했다.\n',
  Greek: 'Ο ταμίας έλαβε το έμβασμα το περασμένο καλοκαίρι.\n',
  Arabic: 'استلم أمين الصندوق الحوالة من الصيف الماضي.\n',
} as const;

for (const [language, text] of Object.entries(TEXTS)) {
  test(`${language} in UTF-16 without a mark is text in either order`, () => {
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    assert.equal(utf16Order(little), 'le');
    assert.equal(utf16Order(big), 'be');
    assert.equal(detectBytes(little, 'note.txt').type, 'text/plain');
    assert.equal(decodePlain(big), text.replaceAll('\r\n', '\n'));
  });
}

test('what only resembles UTF-16 is not taken for it', () => {
  // Numbers of two bytes, as in sounds and tables; the order of bytes does not matter to them.
  const numbers = Buffer.alloc(400);
  for (let i = 0; i < 200; i++) numbers.writeUInt16LE((i * 7919) % 40_000, 2 * i);
  assert.equal(utf16Order(numbers), null);
  // A few control characters make no pairs of the text around them.
  assert.equal(utf16Order(Buffer.from(`${'a letter and a line\x01\x02\n'.repeat(20)}`)), null);
  assert.equal(utf16Order(Buffer.from('Казначей\x00\x01\x02\x03\x04 получил перевод', 'utf8')), null);
});
