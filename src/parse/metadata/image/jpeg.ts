import type { ImagePart } from './image.ts';

/** Application segments before the picture (ITU T.81, annex B; Exif 2.32, 4.7; XMP part 3, 1.1.3). */
export function* jpegParts(bytes: Buffer): Generator<ImagePart> {
  const extended = new ExtendedXmp();
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // The picture itself, and its end.
    if (marker === 0xda || marker === 0xd9) {
      yield* extended.parts();
      yield* film(bytes, at);
      return;
    }
    const length = bytes.readUInt16BE(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + Math.max(2, length));
    const part = marker === 0xe1 && extended.take(body) ? null : segment(marker, body, at);
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

const EXTENSION = 'http://ns.adobe.com/xmp/extension/\0';
/** Packets in segments: an id of 32 digits, the length of the whole, the place of this piece (XMP part 3, 1.1.3.1). */
const EXTENSION_HEAD = EXTENSION.length + 40;
/** Bytes of one packet. Attack: a length of gigabytes, or packets without number. */
const MOST_PACKET = 8 * 2 ** 20;
const MOST_PACKETS = 4;

/** XMP too long for one segment, put together again. */
class ExtendedXmp {
  readonly #packets = new Map<string, Buffer>();

  /** Whether the segment was a piece of such a packet. */
  take(body: Buffer): boolean {
    if (body.length < EXTENSION_HEAD || body.toString('latin1', 0, EXTENSION.length) !== EXTENSION)
      return false;
    const id = body.toString('latin1', EXTENSION.length, EXTENSION.length + 32);
    const length = body.readUInt32BE(EXTENSION.length + 32);
    if (length > MOST_PACKET) return true;
    let packet = this.#packets.get(id);
    if (packet === undefined && this.#packets.size < MOST_PACKETS) {
      packet = Buffer.alloc(length, 0x20);
      this.#packets.set(id, packet);
    }
    const at = body.readUInt32BE(EXTENSION.length + 36);
    if (packet !== undefined && at <= packet.length) body.copy(packet, at, EXTENSION_HEAD);
    return true;
  }

  *parts(): Generator<ImagePart> {
    for (const [id, bytes] of this.#packets) yield { kind: 'xmp', bytes, place: `extended XMP ${id}` };
  }
}

/** A few seconds of film that telephones put behind a photograph (motion photo): an MP4 begins with the box `ftyp`. */
function* film(bytes: Buffer, from: number): Generator<ImagePart> {
  const at = bytes.indexOf('ftyp', from, 'latin1') - 4;
  if (at < from) return;
  const size = bytes.readUInt32BE(at);
  const isBox = size >= 16 && size <= 256 && /^[\w ]{4}$/.test(bytes.toString('latin1', at + 8, at + 12));
  if (isBox) yield { kind: 'film', bytes: bytes.subarray(at), place: `film at byte ${at}` };
}
