import type { Defect } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';

/** What a block says it is in its first line (RFC 9580, 6.2). */
export type ArmorKind = 'message' | 'signed-text' | 'signature' | 'public-key' | 'private-key';

/** A block without its armor. */
export interface Armor {
  readonly kind: ArmorKind;
  /** `Version`, `Comment`, `Hash` ... as written. */
  readonly headers: Readonly<Record<string, string>>;
  /** The packets; for signed text those of the signature under it. */
  readonly packets: Uint8Array;
  /** The text above the signature, dashes undone; empty for the other kinds. */
  readonly text: Uint8Array;
  readonly defects: readonly Defect[];
}

const BEGIN = '-----BEGIN PGP ';

/** How far into the text an armour is looked for. */
const SEARCHED = 64 * 1024;

/** Header lines read. Attack: a header without end. */
const HEADERS = 40;

const KINDS: Readonly<Record<string, ArmorKind>> = {
  MESSAGE: 'message',
  'SIGNED MESSAGE': 'signed-text',
  SIGNATURE: 'signature',
  'PUBLIC KEY BLOCK': 'public-key',
  'PRIVATE KEY BLOCK': 'private-key',
};

/** The first ASCII armour in a text (RFC 9580, 6 and 7), or null. */
export function readArmor(bytes: Uint8Array): Armor | null {
  const buffer = asBuffer(bytes);
  const start = buffer.subarray(0, SEARCHED).indexOf(BEGIN, 0, 'latin1');
  if (start < 0) return null;
  const lineEnd = endOfLine(buffer, start);
  const title = buffer.toString('latin1', start + BEGIN.length, lineEnd).replace(/-----\s{0,40}$/, '');
  const kind = KINDS[title.replace(/, PART .{1,20}$/, '')];
  if (kind === undefined) return null;
  const { headers, bodyStart } = readHeaders(buffer, lineEnd);
  if (kind !== 'signed-text')
    return { kind, headers, text: buffer.subarray(0, 0), ...readBase64(buffer, bodyStart) };
  const under = buffer.indexOf(`\n${BEGIN}SIGNATURE-----`, bodyStart - 1, 'latin1');
  if (under < 0) {
    const defects: Defect[] = [{ code: 'pgp-signature-missing' }];
    const text = withoutDashes(buffer.subarray(bodyStart));
    return { kind, headers, packets: buffer.subarray(0, 0), text, defects };
  }
  const signature = readHeaders(buffer, endOfLine(buffer, under + 1));
  const text = withoutDashes(buffer.subarray(bodyStart, Math.max(bodyStart, under)));
  return { kind, headers, text, ...readBase64(buffer, signature.bodyStart) };
}

/** Offset of the line end after `at`, or the length. */
function endOfLine(buffer: Buffer, at: number): number {
  const end = buffer.indexOf(0x0a, at);
  return end < 0 ? buffer.length : end;
}

/** Lines of `Key: value` up to a blank one. */
function readHeaders(
  buffer: Buffer,
  titleEnd: number,
): { headers: Record<string, string>; bodyStart: number } {
  const headers: Record<string, string> = {};
  let at = titleEnd + 1;
  for (let i = 0; i < HEADERS && at < buffer.length; i++) {
    const end = endOfLine(buffer, at);
    const line = buffer.toString('utf8', at, Math.min(end, at + 1000)).trimEnd();
    if (line === '') return { headers, bodyStart: end + 1 };
    const field = /^([A-Za-z-]{1,40}): ?(.*)$/.exec(line);
    // Mail programs lose the blank line; the first line that is no header begins the body.
    if (field === null) return { headers, bodyStart: at };
    headers[field[1] ?? ''] = field[2] ?? '';
    at = end + 1;
  }
  return { headers, bodyStart: Math.min(at, buffer.length) };
}

/** Base64 up to the checksum line or the end line. The checksum is optional (RFC 9580, 6.1) but tells of damage. */
function readBase64(buffer: Buffer, start: number): { packets: Uint8Array; defects: Defect[] } {
  const stop = buffer.indexOf('-----END PGP ', start, 'latin1');
  const text = buffer.toString('latin1', start, stop < 0 ? buffer.length : stop);
  const check = /[\r\n]=([A-Za-z0-9+/]{4})\s{0,8}$/.exec(text.slice(-64));
  const body = check === null ? text : text.slice(0, text.lastIndexOf(`=${check[1]}`));
  const packets = Buffer.from(body, 'base64');
  const defects: Defect[] = stop < 0 ? [{ code: 'pgp-armor-truncated' }] : [];
  if (check !== null && crc24(packets) !== Buffer.from(check[1] ?? '', 'base64').readUIntBE(0, 3)) {
    defects.push({ code: 'pgp-armor-checksum' });
  }
  return { packets, defects };
}

/** RFC 9580, 6.1.1. */
function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let i = 0; i < 8; i++) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1;
  }
  return crc & 0xffffff;
}

/** Undoes dash escaping (RFC 9580, 7.2). */
function withoutDashes(text: Buffer): Uint8Array {
  const plain = text.toString('latin1').replace(/^- /gm, '');
  return plain.length === text.length ? text : Buffer.from(plain, 'latin1');
}
