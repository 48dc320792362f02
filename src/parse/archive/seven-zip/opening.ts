import type { ByteSource, ContainerOptions, Failure } from '../../../model/index.ts';
import { u64 } from '../../binary/zero-filled-numbers.ts';
import { failure } from '../outcome.ts';
import type { ArchiveOptions, Volumes } from '../volumes.ts';
import { sliceOf } from '../window.ts';
import { type Listing, listArchive } from './listing.ts';
import { aloneInput, type RunBounds, type RunInput } from './session.ts';

/** Formats read through 7-Zip, and what it calls them; rar has two, told by the signature. */
const SEVEN_ZIP_TYPES = {
  '7z': '7z',
  rar: 'rar',
  cab: 'Cab',
  ar: 'Ar',
  cpio: 'Cpio',
  arj: 'Arj',
  lzh: 'Lzh',
  xar: 'Xar',
  iso: 'Iso',
  wim: 'wim',
  rpm: 'Rpm',
} as const;

/** Formats that are read by 7-Zip alone. */
export type SevenZipFormat = keyof typeof SEVEN_ZIP_TYPES;

/** An archive whose listing was read, ready to be extracted. */
export interface Opening {
  readonly input: RunInput;
  /** 7-Zip's name of the format. */
  readonly type: string;
  readonly listing: Listing;
  /** The password that opened the headers, or '' when none was needed. */
  readonly password: string;
  /** Bytes before the archive, of a self-extractor. */
  readonly shift: number;
}

/** What one run of 7z may take: the memory of a worker, and as long without a sign of life as one item may take. */
export function boundsOf(options: ContainerOptions): RunBounds {
  return { memoryBytes: options.limits.workerMb * 2 ** 20, silenceMs: options.limits.itemMs };
}

/** Lists the archive, trying the passwords when its headers are encrypted. */
export async function openListing(
  format: SevenZipFormat,
  whole: ByteSource,
  options: ArchiveOptions,
): Promise<Opening> {
  const shift = signatureOffset(format, whole);
  const source = shift > 0 ? sliceOf(whole, shift, whole.size) : whole;
  const input = inputOf(source, shift, options.volumes);
  const type = format === 'rar' && source.read(6, 1)[0] === 1 ? 'rar5' : SEVEN_ZIP_TYPES[format];
  const closed = format === '7z' && hasEncryptedHeader(source);
  const cut = format === '7z' ? cutOff(source) : null;
  let first: Listing | null = null;
  for (const password of ['', ...options.passwords]) {
    const listing = await listArchive(input, type, password, boundsOf(options), options.limits.children);
    const open = listing.failure === null || listing.items.length > 0;
    if (open) return { input, type, listing, password, shift };
    first ??= { ...listing, failure: closed ? encryptedHeaders(options) : (cut ?? listing.failure) };
    if (!closed && listing.failure?.code !== 'encrypted') break;
  }
  const empty = { archive: new Map(), items: [], failure: failure('malformed', 'No listing.') };
  return { input, type, listing: first ?? empty, password: '', shift };
}

/** What tells 7-Zip the names of the other volumes; all before it is replaced by a name without tricks. */
const VOLUME_SUFFIX = /(?:\.part\d{1,5})?\.rar$|\.part\d{1,5}\.exe$/i;

function inputOf(source: ByteSource, shift: number, volumes: Volumes | undefined): RunInput {
  const suffix = VOLUME_SUFFIX.exec(volumes?.own ?? '');
  if (volumes === undefined || suffix === null || shift > 0) return aloneInput(source);
  const stem = volumes.own.slice(0, suffix.index);
  return {
    source,
    name: `a${suffix[0]}`,
    sibling: (name) => (name.startsWith('a.') ? volumes.open(stem + name.slice(1)) : null),
  };
}

function encryptedHeaders(options: ContainerOptions): Failure {
  const given = options.passwords.length;
  return failure('encrypted', `The list of names is encrypted and none of ${given} passwords opens it.`);
}

const SIGNATURES: Partial<Record<SevenZipFormat, readonly string[]>> = {
  '7z': ['7z\xbc\xaf\x27\x1c\x00'],
  rar: ['Rar!\x1a\x07\x00', 'Rar!\x1a\x07\x01\x00'],
};
const STUB_BYTES = 1024 * 1024;

/** Where the archive begins: behind the program of a self-extractor, or at 0. */
function signatureOffset(format: SevenZipFormat, source: ByteSource): number {
  const stub = Buffer.from(source.read(0, STUB_BYTES));
  const found = (SIGNATURES[format] ?? []).map((signature) => stub.indexOf(signature, 0, 'latin1'));
  return found.filter((at) => at >= 0).sort((a, b) => a - b)[0] ?? 0;
}

/** The list of names of a 7z stands at its end, and its beginning says where (7zFormat.txt, "SignatureHeader"). */
function cutOff(source: ByteSource): Failure | null {
  const start = source.read(0, 32);
  const end = start.length < 32 ? 32 : 32 + u64(start, 12) + u64(start, 20);
  if (end <= source.size) return null;
  const detail = `${source.size} of ${end} bytes are there; the list of names stood at the end, or in a volume that is missing.`;
  return failure('truncated', detail);
}

/** A 7z header that is itself packed, with the AES coder among its methods (7zFormat.txt; id 06F10701). */
function hasEncryptedHeader(source: ByteSource): boolean {
  const start = source.read(0, 32);
  const header = source.read(32 + u64(start, 12), Math.min(u64(start, 20), 4096));
  return header[0] === 0x17 && Buffer.from(header).includes(Buffer.from([0x06, 0xf1, 0x07, 0x01]));
}
