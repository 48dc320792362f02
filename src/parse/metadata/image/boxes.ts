import type { ImagePart } from './image.ts';

/** Boxes of one file. Attack: a million empty ones. */
const MOST_BOXES = 2_000;

/** What a box `uuid` holds, by the id in front (XMP part 3, 1.1.4; ExifTool's Jpeg2000 tables). */
const BY_ID: Readonly<Record<string, ImagePart['kind']>> = {
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  '4a706754696666457869662d3e4a5032': 'exif',
  '33c7a4d2b81d4723a0baf1a3e097ad38': 'iptc',
};

/** EXIF, XMP and IPTC of JPEG 2000 and JPEG XL, each in a box of its own. What JPEG XL packs with Brotli (`brob`) is left. */
export function* boxParts(bytes: Buffer): Generator<ImagePart> {
  for (let at = 0, count = 0; at + 8 <= bytes.length && count < MOST_BOXES; count++) {
    const size = bytes.readUInt32BE(at);
    const wide = size === 1 && at + 16 <= bytes.length;
    const length = wide ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? bytes.length - at : size;
    if (length < 8) return;
    const part = partOf(bytes, at, wide ? 16 : 8, length);
    if (part !== null) yield part;
    at += length;
  }
}

function partOf(bytes: Buffer, at: number, head: number, length: number): ImagePart | null {
  const type = bytes.toString('latin1', at + 4, at + 8);
  const body = bytes.subarray(at + head, Math.min(bytes.length, at + length));
  const place = `box ${type.trim()} at byte ${at}`;
  if (type === 'xml ') return { kind: 'xmp', bytes: body, place };
  // Four bytes say where the TIFF structure begins (ISO 23008-12, A.2.1).
  if (type === 'Exif' && body.length > 8)
    return { kind: 'exif', bytes: body.subarray(4 + body.readUInt32BE(0)), place: `EXIF, ${place}` };
  if (type !== 'uuid') return null;
  const kind = BY_ID[body.toString('hex', 0, 16)];
  if (kind === undefined) return null;
  return {
    kind,
    bytes: body.subarray(16),
    place: kind === 'xmp' ? place : `${kind.toUpperCase()}, ${place}`,
  };
}
