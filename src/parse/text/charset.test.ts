import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCharset } from './charset.ts';
import { charsetName } from './charset-names.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['utf-8', 'c3a9', 'é'],
  ['UTF8', 'efbbbfc3a9', 'é'],
  ['utf-8', 'e9', 'é'],
  ['us-ascii', 'c3a9', 'é'],
  ['us-ascii', 'e9', 'é'],
  ['', '93e994', '“é”'],
  ['iso-8859-1', '93e994', '“é”'],
  ['iso-8859-1', 'efbbbfc3a9', 'é'],
  ['iso_8859-15', 'a4', '€'],
  ['"windows-1251"', 'cff0e8e2e5f2', 'Привет'],
  ['cp-1251', 'cff0', 'Пр'],
  ['koi8-r', 'f0d2', 'Пр'],
  ['gb2312', '96ef', '栵'],
  ['cp936', 'd6d0', '中'],
  ['cp932', '82a0', 'あ'],
  ['ks_c_5601-1987', 'b0a1', '가'],
  ['iso-2022-jp', '1b2442242224221b2842', 'ああ'],
  ['iso-2022-kr', '1b2429430e30210f', '가'],
  ['hz-gb-2312', '7e7b56507e7d61', '中a'],
  ['utf-7', '41412b4150592d', 'AAö'],
  ['utf-16', 'fffe4100e900', 'Aé'],
  ['utf-16', 'feff004100e9', 'Aé'],
  ['x-nonsense', 'c3a9', 'é'],
  ['iso-8859-1', 'c3a9', 'é'],
  ['windows-1251', 'c3a920d0b1', 'é б'],
  ['iso-8859-1', 'c3a920e9', 'Ã© é'],
  ['', '1b2442242224221b2842', 'ああ'],
  ['us-ascii', '611b2442242224221b284262', 'aああb'],
  ['cp850', '8274e9d5', 'étÚı'],
  ['IBM437', '82e9', 'éΘ'],
];

for (const [label, hex, text] of CASES) {
  test(`charset ${label} of ${hex}`, () => assert.equal(decodeCharset(Buffer.from(hex, 'hex'), label), text));
}

test('every label of the WHATWG standard that a mail may carry resolves', () => {
  for (const label of [
    'latin1',
    'l2',
    'csisolatin5',
    'x-sjis',
    'big5-hkscs',
    'koi8-u',
    'macintosh',
    'tis-620',
    'ibm866',
  ]) {
    assert.notEqual(charsetName(label), '', label);
  }
});
