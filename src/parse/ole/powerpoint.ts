import type { Collector } from '../metadata/collector.ts';
import type { Compound } from './compound.ts';
import type { BinaryText } from './word.ts';

/** Record types, [MS-PPT] 2.13.24. */
const TEXT_CHARS = 0x0fa0;
const TEXT_BYTES = 0x0fa8;
const TEXT_STRING = 0x0fba;
const COMMENT = 0x2ee0;
const LIST_OF_COMMENT = 0x2ee1;
/** Attack: containers in containers; records of no length. */
const DEEPEST = 32;
const MOST_RECORDS = 2_000_000;
/** Header token of an encrypted document, 2.3.2. */
const ENCRYPTED = 0xf3d1c4df;

interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly body: Buffer;
  /** Type of the container around it. */
  readonly parent: number;
}

/** The words of all slides, notes and comments of a PowerPoint 97 to 2003 file, in file order. */
export function powerPointBinaryText(compound: Compound, mostChars: number): BinaryText {
  if (currentUser(compound)?.encrypted) return { text: '', encrypted: true };
  const lines: string[] = [];
  let total = 0;
  for (const record of records(compound)) {
    const text = textOf(record);
    if (text === '' || text === lines.at(-1)) continue;
    lines.push(text);
    total += text.length;
    if (total > mostChars) break;
  }
  return { text: lines.join('\n'), encrypted: false };
}

/** Who saved it last, and who commented. */
export function collectPowerPointBinary(compound: Compound, out: Collector): void {
  out.field('last-user', currentUser(compound)?.name, 'Current User stream');
  for (const { type, instance, body, parent } of records(compound)) {
    // Comment10Container, 2.5.24: author, text and initials are strings 0, 1 and 2.
    if (type === TEXT_STRING && parent === COMMENT && instance === 0)
      out.field('comment-author', body.toString('utf16le'), 'PowerPoint Document Comment10Container');
    if (type === LIST_OF_COMMENT && body.length >= 22) {
      const [year, month, , day, hour, minute, second] = [2, 4, 6, 8, 10, 12, 14].map((at) =>
        body.readUInt16LE(at + 2),
      );
      const two = (value = 0) => String(value).padStart(2, '0');
      const time = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
      if (!Number.isNaN(Date.parse(`${time}Z`)))
        out.clock('PowerPoint Document Comment10Atom', { time, precision: 'second', zone: 'local' });
    }
  }
}

/** CurrentUserAtom, 2.3.2. */
function currentUser(compound: Compound): { readonly name: string; readonly encrypted: boolean } | null {
  const stream = compound.stream('Current User');
  if (stream === null || stream.length < 28) return null;
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const length = bytes.readUInt16LE(20);
  const narrow = bytes.toString('latin1', 28, Math.min(bytes.length, 28 + Math.min(length, 255)));
  const wideAt = 28 + length + 4;
  const wide = bytes.toString('utf16le', wideAt, Math.min(bytes.length, wideAt + length * 2));
  return { name: wide === '' ? narrow : wide, encrypted: bytes.readUInt32LE(12) === ENCRYPTED };
}

function* records(compound: Compound): Generator<PptRecord> {
  const stream = compound.stream('PowerPoint Document') ?? new Uint8Array();
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const open: { end: number; type: number }[] = [{ end: bytes.length, type: 0 }];
  let count = 0;
  for (let at = 0; at + 8 <= bytes.length && ++count < MOST_RECORDS; ) {
    while (open.length > 1 && at >= (open.at(-1)?.end ?? 0)) open.pop();
    const head = bytes.readUInt16LE(at);
    const type = bytes.readUInt16LE(at + 2);
    const length = bytes.readUInt32LE(at + 4);
    const end = Math.min(bytes.length, at + 8 + length);
    if ((head & 15) === 15 && open.length < DEEPEST) {
      open.push({ end, type });
      at += 8;
      continue;
    }
    yield { type, instance: head >> 4, body: bytes.subarray(at + 8, end), parent: open.at(-1)?.type ?? 0 };
    at = end;
  }
}

/** 2.9.42 and 2.9.43: UTF-16, or its low bytes; 11 and 13 end lines. */
function textOf({ type, body, parent, instance }: PptRecord): string {
  const comment = type === TEXT_STRING && parent === COMMENT && instance === 1;
  if (type !== TEXT_CHARS && type !== TEXT_BYTES && !comment) return '';
  const text = body.toString(
    type === TEXT_BYTES ? 'latin1' : 'utf16le',
    0,
    type === TEXT_BYTES ? body.length : body.length & ~1,
  );
  return text
    .replace(/[\r\v]/g, '\n')
    .replace(/\0/g, '')
    .trim();
}
