import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeWords } from './encoded-word.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['plain text', 'no words =? here', 'no words =? here'],
  ['Q', '=?iso-8859-1?Q?caf=E9_au_lait?=', 'café au lait'],
  ['B', '=?UTF-8?b?4pyT?=', '✓'],
  ['a character split between two words', '=?utf-8?B?w6nD?= =?utf-8?B?qQ==?=', 'éé'],
  ['split between Q words', '=?utf-8?Q?=C3?=\t=?utf-8?Q?=A9?=', 'é'],
  ['base64 cut inside a group of four', '=?utf-8?B?w6?= =?utf-8?B?k=?=', 'é'],
  ['two charsets', '=?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?=', 'éé'],
  ['text between words keeps its spaces', '=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
  ['no space around', 'a=?utf-8?Q?=C3=A9?=b', 'aéb'],
  ['spaces inside', '=?utf-8?Q?one two?=', 'one two'],
  ['no end', '=?utf-8?Q?caf=C3=A9 <a@x>', 'café <a@x>'],
  ['no end, then another word', '=?utf-8?Q?a =?utf-8?Q?b?=', 'ab'],
  ['a question mark inside', '=?utf-8?Q?why?_because?=', 'why? because'],
  ['an equals sign at the end', '=?utf-8?Q?a=?=', 'a='],
  ['a language', '=?utf-8*en?Q?hi?=', 'hi'],
  ['an unknown charset', '=?x-nonsense?Q?caf=E9?=', 'café'],
  ['ASCII in name, 8-bit in fact', '=?us-ascii?Q?caf=E9?=', 'café'],
  ['gb2312 means gbk', '=?gb2312?B?1tC5+g==?=', '中国'],
  ['iso-2022-jp in two words', '=?ISO-2022-JP?B?GyRCJUYbKEI=?= =?ISO-2022-JP?B?GyRCJTkbKEI=?=', 'テス'],
  ['a line end inside cannot forge a header', '=?utf-8?Q?a=0D=0ABcc:_b?=', 'a Bcc: b'],
];

for (const [name, written, meant] of CASES) {
  test(`encoded words: ${name}`, () => assert.equal(decodeWords(written), meant));
}

test('hostile headers are read in linear time', () => {
  const text = '=?a?Q?'.repeat(200_000);
  assert.ok(decodeWords(text).length < text.length);
});
