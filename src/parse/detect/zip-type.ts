import { inflateRawSync } from 'node:zlib';
import { asBuffer } from '../binary/as-buffer.ts';
import { attempt } from '../binary/fail.ts';
import { u16, u32 } from '../binary/zero-filled-numbers.ts';
import { archive, document, type Match, mailbox } from './detection.ts';
import type { Reach } from './reach.ts';

const ZIP = archive('application/zip', 'zip');
const OOXML = 'application/vnd.openxmlformats-officedocument.';

/** Names looked at. Attack: a directory of millions of entries; what tells stands at its beginning. */
const NAMES = 400;

/** Longest end-of-directory record with its comment (APPNOTE 4.3.16). */
const LONGEST_END = 22 + 65535;

/** Bytes of the directory that are read when it lies outside head and tail. */
const DIRECTORY_READ = 64 * 1024;

/** What a zip is by the names of its entries (and the `mimetype` entry of ODF and EPUB, stored first). */
export function zipType(head: Uint8Array, tail: Uint8Array, size: number, reach: Reach): Match {
  const declared = declaredType(head);
  if (declared !== null) return declared;
  const entries = directoryEntries(tail, size, reach);
  const names = entries?.map(({ name }) => name) ?? localNames(head);
  const part = (name: string) =>
    partText(
      entries?.find((entry) => isNamed(entry.name, name)),
      reach,
    );
  return typeByNames(names, part);
}

/** Offset of the end-of-directory record in `tail`, or -1: a zip whatever stands before (APPNOTE 4.3.16). */
export function endRecord(tail: Uint8Array): number {
  for (let i = tail.length - 22; i >= Math.max(0, tail.length - LONGEST_END); i--) {
    if (tail[i] === 0x50 && tail[i + 1] === 0x4b && tail[i + 2] === 5 && tail[i + 3] === 6) {
      if (i + 22 + u16(tail, i + 20) <= tail.length) return i;
    }
  }
  return -1;
}

/** ODF 1.2 part 3, 3.3 and EPUB OCF 3.3, 4.3: the first entry is `mimetype`, stored, and holds the type. */
function declaredType(head: Uint8Array): Match | null {
  const nameLength = u16(head, 26);
  if (nameLength !== 8 || latin1(head, 30, 38) !== 'mimetype' || u16(head, 8) !== 0) return null;
  const start = 38 + u16(head, 28);
  const length = Math.min(u32(head, 18) || 100, 100);
  const type = /^[a-z0-9.+-]+\/[A-Za-z0-9.+-]+/.exec(latin1(head, start, start + length))?.[0];
  return type === undefined ? null : document(type);
}

/** Names of parts are the same in capitals and small letters (part 2, 6.3.5), and some writers turn the strokes. */
function isNamed(name: string, wanted: string): boolean {
  return name.replaceAll('\\', '/').toLowerCase() === wanted.toLowerCase();
}

/** Where a part lies. */
interface Entry {
  readonly name: string;
  /** Of its local header in the file. */
  readonly at: number;
  readonly packedSize: number;
}

/** What the central directory lists, or null when it is not to be had. */
function directoryEntries(tail: Uint8Array, size: number, reach: Reach): Entry[] | null {
  const end = endRecord(tail);
  if (end < 0) return null;
  const length = u32(tail, end + 12);
  // Counted back from the end record, because data put before the zip shifts the offsets it gives.
  const start = Math.max(0, size - tail.length + end - length);
  const shift = start - u32(tail, end + 16);
  const directory = reach(start, Math.min(length, DIRECTORY_READ));
  const entries: Entry[] = [];
  for (let at = 0; entries.length < NAMES && u32(directory, at) === 0x02014b50; ) {
    const nameLength = u16(directory, at + 28);
    const name = latin1(directory, at + 46, at + 46 + nameLength);
    entries.push({ name, at: shift + u32(directory, at + 42), packedSize: u32(directory, at + 20) });
    at += 46 + nameLength + u16(directory, at + 30) + u16(directory, at + 32);
  }
  return entries.length === 0 ? null : entries;
}

/** Bytes of a part that tells a type, packed and not: a type, or the list of them. Attack: a list of gigabytes. */
const TELLING = 64 * 1024;

/** A short part, stored or deflated; empty when there is none, or it cannot be read. */
function partText(entry: Entry | undefined, reach: Reach): string {
  if (entry === undefined || entry.packedSize > TELLING) return '';
  const local = reach(entry.at, 30);
  if (u32(local, 0) !== 0x04034b50) return '';
  const packed = reach(entry.at + 30 + u16(local, 26) + u16(local, 28), entry.packedSize);
  if (u16(local, 8) === 0) return latin1(packed, 0, packed.length);
  const text = attempt(() => inflateRawSync(packed, { maxOutputLength: 4 * TELLING }));
  return 'failure' in text ? '' : text.ok.toString('latin1');
}

