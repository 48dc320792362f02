import type { ImagePart } from './image.ts';

const MOST_RESOURCES = 500;
const KINDS: Readonly<Record<number, ImagePart['kind']>> = { 1028: 'iptc', 1058: 'exif', 1060: 'xmp' };

/** Image resources of a Photoshop file: behind the header of 26 bytes and the colour table. */
export function* photoshopParts(bytes: Buffer): Generator<ImagePart> {
  if (bytes.length < 34) return;
  const at = 30 + bytes.readUInt32BE(26);
  if (at + 4 > bytes.length) return;
  const end = Math.min(bytes.length, at + 4 + bytes.readUInt32BE(at));
  for (const { id, body } of photoshopResources(bytes.subarray(at + 4, end))) {
    const kind = KINDS[id];
    if (kind !== undefined) yield { kind, bytes: body, place: `image resource 0x${id.toString(16)}` };
  }
}

/** Blocks of `8BIM`, number, Pascal name and content, each on an even byte (Photoshop File Formats, 2). */
export function* photoshopResources(
  bytes: Buffer,
): Generator<{ readonly id: number; readonly body: Buffer }> {
  for (let at = 0, count = 0; at + 12 <= bytes.length && count < MOST_RESOURCES; count++) {
    if (bytes.toString('latin1', at, at + 4) !== '8BIM') return;
    const id = bytes.readUInt16BE(at + 4);
    const name = (bytes[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + name + (name & 1);
    if (sizeAt + 4 > bytes.length) return;
    const size = bytes.readUInt32BE(sizeAt);
    yield { id, body: bytes.subarray(sizeAt + 4, Math.min(bytes.length, sizeAt + 4 + size)) };
    at = sizeAt + 4 + size + (size & 1);
  }
}
