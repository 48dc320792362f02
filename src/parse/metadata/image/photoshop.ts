import type { Collector } from '../collector.ts';
import type { ImagePart } from './image.ts';

/** Attack: a picture of millions of empty resources. */
const MOST_RESOURCES = 500;
const KINDS: Readonly<Record<number, ImagePart['kind']>> = {
  1028: 'iptc',
  1033: 'thumbnail',
  1036: 'thumbnail',
  1058: 'exif',
  1060: 'xmp',
};
/** In front of the JPEG of a thumbnail resource: format, sizes, depth (Photoshop File Formats, 2). */
const THUMBNAIL_HEAD = 28;
/** Number of the resource that holds a thumbnail, before and since Photoshop 5. */
export const THUMBNAIL_RESOURCES: ReadonlySet<number> = new Set([1033, 1036]);

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

/** Who wrote the block: Photoshop, or ImageReady, PhotoDeluxe and Lightroom (as ExifTool lists them). */
const SIGNATURE = /^(?:8BIM|AgHg|DCSR|MeSa|PHUT)$/;

/** Blocks of a signature, number, Pascal name and content, each on an even byte (Photoshop File Formats, 2). */
export function* photoshopResources(
  bytes: Buffer,
): Generator<{ readonly id: number; readonly body: Buffer }> {
  for (let at = 0, count = 0; at + 12 <= bytes.length && count < MOST_RESOURCES; count++) {
    if (!SIGNATURE.test(bytes.toString('latin1', at, at + 4))) return;
    const id = bytes.readUInt16BE(at + 4);
    const name = (bytes[at + 6] ?? 0) + 1;
    const sizeAt = at + 6 + name + (name & 1);
    if (sizeAt + 4 > bytes.length) return;
    const size = bytes.readUInt32BE(sizeAt);
    yield { id, body: bytes.subarray(sizeAt + 4, Math.min(bytes.length, sizeAt + 4 + size)) };
    at = sizeAt + 4 + size + (size & 1);
  }
}

/** The JPEG of a thumbnail resource; raw pixels, which no program writes, are left out. */
export function collectThumbnail(body: Uint8Array, out: Collector): void {
  const picture = body.subarray(THUMBNAIL_HEAD);
  if (picture[0] === 0xff && picture[1] === 0xd8) out.embed('thumbnail.jpg', picture);
}
