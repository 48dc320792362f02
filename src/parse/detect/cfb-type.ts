import { asBuffer } from '../binary/as-buffer.ts';
import { document, type Match, other } from './detection.ts';
import type { Reach } from './reach.ts';

const MSG: Match = { type: 'application/vnd.ms-outlook', kind: 'message', container: 'msg' };
const UNKNOWN = document('application/x-ole-storage');

/** Stream names that only one application writes, most telling first, in lower case: names compare so ([MS-CFB] 2.6.4). */
const BY_STREAM: readonly (readonly [string, Match])[] = [
  ['__properties_version1.0', MSG],
  ['encryptedpackage', document('application/encrypted')],
  ['worddocument', document('application/msword')],
  ['workbook', document('application/vnd.ms-excel')],
  ['book', document('application/vnd.ms-excel')],
  ['powerpoint document', document('application/vnd.ms-powerpoint')],
  ['pp40', document('application/vnd.ms-powerpoint')],
  ['visiodocument', document('application/vnd.visio')],
  ['quill', document('application/x-mspublisher')],
  ['hwpsummaryinformation', document('application/x-hwp')],
  ['\x05hwpsummaryinformation', document('application/x-hwp')],
  ['fileheader', document('application/x-hwp')],
  ['matost', document('application/vnd.ms-works')],
  ['equation native', other('application/vnd.ms-equation')],
  ['perfectoffice_main', document('application/vnd.corel-presentations')],
  ['nativecontent_main', document('application/x-quattro-pro')],
  ['__srp_0', other('application/vnd.ms-office.vbaproject')],
  ['_vba_project', other('application/vnd.ms-office.vbaproject')],
  ['props9', document('application/vnd.ms-project')],
  ['props12', document('application/vnd.ms-project')],
  ['props14', document('application/vnd.ms-project')],
  ['props', document('application/vnd.ms-project')],
  ['catalog', other('application/x-thumbs-db')],
];

/** As they are written, for the search through bytes; only names too long to occur by chance. */
const SEARCHED: readonly (readonly [string, Match])[] = [
  ['__properties_version1.0', MSG],
  ['EncryptedPackage', document('application/encrypted')],
  ['WordDocument', document('application/msword')],
  ['Workbook', document('application/vnd.ms-excel')],
  ['PowerPoint Document', document('application/vnd.ms-powerpoint')],
  ['VisioDocument', document('application/vnd.visio')],
];

/** [MS-CFB] 2.2. */
export function isCfb(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0 && head[4] === 0xa1;
}

/** Sectors of the directory looked at: 1,024 entries at least. Attack: a chain that never ends. */
const DIRECTORY_SECTORS = 256;

const ENTRY = 128;
/** The type of an entry ([MS-CFB] 2.6.1). */
const STORAGE = 1;

/**
 * What an OLE compound file is, by the streams right under the root: a message may carry a whole workbook
 * further down. Where the directory is out of reach the names are searched for as they stand.
 */
export function cfbType(head: Uint8Array, tail: Uint8Array, size: number, reach: Reach): Match {
  const directory = directoryBytes(head, reach);
  const root = rootNames(directory);
  return (
    named(root) ??
    works(root) ??
    named(allNames(directory)) ??
    searched(head, 0) ??
    searched(tail, size - tail.length) ??
    UNKNOWN
  );
}

function named(names: ReadonlySet<string>): Match | null {
  for (const [name, match] of BY_STREAM) if (names.has(name)) return match;
  return null;
}

/**
 * Works keeps its text in a stream `CONTENTS` under the root. So do servers of all kinds in the objects they leave
 * in documents, which have an OLE stream beside it ([MS-OLEDS] 2.3.3); others call a storage so.
 */
function works(names: ReadonlySet<string>): Match | null {
  const wrapped = names.has('\x01ole') || names.has('package');
  return names.has('contents') && !wrapped ? document('application/vnd.ms-works') : null;
}

/** The directory, sector by sector along its chain in the allocation table ([MS-CFB] 2.3, 2.6). */
function directoryBytes(head: Uint8Array, reach: Reach): Buffer {
  const sectors: Uint8Array[] = [];
  if (head.length < 512) return Buffer.alloc(0);
  const header = new DataView(head.buffer, head.byteOffset, 512);
  const size = header.getUint16(30, true) === 12 ? 4096 : 512;
  let sector = header.getUint32(48, true);
  while (sector < LAST_SECTOR && sectors.length < DIRECTORY_SECTORS) {
    const bytes = reach((sector + 1) * size, size);
    if (bytes.length === 0) break;
    sectors.push(bytes);
    sector = nextSector(header, size, sector, reach);
  }
  return Buffer.concat(sectors);
}

/** Numbers from here on are marks, not sectors ([MS-CFB] 2.1). */
const LAST_SECTOR = 0xfffffffa;

/** The header lists the first 109 sectors of the table, enough for 7 MB; further on, the next one is a guess. */
const TABLE_LISTED = 109;

function nextSector(header: DataView, size: number, sector: number, reach: Reach): number {
  const perTable = size / 4;
  const listed = Math.floor(sector / perTable);
  if (listed >= TABLE_LISTED) return sector + 1;
  const table = header.getUint32(76 + 4 * listed, true);
  const entry = table < LAST_SECTOR ? reach((table + 1) * size + 4 * (sector % perTable), 4) : [];
  const [a, b, c, d] = entry;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return sector + 1;
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}

/** Names of the root's children: a red-black tree over entry numbers ([MS-CFB] 2.6.4), hostile links bounded. */
function rootNames(directory: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  if (directory.length < ENTRY) return names;
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const count = Math.floor(directory.length / ENTRY);
  const seen = new Set<number>();
  const waiting = [view.getUint32(76, true)];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry >= count || seen.has(entry)) continue;
    seen.add(entry);
    const at = entry * ENTRY;
    const name = nameAt(directory, at);
    if (name !== null && !(name === 'contents' && directory[at + 66] === STORAGE)) names.add(name);
    waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
  }
  return names;
}

function allNames(directory: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const name = nameAt(directory, at);
    if (name !== null) names.add(name);
  }
  return names;
}

function nameAt(directory: Uint8Array, at: number): string | null {
  const length = (directory[at + 64] ?? 0) | ((directory[at + 65] ?? 0) << 8);
  return length >= 4 && length <= 64 ? utf16(directory.subarray(at, at + length - 2)).toLowerCase() : null;
}

/** The names as UTF-16 where a directory entry may stand: entries lie on multiples of 128. */
function searched(bytes: Uint8Array, offset: number): Match | null {
  const buffer = asBuffer(bytes);
  for (const [name, match] of SEARCHED) {
    // As bytes: indexOf with the encoding 'utf16le' never returns on a buffer at an odd address (Node 24).
    const at = buffer.indexOf(Buffer.from(`${name}\0`, 'utf16le'));
    if (at >= 0 && (offset + at) % ENTRY === 0) return match;
  }
  return null;
}

function utf16(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('utf16le');
}
