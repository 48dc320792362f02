import type { ImagePart } from './image.ts';

/** Chunks of a WebP file (RFC 9649, 2.7.1.4 and 2.7.1.5). */
export function* riffParts(bytes: Buffer): Generator<ImagePart> {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length));
    const place = `${type.trim()} chunk at byte ${at}`;
    if (type === 'EXIF') {
      const bare = body.toString('latin1', 0, 6) === 'Exif\0\0' ? body.subarray(6) : body;
      yield { kind: 'exif', bytes: bare, place: `EXIF, ${place}` };
    } else if (type === 'XMP ') yield { kind: 'xmp', bytes: body, place };
    else if (type === 'C2PA') yield { kind: 'c2pa', bytes: body, place };
    at += 8 + length + (length & 1);
  }
}
