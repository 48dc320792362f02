import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { readDocument } from '../document/read.ts';
import { type Compound, openCompound } from './compound.ts';
import { excelBinarySheets, excelBinaryText } from './excel.ts';
import { blockKeys, decryptBlocks } from './password-keys.ts';
import { unlocked } from './unlock.ts';
import { xorArray } from './xor-obfuscation.ts';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/documents/files');

/** A salt with its verifier for the password `password1`, under the encryption of Office 97. */
const HEADER = Buffer.from(
  '01000100e8772c1d91c56a37964761b280183217c9e997d454973d310bb1ba701426837eb1de178f07e989c44dae5e4cf96ac407',
  'hex',
);

function record(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function withStream(name: string, stream: Buffer): Compound {
  const empty = openCompound(Buffer.alloc(0), DEFAULT_LIMITS);
  return { ...empty, stream: (wanted) => (wanted === name ? stream : null) };
}

test('a workbook of Excel 97 under a password is read with it, and not without', () => {
  const keys = blockKeys(HEADER, ['wrong', 'password1']);
  assert.ok(keys);
  assert.equal(blockKeys(HEADER, ['wrong']), null);
  const sheet = Buffer.concat([Buffer.alloc(6), Buffer.from([4, 0]), Buffer.from('Paie', 'latin1')]);
  const number = Buffer.alloc(14);
  number.writeDoubleLE(1250.4, 6);
  const globals = Buffer.from([0, 6, 5, 0]);
  const pass = record(0x2f, Buffer.concat([Buffer.from([1, 0]), HEADER]));
  const parts = [record(0x809, globals), pass, record(0x85, sheet), record(0x0a, Buffer.alloc(0))];
  const plain = Buffer.concat([...parts, record(0x809, Buffer.from([0, 6, 16, 0])), record(0x203, number)]);
  // RC4 undoes itself: what is encrypted are the bodies, under the key stream at their place.
  const masked = decryptBlocks(plain, 1024, keys);
  const sealed = Buffer.from(plain);
  const sheetAt = parts[0] && parts[1] ? parts[0].length + parts[1].length + 4 : 0;
  masked.copy(sealed, sheetAt + 4, sheetAt + 4, sheetAt + sheet.length);
  masked.copy(sealed, plain.length - number.length, plain.length - number.length);
  const compound = withStream('Workbook', sealed);
  assert.equal(excelBinaryText(compound, 1e6).encrypted, true);
  assert.equal(unlocked(compound, []), null);
  const open = unlocked(compound, ['password1']);
  assert.ok(open);
  assert.deepEqual(excelBinarySheets(open, 1e6), [
    { name: 'Paie', hidden: false, rows: [['1250.4']], truncated: false },
  ]);
});

test('a password of Excel 95 is refused by its verifier', () => {
  assert.equal(xorArray('abd', 0x1234, 0xccad), null);
  assert.equal(xorArray('', 0, 0), null);
});

test('damaged headers of encryption open nothing', () => {
  for (const header of [Buffer.alloc(0), Buffer.alloc(60, 0xff), HEADER.subarray(0, 30)])
    assert.equal(blockKeys(header, ['password1']), null);
});

const PROTECTED: readonly (readonly [file: string, type: string, password: string, words: RegExp])[] = [
  ['apache+poi/spreadsheet/xor-encryption-abc.xls', 'application/vnd.ms-excel', 'abc', /1\n2\n3/],
  [
    'nolze+msoffcrypto-tool/inputs/xor_password_123456789012345.xls',
    'application/vnd.ms-excel',
    '123456789012345',
    /^420/,
  ],
  [
    'apache+poi/slideshow/Password_Protected-hello.ppt',
    'application/vnd.ms-powerpoint',
    'hello',
    /protected document/,
  ],
  [
    'apache+poi/slideshow/Password_Protected-np-hello.ppt',
    'application/vnd.ms-powerpoint',
    'hello',
    /protected document/,
  ],
];

test('real documents of Word, Excel and PowerPoint open with their password and are named encrypted without', async (t) => {
  if (!existsSync(CORPUS)) return t.skip('corpus not present: ../shared/corpus');
  for (const [file, type, password, words] of PROTECTED) {
    const bytes = readFileSync(join(CORPUS, file));
    const closed = await readDocument(type, bytes, { passwords: ['wrong'], limits: DEFAULT_LIMITS });
    assert.deepEqual([closed.failure?.code, closed.text], ['encrypted', ''], file);
    const open = await readDocument(type, bytes, { passwords: ['wrong', password], limits: DEFAULT_LIMITS });
    assert.equal(open.failure, null, file);
    assert.match(open.text, words, file);
  }
});
