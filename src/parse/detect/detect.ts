import type { ByteSource } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { utf8OfUtf16, utf16Order } from '../text/wide.ts';
import { cfbType, isCfb } from './cfb-type.ts';
import { cryptoType } from './crypto-type.ts';
import {
  archive,
  type Detection,
  document,
  empty,
  type Match,
  message,
  unknown,
  wideMbox,
  wideMessage,
} from './detection.ts';
import { matchMagic } from './magic.ts';
import { mailType } from './mail-type.ts';
import { extensionOf, isMessageName, mailHint, mismatchOf, typeByName } from './name-type.ts';
import { type Reach, reachOf } from './reach.ts';
import { isTar } from './tar.ts';
import { textType } from './text-type.ts';
import { endRecord, zipType } from './zip-type.ts';

/** Bytes of the beginning and the end that detection wants; smaller files are given whole, twice. */
export const HEAD_BYTES = 64 * 1024;
export const TAIL_BYTES = 64 * 1024 + 22;

/**
 * What bytes are: by their content, the name only where content leaves a choice. `head` is the first
 * HEAD_BYTES or all, `tail` the last TAIL_BYTES (or empty: then zip and OLE files are told less exactly),
 * `name` the file's name or path. `more` reads elsewhere, for OLE and zip directories in large files.
 */
export function detectType(
  head: Uint8Array,
  tail: Uint8Array,
  name: string,
  size: number,
  more: Reach | null = null,
): Detection {
  const extension = extensionOf(name);
  const match = recognise({ head, tail, name, extension, size, reach: reachOf(head, tail, size, more) });
  return { ...match, mismatch: mismatchOf(extension, match.type) };
}

/** `detectType` for all the bytes of something. */
export function detectBytes(bytes: Uint8Array, name: string): Detection {
  return detectType(bytes, bytes, name, bytes.length);
}

/** `detectType` for a source; reads its tail and directories only where the head calls for it. */
export function detectSource(source: ByteSource, name: string): Detection {
  const head = source.read(0, HEAD_BYTES);
  const more: Reach = (offset, length) => source.read(offset, length);
  const wantsTail = source.size > head.length && !isTextStart(head);
  const tail = wantsTail ? source.read(Math.max(0, source.size - TAIL_BYTES), TAIL_BYTES) : head;
  return detectType(
    head,
    wantsTail || source.size === head.length ? tail : head.subarray(0, 0),
    name,
    source.size,
    more,
  );
}

/** Letters from the first byte on, as in every message: nothing about it stands at the end. */
function isTextStart(head: Uint8Array): boolean {
  for (let i = 0; i < 8; i++) {
    const byte = head[i] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return false;
  }
  return !(head[0] === 0x50 && head[1] === 0x4b) && !(head[0] === 0x4d && head[1] === 0x5a);
}

/** What there is to go by. */
interface Looked {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly name: string;
  readonly extension: string;
  readonly size: number;
  readonly reach: Reach;
}

function recognise({ head, tail, name, extension, size, reach }: Looked): Match {
  if (size === 0) return empty;
  const mail = isBinaryStart(head) ? null : mailType(head, size, mailHint(name, extension));
  if (mail !== null) return mail;
  const wide = wideMail(head, size, name, extension);
  if (wide !== null) return wide;
  if (head[0] === 0x50 && head[1] === 0x4b && isZipStart(head)) return zipType(head, tail, size, reach);
  if (isCfb(head)) return cfbType(head, tail, size, reach);
  if (hasPdfMark(head)) return document('application/pdf');
  if (isTar(head)) return archive('application/x-tar', 'tar');
  const magic = matchMagic(head) ?? cryptoType(head, extension);
  if (magic !== null) return selfExtracting(magic, tail, reach) ?? magic;
  const text = textType(head, extension);
  if (text !== null) return textOrName(text, head, name, extension);
  return endRecord(tail) >= 0 ? archive('application/zip', 'zip') : (typeByName(extension) ?? unknown);
}

/** Mail in UTF-16, only where the first bytes may be so: a mark, or a letter and a zero. */
function wideMail(head: Uint8Array, size: number, name: string, extension: string): Match | null {
  const [first = 0, second = 0] = head;
  if (first < 0xfe && (first === 0) === (second === 0)) return null;
  const order = utf16Order(head);
  if (order === null) return null;
  const found = mailType(utf8OfUtf16(head, order), size >> 1, mailHint(name, extension));
  if (found?.container === 'mbox') return wideMbox;
  return found?.container === 'message' ? wideMessage : null;
}

/** A zero or a byte no text begins with: a stored archive may hold a whole message some lines further on. */
function isBinaryStart(head: Uint8Array): boolean {
  for (let i = 0; i < 8; i++) if (head[i] === 0) return true;
  return isCfb(head) || (head[0] === 0x50 && head[1] === 0x4b && isZipStart(head));
}

/** Two names that plain text can be believed for. */
function textOrName(text: Match, head: Uint8Array, name: string, extension: string): Match {
  if (text.type !== 'text/plain') return text;
  // Text without any header, in a file that calls itself a message: its header is empty (RFC 5322, 3.5).
  if (isMessageName(name, extension)) return message;
  // The mark is damaged, the objects are there: readers open such files by looking for the objects.
  return extension === 'pdf' && contains(head, ' obj') ? document('application/pdf') : text;
}

/** A local header, an empty archive, or the marks of a split one (APPNOTE 4.3.7, 4.3.16, 8.5.3). */
function isZipStart(head: Uint8Array): boolean {
  const [, , third, fourth] = head;
  return (
    (third === 3 && fourth === 4) ||
    (third === 5 && fourth === 6) ||
    (third === 7 && fourth === 8) ||
    (third === 0x30 && fourth === 0x30)
  );
}

/** Readers accept the mark anywhere in the first 1,024 bytes (PDF 1.7, annex H.3.4). */
function hasPdfMark(head: Uint8Array): boolean {
  return contains(head.subarray(0, 1024 + 5), '%PDF-') || contains(head.subarray(0, 4), '%PDF');
}

/** Stubs of self-extracting archives are a few hundred kilobytes. */
const STUB_BYTES = 1 << 20;

const PROGRAMS = new Set(['application/vnd.microsoft.portable-executable', 'application/x-executable']);

/** A program that carries an archive: its type stays that of a program, its container is the archive. */
function selfExtracting(program: Match, tail: Uint8Array, reach: Reach): Match | null {
  if (!PROGRAMS.has(program.type)) return null;
  const stub = reach(0, STUB_BYTES);
  if (contains(stub, 'Rar!\x1a\x07')) return { ...program, kind: 'archive', container: 'archive:rar' };
  if (contains(stub, "7z\xbc\xaf'\x1c")) return { ...program, kind: 'archive', container: 'archive:7z' };
  return endRecord(tail) >= 0 ? { ...program, kind: 'archive', container: 'archive:zip' } : null;
}

function contains(bytes: Uint8Array, text: string): boolean {
  return asBuffer(bytes).indexOf(text, 0, 'latin1') >= 0;
}
