import type { ImagePart } from './image.ts';

/** Application segments before the picture (ITU T.81, annex B; Exif 2.32, 4.7; XMP part 3, 1.1.3). */
export function* jpegParts(bytes: Buffer): Generator<ImagePart> {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // The picture itself, and its end.
    if (marker === 0xda || marker === 0xd9) return;
    const length = bytes.readUInt16BE(at + 2);
    const part = segment(marker, bytes.subarray(at + 4, at + 2 + Math.max(2, length)), at);
    if (part !== null) yield part;
    at += 2 + Math.max(2, length);
  }
}

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';

function segment(marker: number, body: Buffer, at: number): ImagePart | null {
  const place = `APP${marker - 0xe0} at byte ${at}`;
  const head = body.toString('latin1', 0, 32);
  if (marker === 0xe1 && head.startsWith('Exif\0'))
    return { kind: 'exif', bytes: body.subarray(6), place: `EXIF, ${place}` };
  if (marker === 0xe1 && head.startsWith(XMP))
    return { kind: 'xmp', bytes: body.subarray(XMP.length), place };
  // Some programs write the packet without the usual header.
  if (marker === 0xe1 && /<\?xpacket|<x:xmpmeta/.test(body.toString('latin1', 0, 300)))
    return { kind: 'xmp', bytes: body, place };
  if (marker === 0xed && head.startsWith(PHOTOSHOP))
    return { kind: 'iptc', bytes: body.subarray(PHOTOSHOP.length), place: `IPTC, ${place}` };
  if (marker === 0xeb && head.includes('jumb')) return { kind: 'c2pa', bytes: body, place };
  if (marker === 0xfe) return { kind: 'comment', bytes: body, place: `comment at byte ${at}` };
  return null;
}
