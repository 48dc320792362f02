import { inflateSync } from 'node:zlib';
import { asBuffer } from '../binary/as-buffer.ts';
import type { Collector } from '../metadata/collector.ts';
import type { Compound } from './compound.ts';
import {
  COMMENT,
  powerPointRecords,
  powerPointStream,
  powerPointText,
  TEXT_STRING,
} from './powerpoint-records.ts';
import type { BinaryText } from './word.ts';

const LIST_OF_COMMENT = 0x2ee1;
/** Header token of an encrypted document, 2.3.2. */
const ENCRYPTED = 0xf3d1c4df;

/** The words of all slides, notes and comments of a PowerPoint 97 to 2003 file, in file order. */
export function powerPointBinaryText(compound: Compound, mostChars: number): BinaryText {
  if (currentUser(compound)?.encrypted) return { text: '', encrypted: true };
  const lines: string[] = [];
  let total = 0;
  for (const record of powerPointRecords(powerPointStream(compound))) {
    const text = powerPointText(record);
    if (text === '' || text === lines.at(-1)) continue;
    lines.push(text);
    total += text.length;
    if (total > mostChars) break;
  }
  return { text: lines.join('\n'), encrypted: false };
}

/** ExOleObjStg and its kin, 2.10.34: the storage of an object, of a control or of the macros, deflated or not. */
const OBJECT = 0x1011;
/** Attack: a thousand objects of a few bytes, each of which inflates to as much as an item may have. */
const MOST_OBJECTS = 500;

/** Who saved it last, who commented, and the objects, each a compound file of its own. */
export function collectPowerPointBinary(compound: Compound, out: Collector): void {
  let objects = 0;
  out.field('last-user', currentUser(compound)?.name, 'Current User stream');
  for (const { type, instance, body, parent } of powerPointRecords(powerPointStream(compound))) {
    if (type === OBJECT && objects++ < MOST_OBJECTS) {
      const object = objectStorage(body, instance === 1, out.bytesLeft);
      if (object !== null) out.embed(`object-${objects}.ole`, object);
    }
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

function objectStorage(body: Buffer, deflated: boolean, most: number): Uint8Array | null {
  if (!deflated) return body;
  if (body.length < 4 || most === 0) return null;
  try {
    return inflateSync(body.subarray(4), { maxOutputLength: most });
  } catch {
    return null;
  }
}

/** CurrentUserAtom, 2.3.2. */
function currentUser(compound: Compound): { readonly name: string; readonly encrypted: boolean } | null {
  const stream = compound.stream('Current User');
  if (stream === null || stream.length < 28) return null;
  const bytes = asBuffer(stream);
  const length = bytes.readUInt16LE(20);
  const narrow = bytes.toString('latin1', 28, Math.min(bytes.length, 28 + Math.min(length, 255)));
  const wideAt = 28 + length + 4;
  const wide = bytes.toString('utf16le', wideAt, Math.min(bytes.length, wideAt + length * 2));
  return { name: wide === '' ? narrow : wide, encrypted: bytes.readUInt32LE(12) === ENCRYPTED };
}
