/** One member as its central directory record, or failing that its local header, describes it. */
export interface ZipEntry {
  /** Where the record lies, for defects. */
  readonly at: number;
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  /** Null when only a data descriptor that was not found knows it (streamed and cut off). */
  readonly crc: number | null;
  readonly compressedSize: number;
  readonly size: number | null;
  readonly disk: number;
  readonly externalAttributes: number;
  /** Offset of the local header as recorded, not yet corrected for bytes before the archive. */
  readonly localAt: number;
  readonly name: Uint8Array;
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
}

/** General purpose bits, APPNOTE 4.4.4. */
export const FLAG_ENCRYPTED = 1 << 0;

/** Sizes and checksum stand behind the data (APPNOTE 4.4.4). */
export const FLAG_DESCRIPTOR = 1 << 3;

/** PKWARE's own encryption, which is not read. */
export const FLAG_STRONG_ENCRYPTION = 1 << 6;

/** Name and comment are UTF-8. */
export const FLAG_UTF8 = 1 << 11;

/** The central directory is encrypted, and local headers are masked. */
export const FLAG_MASKED_HEADERS = 1 << 13;

/** In a field of 32 bits: the true value stands in the ZIP64 field (APPNOTE 4.5.3). */
export const SATURATED = 0xffffffff;

/** "Version made by" hosts whose external attributes carry a Unix mode: Unix, OS X (APPNOTE 4.4.2). */
const UNIX_HOSTS = [3, 19];

/** The Unix mode (type and permissions), or 0 when the entry was made elsewhere. */
export function unixMode(entry: ZipEntry): number {
  return UNIX_HOSTS.includes(entry.madeBy >> 8) ? entry.externalAttributes >>> 16 : 0;
}

/**
 * By the file type in the Unix mode (S_IFMT of POSIX stat.h), which Unix archivers keep in the external
 * attributes.
 */
export function isSymlink(entry: ZipEntry): boolean {
  return (unixMode(entry) & 0o170000) === 0o120000;
}

/** Deflate writes an empty file as two bytes; some packers do so for directories. */
const EMPTY_DEFLATE = 2;

/**
 * A directory by its trailing slash, Unix type or DOS attribute, as long as it holds nothing: a
 * "directory" with data is an entry, or its data would be lost in silence.
 */
export function isDirectory(entry: ZipEntry): boolean {
  if (entry.compressedSize > EMPTY_DEFLATE) return false;
  const last = entry.name[entry.name.length - 1];
  if (last === 0x2f || (last === 0x5c && entry.madeBy >> 8 !== 3)) return true;
  if ((unixMode(entry) & 0o170000) === 0o040000) return true;
  return (entry.externalAttributes & 0x10) !== 0 && (entry.size ?? 0) === 0 && entry.madeBy >> 8 !== 3;
}
