import { inflateSync } from 'node:zlib';
import { asBuffer } from '../binary/as-buffer.ts';
import type { Collector } from '../metadata/collector.ts';
import { biffRecords } from './biff.ts';
import { asBitmapFile } from './bitmap-file.ts';
import type { Compound } from './compound.ts';

/** Pictures of one document. Attack: a stream of nothing but their heads. */
const MOST_PICTURES = 2_000;

/** Streams of Word, PowerPoint and Publisher in which drawings keep their pictures as they are. */
const STREAMS: readonly string[] = ['Data', 'WordDocument', 'Pictures', 'EscherDelayStm'];
/** MSODRAWINGGROUP of Excel, [MS-XLS] 2.4.171: its pictures are cut into records. */
const DRAWING_GROUP = 0xeb;

/** Pictures in the drawings of doc, xls, ppt and pub (OfficeArtBlip, [MS-ODRAW] 2.2.23), as files inside of it. */
export function collectDrawingPictures(compound: Compound, out: Collector): void {
  let count = 0;
  for (const bytes of streamsOf(compound)) {
    for (const { name, picture } of picturesIn(bytes)) {
      if (count++ >= MOST_PICTURES) return;
      out.picture(name, picture(out.bytesLeft));
    }
  }
}

function* streamsOf(compound: Compound): Generator<Buffer> {
  for (const name of STREAMS) {
    const bytes = streamOf(compound, name);
    if (bytes !== null) yield asBuffer(bytes);
  }
  const workbook = compound.stream('Workbook');
  if (workbook === null) return;
  // Each of these records goes on where the one before it ends.
  const parts: Buffer[] = [];
  for (const record of biffRecords(workbook)) if (record.type === DRAWING_GROUP) parts.push(...record.parts);
  yield Buffer.concat(parts);
}

/** Publisher's lies in a storage of its own. */
function streamOf(compound: Compound, name: string): Uint8Array | null {
  const direct = compound.stream(name);
  if (direct !== null || name !== 'EscherDelayStm') return direct;
  const entry = compound.file.entries.find(({ path, type }) => type === 'stream' && path.at(-1) === name);
  return entry === undefined ? null : compound.bytes(entry);
}

interface Kind {
  readonly name: string;
  /** Instances that have one sum in front of the picture, and those that have two. */
  readonly one: readonly number[];
  readonly two: readonly number[];
  readonly isMetafile?: true;
}

/** By the low byte of the record's type, [MS-ODRAW] 2.2.24 to 2.2.31. */
const KINDS: Readonly<Record<number, Kind>> = {
  26: { name: 'emf', one: [0x3d4], two: [0x3d5], isMetafile: true },
  27: { name: 'wmf', one: [0x216], two: [0x217], isMetafile: true },
  28: { name: 'pict', one: [0x542], two: [0x543], isMetafile: true },
  29: { name: 'jpg', one: [0x46a, 0x6e2], two: [0x46b, 0x6e3] },
  30: { name: 'png', one: [0x6e0], two: [0x6e1] },
  31: { name: 'bmp', one: [0x7a8], two: [0x7a9] },
  41: { name: 'tif', one: [0x6e4], two: [0x6e5] },
  42: { name: 'jpg', one: [0x46a, 0x6e2], two: [0x46b, 0x6e3] },
};

const HEADER = 8;
const SUM = 16;
/** Size, bounds, scale and compression in front of a metafile, [MS-ODRAW] 2.2.5. */
const METAFILE_HEADER = 34;

interface FoundPicture {
  readonly name: string;
  /** Null when it is damaged or larger than `most`. */
  readonly picture: (most: number) => Buffer | null;
}

/**
 * By the head of their records: version and instance of twelve bits, a type of sixteen, and a length that fits. Where
 * the shapes point to is not followed, so that pictures which a later save left behind are found too.
 */
function* picturesIn(bytes: Buffer): Generator<FoundPicture> {
  for (let at = bytes.indexOf(0xf0, 3); at >= 0; ) {
    const found = pictureAt(bytes, at - 3);
    if (found !== null) yield found.picture;
    at = bytes.indexOf(0xf0, Math.max(at + 1, (found?.end ?? 0) + 3));
  }
}

function pictureAt(bytes: Buffer, at: number): { picture: FoundPicture; end: number } | null {
  const kind = KINDS[bytes[at + 2] ?? 0];
  if (kind === undefined || at + HEADER > bytes.length) return null;
  const word = bytes.readUInt16LE(at);
  const length = bytes.readUInt32LE(at + 4);
  const sums = kind.one.includes(word >> 4) ? 1 : kind.two.includes(word >> 4) ? 2 : 0;
  const end = at + HEADER + length;
  if ((word & 15) !== 0 || sums === 0 || end > bytes.length) return null;
  const body = bytes.subarray(at + HEADER + sums * SUM, end);
  if (body.length < METAFILE_HEADER) return null;
  const picture = (most: number) => {
    if (kind.isMetafile) return metafile(body, kind.name, most);
    // One byte that says how the picture was last used stands before all but metafiles.
    const own = body.subarray(1);
    return kind.name === 'bmp' ? asBitmapFile(own) : own;
  };
  return { picture: { name: kind.name, picture }, end };
}

/** Macintosh pictures are files only with an empty header of 512 bytes. */
const PICT_HEADER = Buffer.alloc(512);
const DEFLATED = 0;

function metafile(body: Buffer, name: string, most: number): Buffer | null {
  const packed = body.subarray(METAFILE_HEADER, METAFILE_HEADER + body.readUInt32LE(28));
  const plain = body[32] === DEFLATED ? inflated(packed, most) : packed;
  return plain === null || name !== 'pict' ? plain : Buffer.concat([PICT_HEADER, plain]);
}

function inflated(packed: Buffer, most: number): Buffer | null {
  if (most === 0) return null;
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
}
