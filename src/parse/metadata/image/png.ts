import { isUtf8 } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import type { ImagePart } from './image.ts';

/** A text chunk: notes, not books. */
const LONGEST_TEXT = 2 ** 20;

/** Chunks of a PNG (PNG third edition, 11.3): texts, XMP, EXIF. */
export function* pngParts(bytes: Buffer): Generator<ImagePart> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length));
    const place = `${type} at byte ${at}`;
    if (type === 'eXIf') yield { kind: 'exif', bytes: body, place: `EXIF, ${place}` };
    else if (type === 'caBX') yield { kind: 'c2pa', bytes: body, place };
    else if (type === 'tIME' && body.length >= 7) yield { kind: 'modified', bytes: body, place };
    else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
      const part = textPart(type, body, place);
      if (part !== null) yield part;
    }
    at += 12 + length;
  }
}

function textPart(type: string, body: Buffer, place: string): ImagePart | null {
  const end = body.indexOf(0);
  if (end < 1 || end > 79) return null;
  const key = body.toString('latin1', 0, end);
  const text = textOf(type, body, end);
  if (key === 'XML:com.adobe.xmp') return { kind: 'xmp', bytes: text, place };
  if (/^software$/i.test(key)) return { kind: 'software', bytes: text, place: `${place} ${key}` };
  // ImageMagick keeps raw profiles as hexadecimal text.
  if (key.startsWith('Raw profile type')) return rawProfile(key, text, place);
  const keyword = KEYWORDS[key];
  if (keyword !== undefined) return { kind: 'text', field: keyword, bytes: text, place: `${place} ${key}` };
  return { kind: 'text', bytes: Buffer.concat([Buffer.from(`${key}: `), text]), place };
}

function textOf(type: string, body: Buffer, end: number): Buffer {
  // Latin-1 by the format (11.3.3.2); half of the programs write UTF-8.
  if (type === 'tEXt') return asUtf8(body.subarray(end + 1));
  if (type === 'zTXt') return asUtf8(inflated(body.subarray(end + 2)));
  // iTXt: flag, method, language, translated keyword, text.
  const packed = body[end + 1] === 1;
  const language = body.indexOf(0, end + 3);
  const translated = body.indexOf(0, language + 1);
  const text = body.subarray(Math.max(translated, end) + 1);
  return packed ? inflated(text) : text;
}

function asUtf8(text: Buffer): Buffer {
  return isUtf8(text) ? text : Buffer.from(text.toString('latin1'), 'utf8');
}

/** Keywords of the format (11.3.3.2) that have a field of their own; others are told with their name, as a comment. */
const KEYWORDS: Readonly<Record<string, string>> = {
  Title: 'title',
  Author: 'author',
  Description: 'description',
  Copyright: 'rights',
  'Creation Time': 'created',
  Source: 'source',
  Comment: 'comment',
};

function rawProfile(key: string, text: Buffer, place: string): ImagePart | null {
  // A line of a name (ImageMagick: `exif`; ExifTool: `IPTC profile`), one of the length, then the bytes.
  const lines = text.toString('latin1').trim().split('\n').slice(2);
  const bytes = Buffer.from(lines.join('').replace(/\s+/g, ''), 'hex');
  if (key.endsWith('exif') || key.endsWith('APP1')) return { kind: 'exif', bytes: bytes.subarray(6), place };
  if (key.endsWith('xmp')) return { kind: 'xmp', bytes, place };
  return key.endsWith('iptc') || key.endsWith('8bim') ? { kind: 'iptc', bytes, place } : null;
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST_TEXT });
  } catch {
    return Buffer.alloc(0);
  }
}