/** Names in the local headers within the head: for a zip without a directory, or with one out of reach. */
function localNames(head: Uint8Array): string[] {
  const names: string[] = [];
  const bytes = asBuffer(head);
  for (let at = 0; at >= 0 && names.length < NAMES; at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    if (u32(head, at) === 0x04034b50) names.push(latin1(head, at + 30, at + 30 + u16(head, at + 26)));
  }
  return names;
}

function typeByNames(names: readonly string[], part: (name: string) => string): Match {
  const has = (test: (name: string) => boolean) => names.some(test);
  const under = (folder: string) =>
    has((name) => name.replaceAll('\\', '/').toLowerCase().startsWith(folder));
  if (has((name) => isNamed(name, '[Content_Types].xml')))
    return ooxmlType(under, () => part('[Content_Types].xml'));
  const iwork = iworkType(names);
  if (iwork !== null) return iwork;
  if (has((name) => name.includes('com.microsoft.__'))) return mailbox('application/x-olm', 'olm');
  if (has((name) => name === 'META-INF/container.xml')) return document('application/epub+zip');
  if (has((name) => name === 'content.xml') && has((name) => name === 'META-INF/manifest.xml')) {
    return document(openDocumentType(part('mimetype') || part('META-INF/manifest.xml')));
  }
  if (has((name) => name === 'AndroidManifest.xml') && has((name) => name === 'classes.dex')) {
    return { ...ZIP, type: 'application/vnd.android.package-archive' };
  }
  if (has((name) => name === 'META-INF/MANIFEST.MF')) return { ...ZIP, type: 'application/java-archive' };
  return ZIP;
}

/** Zipped anew by hand, an OpenDocument file has its type compressed, or not first; its manifest says it once more. */
function openDocumentType(told: string): string {
  return /application\/vnd\.(?:oasis\.opendocument|sun\.xml)\.[a-z.-]{1,40}/.exec(told)?.[0] ?? OPEN_DOCUMENT;
}

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** Open Packaging Conventions (ECMA-376 part 2); the folder of the main part tells the application, or its type. */
function ooxmlType(under: (folder: string) => boolean, types: () => string): Match {
  if (under('word/')) return document(`${OOXML}wordprocessingml.document`);
  if (under('xl/workbook.bin')) return document('application/vnd.ms-excel.sheet.binary.macroenabled.12');
  if (under('xl/')) return document(`${OOXML}spreadsheetml.sheet`);
  if (under('ppt/')) return document(`${OOXML}presentationml.presentation`);
  if (under('visio/')) return document('application/vnd.ms-visio.drawing');
  if (under('documents/') || under('fixeddocseq.fdseq') || under('fixeddocumentsequence')) {
    return document('application/oxps');
  }
  const main = /(wordprocessingml|spreadsheetml|presentationml)\.\w{1,20}\.main\+xml/.exec(types())?.[1];
  return main === undefined ? ZIP : document(`${OOXML}${MAIN_TYPES[main]}`);
}

const MAIN_TYPES: Readonly<Record<string, string>> = {
  wordprocessingml: 'wordprocessingml.document',
  spreadsheetml: 'spreadsheetml.sheet',
  presentationml: 'presentationml.presentation',
};

/**
 * Apple's three: a package of .iwa files since 2013, one XML file before. A zip of the folder that such a document also
 * may be is an archive: other files may lie beside that folder.
 */
function iworkType(names: readonly string[]): Match | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^index\.apxl(?:\.gz)?$|^Index\/Slide[^/]{0,100}\.iwa$/)) return KEYNOTE;
  if (has(/^Index\/Tables\/(?:Tile|HeaderStorageBucket)[^/]{0,20}\.iwa$/) && !has(/^Index\/Section/))
    return NUMBERS;
  if (has(/^Index\/[^/]{1,100}\.iwa$/)) return PAGES;
  return has(/^buildVersionHistory\.plist$/) && has(/^index\.xml(?:\.gz)?$/) ? PAGES : null;
}

const KEYNOTE = document('application/vnd.apple.keynote');
const NUMBERS = document('application/vnd.apple.numbers');
const PAGES = document('application/vnd.apple.pages');

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return asBuffer(bytes).toString('latin1', start, end);
}
