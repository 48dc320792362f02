import { asBuffer } from '../binary/as-buffer.ts';
import type { Compound } from './compound.ts';
import { type BlockKeys, blockKeys, decryptBlocks } from './password-keys.ts';
import { unlockPowerPoint } from './unlock-powerpoint.ts';
import { revealed, xorArray } from './xor-obfuscation.ts';

/** Excel encrypts workbooks that are only protected from writing under this one ([MS-OFFCRYPTO] 2.4.2.3). */
const EXCEL_DEFAULT = 'VelvetSweatshop';
/** Tried on one document: each costs microseconds. */
const MOST_PASSWORDS = 1_000;

/**
 * A Word, Excel or PowerPoint document of 97 to 2003 under a password as if it had none ([MS-OFFCRYPTO] 2.3.5 to 2.3.7); null when
 * it has none, or none of these is it.
 */
export function unlocked(compound: Compound, passwords: readonly string[]): Compound | null {
  const candidates = [...new Set([EXCEL_DEFAULT, ...passwords])].slice(0, MOST_PASSWORDS);
  const streams =
    unlockWord(compound, candidates) ??
    unlockExcel(compound, candidates) ??
    unlockPowerPoint(compound, candidates);
  if (streams === null) return null;
  return { ...compound, stream: (name) => streams.get(name.toLowerCase()) ?? compound.stream(name) };
}

type Streams = ReadonlyMap<string, Buffer>;

/** [MS-DOC] 2.2.6: blocks of 512 bytes; the beginning of the header stays readable. */
const WORD_BLOCK = 512;
const FIB_OPEN = 0x44;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x100;
const OBFUSCATED = 0x8000;
const OTHER_TABLE = 0x200;
const HEADER_LENGTH_AT = 0x0e;

function unlockWord(compound: Compound, passwords: readonly string[]): Streams | null {
  const main = streamOf(compound, 'WordDocument');
  if (main === null || main.length < FIB_OPEN) return null;
  const flags = main.readUInt16LE(FLAGS_AT);
  const tableName = (flags & OTHER_TABLE) === 0 ? '0Table' : '1Table';
  const table = streamOf(compound, tableName);
  if ((flags & ENCRYPTED) === 0 || (flags & OBFUSCATED) !== 0 || table === null) return null;
  const length = main.readUInt32LE(HEADER_LENGTH_AT);
  const keys = blockKeys(table.subarray(0, length), passwords);
  if (keys === null) return null;
  const plain = Buffer.concat([
    main.subarray(0, FIB_OPEN),
    decryptBlocks(main, WORD_BLOCK, keys).subarray(FIB_OPEN),
  ]);
  plain.writeUInt16LE(flags & ~ENCRYPTED, FLAGS_AT);
  const streams = new Map([
    ['worddocument', plain],
    [tableName.toLowerCase(), decryptBlocks(table, WORD_BLOCK, keys)],
  ]);
  const data = streamOf(compound, 'Data');
  if (data !== null) streams.set('data', decryptBlocks(data, WORD_BLOCK, keys));
  return streams;
}

/** [MS-XLS] 2.2.10: blocks of 1,024 bytes of the stream; the heads of records and some whole records stay readable. */
const EXCEL_BLOCK = 1024;
const FILE_PASS = 0x2f;
const SHEET = 0x85;
/** BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const OPEN_RECORDS = new Set([0x809, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138]);
/** A record without a meaning in place of the one that says encrypted. */
const NOTHING = 0x4242;

interface ExcelRecord {
  readonly type: number;
  /** Of the body. */
  readonly start: number;
  readonly end: number;
}

function unlockExcel(compound: Compound, passwords: readonly string[]): Streams | null {
  for (const name of ['Workbook', 'Book']) {
    const stream = streamOf(compound, name);
    const pass = stream === null ? null : filePass(stream);
    if (stream === null || pass === null) continue;
    const plain = decryptWorkbook(stream, stream.subarray(pass.start, pass.end), passwords);
    if (plain === null) return null;
    plain.writeUInt16LE(NOTHING, pass.start - 4);
    return new Map([[name.toLowerCase(), plain]]);
  }
  return null;
}

function filePass(stream: Buffer): ExcelRecord | null {
  for (const record of records(stream)) if (record.type === FILE_PASS) return record;
  return null;
}

function* records(stream: Buffer): Generator<ExcelRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, start] = [stream.readUInt16LE(at), at + 4];
    const end = Math.min(stream.length, start + stream.readUInt16LE(at + 2));
    yield { type, start, end };
    at = end;
  }
}

/** FilePass, 2.4.117: XOR obfuscation, or a header of RC4. */
function decryptWorkbook(stream: Buffer, pass: Buffer, passwords: readonly string[]): Buffer | null {
  if (pass.length >= 6 && pass.readUInt16LE(0) === 0) return xorWorkbook(stream, pass.subarray(2), passwords);
  if (pass.length === 4) return xorWorkbook(stream, pass, passwords);
  const keys = blockKeys(pass.subarray(2), passwords);
  return keys === null ? null : rc4Workbook(stream, keys);
}

function rc4Workbook(stream: Buffer, keys: BlockKeys): Buffer {
  const all = decryptBlocks(stream, EXCEL_BLOCK, keys);
  return withBodies(stream, ({ start, end }) => all.subarray(start, end));
}

function xorWorkbook(stream: Buffer, pass: Buffer, passwords: readonly string[]): Buffer | null {
  const [key, verifier] = [pass.readUInt16LE(0), pass.readUInt16LE(2)];
  for (const password of passwords) {
    const array = xorArray(password, key, verifier);
    if (array === null) continue;
    return withBodies(stream, ({ start, end }) => revealed(stream.subarray(start, end), array, end));
  }
  return null;
}

function withBodies(stream: Buffer, body: (record: ExcelRecord) => Buffer): Buffer {
  const plain = Buffer.from(stream);
  for (const record of records(stream)) {
    if (OPEN_RECORDS.has(record.type)) continue;
    // Where a sheet begins is told in the open.
    const open = record.type === SHEET ? 4 : 0;
    body(record)
      .subarray(open)
      .copy(plain, record.start + open);
  }
  return plain;
}

function streamOf(compound: Compound, name: string): Buffer | null {
  const stream = compound.stream(name);
  return stream === null ? null : asBuffer(stream);
}
