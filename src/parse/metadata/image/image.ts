import { asBuffer } from '../../binary/as-buffer.ts';
import { isoMoment } from '../clock.ts';
import type { Collector } from '../collector.ts';
import { collectXmp } from '../xmp.ts';
import { boxParts } from './boxes.ts';
import { collectExif } from './exif.ts';
import { heifParts } from './heif.ts';
import { collectIptc } from './iptc.ts';
import { jpegParts } from './jpeg.ts';
import { collectThumbnail, photoshopParts } from './photoshop.ts';
import { pngParts } from './png.ts';
import { riffParts } from './riff.ts';

/** A piece of an image that holds metadata. */
export interface ImagePart {
  readonly kind:
    | 'exif'
    | 'xmp'
    | 'iptc'
    | 'comment'
    | 'software'
    | 'text'
    | 'c2pa'
    | 'modified'
    | 'film'
    | 'thumbnail';
  readonly bytes: Uint8Array;
  /** What a text is, if not a comment. */
  readonly field?: string;
  /** Where it lies: `APP1 at byte 20`. */
  readonly place: string;
}

/** Pieces of one image. Attack: a million comments. */
const MOST_PARTS = 500;

/**
 * EXIF, XMP, IPTC, comments and C2PA marks of JPEG, PNG, TIFF, WebP, HEIF and GIF. `place` goes in front of each
 * place; `thumbnails` puts the small pictures inside among the embedded files.
 */
export function collectImage(bytes: Uint8Array, place: string, out: Collector, thumbnails: boolean): void {
  let count = 0;
  for (const part of partsOf(asBuffer(bytes))) {
    if (++count > MOST_PARTS) break;
    const where = `${place}${part.place}`;
    if (part.kind === 'exif') collectExif(part.bytes, where, out, thumbnails);
    else if (part.kind === 'xmp') collectXmp(part.bytes, `${place}XMP, ${part.place}`, out);
    else if (part.kind === 'iptc') collectIptc(part.bytes, where, out, thumbnails);
    else if (part.kind === 'modified') collectPngTime(Buffer.from(part.bytes), where, out);
    else if (part.kind === 'thumbnail') {
      if (thumbnails) collectThumbnail(part.bytes, out);
    } else if (part.kind === 'film') {
      if (thumbnails) out.embed('film.mp4', part.bytes);
    } else if (part.kind === 'c2pa') out.field('content-credentials', 'present', where);
    else if (part.field !== undefined)
      collectText(part.field, Buffer.from(part.bytes).toString('utf8'), where, out);
    else
      out.field(
        part.kind === 'software' ? 'application' : 'comment',
        Buffer.from(part.bytes).toString('utf8'),
        where,
      );
  }
}

function collectText(field: string, text: string, where: string, out: Collector): void {
  out.time(field, text, field === 'created' ? isoMoment(text) : null, where);
}

/** Seven bytes in UTC, PNG third edition, 11.3.7.1. */
function collectPngTime(bytes: Buffer, where: string, out: Collector): void {
  const two = (at: number) => String(bytes[at] ?? 0).padStart(2, '0');
  const year = String(bytes.readUInt16BE(0)).padStart(4, '0');
  const text = `${year}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`;
  out.time('modified', text, isoMoment(text), where);
}

function* partsOf(bytes: Buffer): Generator<ImagePart> {
  const head = bytes.toString('latin1', 0, 12);
  if (head.startsWith('\xff\xd8')) yield* jpegParts(bytes);
  else if (head.startsWith('\x89PNG')) yield* pngParts(bytes);
  else if (head.startsWith('RIFF')) yield* riffParts(bytes);
  else if (head.slice(4, 8) === 'ftyp') yield* heifParts(bytes);
  else if (JPEG_2000.test(head)) yield* boxParts(bytes);
  else if (/^(?:II[*+]\0|MM\0[*+])/.test(head)) yield { kind: 'exif', bytes, place: 'TIFF' };
  else if (head.startsWith('8BPS')) yield* photoshopParts(bytes);
  else if (head.startsWith('GIF8')) yield* gifParts(bytes);
}

/** The signature box of JPEG 2000 and JPEG XL (ISO 15444-1, I.5.1; 18181-2, 9.1): twelve bytes. */
const JPEG_2000 = /^.{4}(?:jP {2}|JXL )/s;

/** What ends the packet for readers of GIF that take it for a chain of short blocks (XMP part 3, 1.1.2). */
const XMP_TRAILER = '\x01\xff\xfe\xfd';

/** Comments (GIF89a, 24) and the XMP application block: found by their marks, the pictures between passed over. */
function* gifParts(bytes: Buffer): Generator<ImagePart> {
  const xmp = bytes.indexOf('XMP DataXMP');
  if (xmp > 0) {
    const end = bytes.indexOf(XMP_TRAILER, xmp, 'latin1');
    const packet = bytes.subarray(xmp + 11, end < 0 ? bytes.length : end);
    yield { kind: 'xmp', bytes: packet, place: `application block at byte ${xmp}` };
  }
  for (
    let at = bytes.indexOf(Buffer.from([0x21, 0xfe]));
    at >= 0;
    at = bytes.indexOf(Buffer.from([0x21, 0xfe]), at + 2)
  ) {
    const length = bytes[at + 2] ?? 0;
    const text = bytes.subarray(at + 3, at + 3 + length);
    // Two bytes also occur within pictures; words do not.
    if (length > 3 && /^[\t\n\r -~]+$/.test(text.toString('latin1')))
      yield { kind: 'comment', bytes: text, place: `comment at byte ${at}` };
  }
}
