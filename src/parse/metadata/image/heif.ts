import type { ImagePart } from './image.ts';

/** Items of one file; a photo has some sixty tiles. */
const MOST_ITEMS = 2_000;

/**
 * EXIF and XMP items of a HEIC, HEIF or AVIF file (ISO 14496-12, 8.11): `iinf` names the items, `iloc` tells
 * where each lies. Only items in one piece of the file itself are read, which is how cameras write them.
 */
export function* heifParts(bytes: Buffer): Generator<ImagePart> {
  const meta = box(bytes, 0, bytes.length, 'meta');
  if (meta === null) return;
  const names = itemTypes(bytes, box(bytes, meta.start + 4, meta.end, 'iinf'));
  for (const { id, start, end } of itemPlaces(bytes, box(bytes, meta.start + 4, meta.end, 'iloc'))) {
    const type = names.get(id);
    const body = bytes.subarray(start, Math.min(end, bytes.length));
    const place = `item ${id} at byte ${start}`;
    if (type === 'Exif' && body.length > 8)
      yield { kind: 'exif', bytes: body.subarray(4 + body.readUInt32BE(0)), place: `EXIF, ${place}` };
    else if (type === 'mime') yield { kind: 'xmp', bytes: body, place };
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The first box of a type between two offsets: its content. */
function box(bytes: Buffer, from: number, to: number, wanted: string): Span | null {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at);
    const large = size === 1 && at + 16 <= to;
    const short = size === 0 ? to - at : size;
    const length = large ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length < 8) return null;
    const end = Math.min(to, at + length);
    if (bytes.toString('latin1', at + 4, at + 8) === wanted) return { start: at + (large ? 16 : 8), end };
    at = end;
  }
  return null;
}

/** `infe` entries of version 2 and 3: id, protection, type. */
function itemTypes(bytes: Buffer, info: Span | null): ReadonlyMap<number, string> {
  const out = new Map<number, string>();
  if (info === null) return out;
  let at = info.start + (bytes[info.start] === 0 ? 6 : 8);
  while (at + 20 <= info.end && out.size < MOST_ITEMS) {
    const length = bytes.readUInt32BE(at);
    const wide = bytes[at + 8] === 3;
    const id = wide ? bytes.readUInt32BE(at + 12) : bytes.readUInt16BE(at + 12);
    const typeAt = at + (wide ? 18 : 16);
    out.set(id, bytes.toString('latin1', typeAt, typeAt + 4));
    if (length < 8) break;
    at += length;
  }
  return out;
}

function* itemPlaces(bytes: Buffer, location: Span | null): Generator<Span & { readonly id: number }> {
  if (location === null || location.start + 8 > location.end) return;
  const version = bytes[location.start] ?? 0;
  const sizes = bytes.readUInt16BE(location.start + 4);
  const [offsetSize, lengthSize, baseSize, indexSize] = [
    sizes >> 12,
    (sizes >> 8) & 15,
    (sizes >> 4) & 15,
    sizes & 15,
  ];
  let at = location.start + 6;
  const number = (size: number): number => {
    const start = at;
    at += size;
    if (size === 0 || start + size > bytes.length) return 0;
    // Sizes of offsets are 0, 4 or 8 (8.11.3.3); ids and counts have 2 or 4.
    if (size === 8) return Number(bytes.readBigUInt64BE(start));
    return size <= 6 ? bytes.readUIntBE(start, size) : 0;
  };
  const count = Math.min(number(version < 2 ? 2 : 4), MOST_ITEMS);
  for (let index = 0; index < count && at < location.end; index++) {
    const id = number(version < 2 ? 2 : 4);
    if (version > 0) at += 2;
    at += 2;
    const base = number(baseSize);
    const extents = Math.min(number(2), MOST_ITEMS);
    for (let extent = 0; extent < extents && at < location.end; extent++) {
      if (version > 0) at += indexSize;
      const start = base + number(offsetSize);
      const length = number(lengthSize);
      if (extents === 1) yield { id, start, end: start + length };
    }
  }
}
