import { inflateRawSync } from 'node:zlib';
import type { ByteSource, Defect, Failure, Limits } from '../../model/index.ts';
import { openDirectory } from '../archive/zip/directory.ts';
import { FLAG_ENCRYPTED, type ZipEntry } from '../archive/zip/entry.ts';
import { readLocalHeader } from '../archive/zip/local-header.ts';
import { decodePlain } from './plain-text.ts';

/** The parts of an office document that is a zip, read on demand and together no larger than one item may be. */
export interface PackageReader {
  /** Names in the order of the directory. */
  readonly names: readonly string[];
  /** The part as text, or null when it does not exist or cannot be read (then `failure` says why). */
  part(name: string): string | null;
  /** The part as bytes, likewise. */
  bytes(name: string): Uint8Array | null;
  /** How many bytes the part takes up in the package; 0 where there is none. */
  packedBytes(name: string): number;
  /** When the part was put into the zip: local time in steps of 2 s; null for none and for Office's 1980-01-01. */
  packed(name: string): string | null;
  /** Parts whose name fits, in natural order: slide2 before slide10. */
  matching(pattern: RegExp): readonly string[];
  failure(): Failure | null;
  readonly defects: readonly Defect[];
}

/** Attack: a package with a million parts. Large workbooks have hundreds. */
const PARTS = 20_000;

/**
 * Opens an OPC or OpenDocument package. Of two parts of one name the first counts. Throws where the ZIP has no
 * directory.
 */
export function openPackage(bytes: Uint8Array, limits: Limits): PackageReader {
  const source = sourceOf(bytes);
  const directory = openDirectory(source, { ...limits, children: Math.min(limits.children, PARTS) });
  const entries = new Map<string, ZipEntry>();
  for (const entry of directory.entries()) {
    const name = Buffer.from(entry.name).toString('utf8').replaceAll('\\', '/');
    if (!entries.has(name)) entries.set(name, entry);
  }
  const names = [...entries.keys()];
  // Names of parts are the same in capitals and small letters (ECMA-376 part 2, 6.3.5).
  const written = new Map(names.map((name) => [name.toLowerCase(), name]));
  const entryOf = (name: string) => entries.get(name) ?? entries.get(written.get(name.toLowerCase()) ?? '');
  let failure: Failure | null = directory.failure;
  let budget = limits.itemBytes;
  const bytesOf = (name: string): Uint8Array | null => {
    const entry = entryOf(name);
    if (entry === undefined) return null;
    const most = Math.min(budget, mostOf(entry, limits));
    const read = readEntry(source, entry, directory.end?.shift ?? 0, most);
    if ('code' in read) {
      failure ??= read;
      return null;
    }
    budget -= read.length;
    return read;
  };
  return {
    names,
    bytes: bytesOf,
    part(name) {
      const read = bytesOf(name);
      return read === null ? null : decodePlain(read);
    },
    packedBytes: (name) => entryOf(name)?.compressedSize ?? 0,
    packed: (name) => dosTime(entryOf(name)),
    matching: (pattern) => names.filter((name) => pattern.test(name)).sort(byNumber),
    failure: () => failure,
    defects: directory.defects,
  };
}

/** APPNOTE 4.4.6. */
function dosTime(entry: ZipEntry | undefined): string | null {
  if (entry === undefined || entry.dosDate <= 0x21) return null;
  const { dosDate: date, dosTime: time } = entry;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
  const text = `${day}T${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;
  return Number.isNaN(Date.parse(`${text}Z`)) ? null : text;
}

const natural = new Intl.Collator('en', { numeric: true });

function byNumber(a: string, b: string): number {
  return natural.compare(a, b);
}

function mostOf(entry: ZipEntry, limits: Limits): number {
  return Math.max(limits.ratioFloor, entry.compressedSize * limits.ratio);
}

function readEntry(source: ByteSource, entry: ZipEntry, shift: number, most: number): Uint8Array | Failure {
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) return { code: 'encrypted', detail: 'A part is encrypted.' };
  const local = readLocalHeader(source, entry.localAt + shift);
  if (local === null) return { code: 'malformed', detail: 'A part is not where the directory says.' };
  const packed = source.read(local.dataAt, entry.compressedSize);
  if (entry.method === 0)
    return packed.length <= most ? packed : { code: 'bomb', detail: 'A part is too large.' };
  if (entry.method !== 8)
    return { code: 'unsupported', detail: `Compression method ${entry.method} in a document.` };
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return error instanceof RangeError
      ? { code: 'bomb', detail: `A part expands beyond ${most} bytes.` }
      : { code: 'malformed', detail: 'A part is damaged.' };
  }
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => bytes.subarray(Math.max(0, offset), Math.max(0, offset + length)),
    close() {},
  };
}
