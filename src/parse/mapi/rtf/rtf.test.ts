import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRtf } from './convert.ts';
import { decompressRtf } from './lzfu.ts';

const rtf = (text: string) => Buffer.from(text, 'latin1');

test('the compressed example of MS-OXRTFCP 3.1.1 gives its RTF, checksum and all', () => {
  const stored = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0'.replace(
      ' ',
      '',
    ),
    'hex',
  );
  const { bytes, defects } = decompressRtf(stored, 1000);
  assert.equal(Buffer.from(bytes).toString('latin1'), '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  assert.deepEqual(defects, []);
});

test('the example with crossing references, MS-OXRTFCP 3.1.2', () => {
  const stored = Buffer.from('1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex');
  const { bytes, defects } = decompressRtf(stored, 1000);
  assert.equal(Buffer.from(bytes).toString('latin1'), '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}');
  assert.deepEqual(defects, []);
});

test('a size the bytes cannot reach is no reason to allocate it', () => {
  const stored = Buffer.from('1a000000ffffff7f4c5a4675e2d44b51410004205758595a0d6e7d010eb0', 'hex');
  const { bytes, defects } = decompressRtf(stored, 2 ** 31);
  assert.equal(bytes.length, 28);
  assert.deepEqual(defects, ['rtf-size']);
});

test('HTML inside RTF comes back as it was, without what was made for RTF readers', () => {
  const { type, text } = readRtf(
    rtf(
      '{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset128 MS Gothic;}}' +
        '{\\colortbl\\red0;}\\uc1\\pard\\plain{\\*\\htmltag18 <html>}{\\*\\htmltag64 <p class="a\\\\b">}' +
        "\\htmlrtf {\\htmlrtf0 caf\\'e9 {\\f1 \\'82\\'a0}\\htmlrtf }\\htmlrtf0 {\\*\\htmltag84 &nbsp;}\\u8364?" +
        '{\\*\\mhtmltag72 <p>}\\htmlrtf\\par\\htmlrtf0 {\\*\\htmltag0 \\par }{\\*\\htmltag27 </html>}}',
    ),
  );
  assert.equal(type, 'html');
  assert.equal(text, '<html><p class="a\\b">cafй あ&nbsp;€\r\n</html>');
});

test('text inside RTF, and the words of RTF proper', () => {
  assert.deepEqual(
    readRtf(rtf('{\\rtf1\\ansi\\fromtext {\\fonttbl{\\f0 A;}}line one\\par\r\nline \\{two\\}}')),
    {
      type: 'text',
      text: 'line one\r\nline {two}',
      open: 0,
    },
  );
  const native =
    '{\\rtf1\\ansi{\\info{\\author X}}{\\*\\generator Y;}A{\\v hidden}\\b B\\b0\\tab{\\pict ffee}{\\object z}\\emdash C\\bin3 }}}}';
  assert.deepEqual(readRtf(rtf(native)), { type: 'rtf', text: 'AB\t—C', open: 0 });
});

test('a megabyte of open braces neither recurses nor grows', () => {
  assert.equal(readRtf(rtf(`{\\rtf1 ${'{'.repeat(1_000_000)}x`)).text, 'x');
});

test('the code page of who never asked does not make nonsense of other languages', () => {
  const cyrillic = [...'Ïðîøó ïðåäñòàâèòü îò÷¸ò']
    .map((letter) => `\\'${letter.charCodeAt(0).toString(16)}`)
    .join('');
  assert.equal(readRtf(rtf(`{\\rtf1\\ansi\\ansicpg1252 ${cyrillic}}`)).text, 'Прошу представить отчёт');
  assert.equal(readRtf(rtf("{\\rtf1\\ansi\\ansicpg1252 \\'e9t\\'e9 \\'e0 Gen\\'e8ve}")).text, 'été à Genève');
});

test('the code page is that of the font, of the set that the first word names, or of \\ansicpg', () => {
  const read = (text: string) => readRtf(rtf(text)).text;
  assert.equal(read("{\\rtf1\\mac\\deff0{\\fonttbl{\\f0 Times;}}\\f0 caf\\'8e}"), 'café');
  assert.equal(read("{\\rtf1\\pca caf\\'82}"), 'café');
  assert.equal(read("{\\rtf1{\\fonttbl{\\f1\\cpg1251 Arial;}}\\f1 \\'c8\\'ec\\'ff}"), 'Имя');
});
