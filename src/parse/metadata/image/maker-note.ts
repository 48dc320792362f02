import type { Collector } from '../collector.ts';
import { type IfdEntry, readIfd, type TiffReader, tiffReader } from './tiff.ts';

/** Tags of the two makers whose notes name the body or its owner; the others keep that in EXIF, or nowhere. */
const NIKON: ReadonlyMap<number, string> = new Map([
  [0x001d, 'camera-serial'],
  [0x00a0, 'camera-serial'],
]);
const CANON: ReadonlyMap<number, string> = new Map([
  [0x0006, 'camera-model'],
  [0x0007, 'firmware'],
  [0x0009, 'owner'],
  [0x000c, 'camera-serial'],
  [0x0095, 'lens'],
]);

/** The maker's own notes (Exif 2.32, tag 0x927c): Nikon has a TIFF of its own in them, Canon a bare directory. */
export function collectMakerNote(tiff: TiffReader, entry: IfdEntry, place: string, out: Collector): void {
  const head = Buffer.from(entry.bytes.subarray(0, 10)).toString('latin1');
  if (head.startsWith('Nikon\0\x02')) {
    const own = tiffReader(entry.bytes.subarray(10));
    if (own !== null) collect(own, own.u32(4), NIKON, `${place} Nikon note`, out);
  } else if (/^Canon/i.test(makeOf(tiff))) collect(tiff, entry.at, CANON, `${place} Canon note`, out);
}

function collect(
  tiff: TiffReader,
  at: number,
  fields: ReadonlyMap<number, string>,
  place: string,
  out: Collector,
): void {
  for (const [tag, { bytes, numbers }] of readIfd(tiff, at).entries) {
    const field = fields.get(tag);
    if (field === undefined) continue;
    const words = Buffer.from(bytes).toString('latin1').split('\0')[0] ?? '';
    const text = numbers[0] === undefined ? words : String(numbers[0]);
    if (/^[ -~\xa0-\xff]*$/.test(text))
      out.field(field, text, `${place} tag 0x${tag.toString(16).padStart(4, '0')}`);
  }
}

function makeOf(tiff: TiffReader): string {
  const make = readIfd(tiff, tiff.u32(4)).entries.get(0x010f);
  return make === undefined ? '' : Buffer.from(make.bytes).toString('latin1');
}
