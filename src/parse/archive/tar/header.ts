/** One 512-byte tar header: v7, ustar, pax, GNU and star (POSIX.1-1988, tar(5) of libarchive, GNU tar). */
export interface TarHeader {
  readonly name: Uint8Array;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Null when the field is negative or no number. */
  readonly size: number | null;
  readonly modified: number | null;
  /** One character; a NUL of the old format is given as '0'. */
  readonly type: string;
  readonly link: Uint8Array;
  readonly user: Uint8Array;
  readonly group: Uint8Array;
  readonly format: 'v7' | 'ustar' | 'gnu' | 'star';
  readonly accessed: number | null;
  readonly changed: number | null;
}

/** Bytes of a block: headers take one, contents fill up to whole ones. */
export const BLOCK = 512;

/** Where two formats keep the times of access and of change; others have none. */
const MORE_TIMES: Readonly<
  Partial<Record<TarHeader['format'], Readonly<Record<'accessed' | 'changed', number>>>>
> = {
  gnu: { accessed: 345, changed: 357 },
  star: { accessed: 476, changed: 488 },
};

/** Reads a header block; null when its checksum is wrong, so that it is none. */
export function tarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < BLOCK || !checksumFits(block)) return null;
  const format = formatOf(block);
  const type = String.fromCharCode(block[156] ?? 0);
  const times = MORE_TIMES[format];
  return {
    name: fullName(block, format),
    mode: numberField(block, 100, 8) ?? 0,
    uid: numberField(block, 108, 8) ?? 0,
    gid: numberField(block, 116, 8) ?? 0,
    size: sizeField(block),
    modified: numberField(block, 136, 12),
    type: type === '\0' ? '0' : type,
    link: textField(block, 157, 100),
    user: format === 'v7' ? new Uint8Array(0) : textField(block, 265, 32),
    group: format === 'v7' ? new Uint8Array(0) : textField(block, 297, 32),
    format,
    accessed: times === undefined ? null : numberField(block, times.accessed, 12),
    changed: times === undefined ? null : numberField(block, times.changed, 12),
  };
}

/** Two such blocks end an archive (POSIX pax, "ustar Interchange Format"); 512 bytes at most, so a loop will do. */
export function isZeroBlock(block: Uint8Array): boolean {
  for (const byte of block) if (byte !== 0) return false;
  return true;
}

/**
 * A number in octal text, or in base 256 when the top bit is set (GNU and star, for large and negative
 * values). Null for anything else, and for numbers no double holds.
 */
export function numberField(block: Uint8Array, at: number, length: number): number | null {
  const first = block[at] ?? 0;
  if ((first & 0x80) !== 0) return base256(block, at, length);
  const text = Buffer.from(textField(block, at, length))
    .toString('latin1')
    .trim();
  if (text === '') return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** The bytes of a field up to its first NUL. */
function textField(block: Uint8Array, at: number, length: number): Uint8Array {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

function base256(block: Uint8Array, at: number, length: number): number | null {
  const negative = ((block[at] ?? 0) & 0x40) !== 0;
  let value = BigInt((block[at] ?? 0) & 0x3f);
  for (let index = 1; index < length; index++) value = (value << 8n) | BigInt(block[at + index] ?? 0);
  if (negative) value -= 1n << BigInt(length * 8 - 2);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}

function sizeField(block: Uint8Array): number | null {
  const size = numberField(block, 124, 12);
  return size !== null && size >= 0 ? size : null;
}

/** The checksum field counts as spaces. Some old tars summed signed bytes. */
function checksumFits(block: Uint8Array): boolean {
  const recorded = numberField(block, 148, 8);
  if (recorded === null || recorded === 0) return false;
  let [unsigned, signed] = [0, 0];
  for (let at = 0; at < BLOCK; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return recorded === unsigned || recorded === signed;
}

function formatOf(block: Uint8Array): TarHeader['format'] {
  const magic = Buffer.from(block.subarray(257, 265)).toString('latin1');
  if (magic === 'ustar  \0') return 'gnu';
  if (!magic.startsWith('ustar')) return 'v7';
  return Buffer.from(block.subarray(508, 512)).toString('latin1') === 'tar\0' ? 'star' : 'ustar';
}

/** ustar splits long names into prefix and name; star's prefix is shorter, GNU has none. */
function fullName(block: Uint8Array, format: TarHeader['format']): Uint8Array {
  const name = textField(block, 0, 100);
  if (format === 'v7' || format === 'gnu') return name;
  const prefix = textField(block, 345, format === 'star' ? 131 : 155);
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
}
