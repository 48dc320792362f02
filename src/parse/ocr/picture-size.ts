import { asBuffer } from '../binary/as-buffer.ts';

/** Pixels of a picture as its header announces them: looked at before anything is decoded. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Segments of a JPEG before its frame. Attack: a million empty ones. */
const MOST_SEGMENTS = 10_000;

/** Width and height of a PNG, JPEG, GIF or WebP; null when the header does not tell. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const buffer = asBuffer(bytes);
  if (buffer.length < 30) return null;
  const head = buffer.toString('latin1', 0, 16);
  // PNG third edition, 11.2.1; GIF89a, 18.
  if (head.startsWith('\x89PNG')) return { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  if (head.startsWith('GIF8')) return { width: buffer.readUInt16LE(6), height: buffer.readUInt16LE(8) };
  if (head.startsWith('\xff\xd8')) return jpegFrame(buffer);
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? webpSize(buffer) : null;
}

/** What the frame header of a JPEG says (ITU T.81, B.2.2). */
export interface JpegFrame extends PictureSize {
  readonly bits: number;
  readonly components: number;
  /** All of it has to be read before any line is known. */
  readonly progressive: boolean;
}

/** The first start of frame, ITU T.81 B.2.2. */
export function jpegFrame(bytes: Buffer): JpegFrame | null {
  for (let at = 2, count = 0; at + 10 <= bytes.length && count < MOST_SEGMENTS; count++) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame)
      return {
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
        bits: bytes[at + 4] ?? 0,
        components: bytes[at + 9] ?? 0,
        progressive: marker > 0xc1,
      };
    at += marker === 0xff ? 1 : 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}

/** The first chunk, RFC 9649: lossy (RFC 6386, 9.1), lossless, extended. */
function webpSize(bytes: Buffer): PictureSize | null {
  const chunk = bytes.toString('latin1', 12, 16);
  if (chunk === 'VP8 ')
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return chunk === 'VP8X'
    ? { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    : null;
}
