import type { Defect, Failure, Limits } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { isCfb } from '../detect/cfb-type.ts';
import { readRtf } from '../mapi/rtf/convert.ts';
import { calendarText } from '../mime/calendar.ts';
import { type Compound, openCompound } from '../ole/compound.ts';
import { excelBinaryText } from '../ole/excel.ts';
import { powerPointBinaryText } from '../ole/powerpoint.ts';
import { publisherText } from '../ole/publisher.ts';
import { unlocked } from '../ole/unlock.ts';
import { visioBinaryText } from '../ole/visio.ts';
import { type BinaryText, wordBinaryText } from '../ole/word.ts';
import { htmlToText } from '../text/html.ts';
import { contactText } from './contact.ts';
import { epubText } from './epub.ts';
import { visioText, xpsText } from './fixed-page.ts';
import { iworkText } from './iwork/iwork.ts';
import { openOpenDocument } from './odf-encryption/open-package.ts';
import { oneNoteText } from './one-note.ts';
import { openDocumentText } from './open-document.ts';
import { openPackage, type PackageReader } from './package.ts';
import { decodeJson, decodeMarkup, decodePlain } from './plain-text.ts';
import { presentationText } from './presentation.ts';
import { spreadsheetText } from './spreadsheet.ts';
import { sqliteText } from './sqlite.ts';
import { wordText } from './word.ts';
import { tidy, xmlText } from './xml-text.ts';

/** The text of a document, or why there is none. */
export interface DocumentText {
  /** The words, lines ended by LF; at most `limits.textChars` characters. */
  readonly text: string;
  /** `unsupported`: no reader for this type; the text is empty and that says nothing about the document. */
  readonly status: 'ok' | 'unsupported';
  /** Why there is no text, or not all of it. */
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
}

/**
 * The text of a document for the index, by its media type as `detectType` tells it. Never throws on bad
 * input. Comments, notes, headers and hidden text are included: what is in the leak should be found.
 */
export function documentText(
  type: string,
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[] = [],
): DocumentText {
  if (type === 'application/encrypted') {
    const detail = 'An Office document with a password.';
    return { text: '', status: 'ok', failure: { code: 'encrypted', detail }, defects: [] };
  }
  if (type === 'application/onenote') return oneNote(bytes, limits);
  if (type === SQLITE) return bounded(sqliteText(bytes, limits.textChars), limits, null, []);
  const binary = BINARY_READERS[type];
  if (binary !== undefined) return binaryText(binary, bytes, limits, passwords);
  if (type === 'application/rtf' || type === 'text/rtf') return rtf(bytes, limits);
  const plain = textReader(type);
  if (plain !== null) return bounded(plain(bytes), limits, null, []);
  const packed = packageReader(type);
  if (packed === null) return { text: '', status: 'unsupported', failure: null, defects: [] };
  if (packed === openDocumentText) return openDocument(bytes, limits, passwords);
  const opened = openPackage(bytes, limits);
  return bounded(packed(opened, limits), limits, opened.failure(), opened.defects);
}

const SQLITE = 'application/vnd.sqlite3';

/** Where no text is found, as in sections under a password, that says nothing about the section. */
function oneNote(bytes: Uint8Array, limits: Limits): DocumentText {
  const text = oneNoteText(bytes, limits.textChars);
  if (text.trim() === '') return { text: '', status: 'unsupported', failure: null, defects: [] };
  return bounded(text, limits, null, []);
}

function openDocument(bytes: Uint8Array, limits: Limits, passwords: readonly string[]): DocumentText {
  const { reader, failure } = openOpenDocument(bytes, limits, passwords);
  const text = failure === null ? openDocumentText(reader) : '';
  return bounded(text, limits, failure ?? reader.failure(), reader.defects);
}

interface BinaryReader {
  /** Null for a file of that type whose words lie elsewhere. */
  readonly read: (compound: Compound, mostChars: number) => BinaryText | null;
  /** One of these holds the words; an older format of the same type has others. */
  readonly streams: readonly string[];
}

const BINARY_READERS: Readonly<Record<string, BinaryReader>> = {
  'application/msword': { read: wordBinaryText, streams: ['WordDocument'] },
  'application/vnd.ms-excel': { read: excelBinaryText, streams: ['Workbook', 'Book'] },
  'application/vnd.ms-powerpoint': { read: powerPointBinaryText, streams: ['PowerPoint Document'] },
  'application/vnd.visio': { read: visioBinaryText, streams: ['VisioDocument'] },
  'application/x-mspublisher': { read: publisherText, streams: ['Quill', 'Contents'] },
};

/** Office before 2007: a compound file with a stream of the application's own, or a file before there were such. */
function binaryText(
  { read, streams }: BinaryReader,
  bytes: Uint8Array,
  limits: Limits,
  passwords: readonly string[],
): DocumentText {
  const compound = openCompound(bytes, limits);
  const other = compound.file.failure === null || !isCfb(bytes);
  if (other && streams.every((name) => compound.stream(name) === null))
    return { text: '', status: 'unsupported', failure: null, defects: compound.file.defects };
  const result = attempt(() => readUnlocked(read, compound, limits.textChars, passwords));
  const { defects } = compound.file;
  if ('failure' in result) return bounded('', limits, result.failure, defects);
  if (result.ok === null) return { text: '', status: 'unsupported', failure: null, defects };
  const { text, encrypted, failure = null } = result.ok;
  const detail = 'An Office document with a password.';
  const problem = compound.file.failure ?? failure;
  return bounded(text, limits, encrypted ? { code: 'encrypted', detail } : problem, defects);
}

function readUnlocked(
  read: BinaryReader['read'],
  compound: Compound,
  mostChars: number,
  passwords: readonly string[],
): BinaryText | null {
  const closed = read(compound, mostChars);
  const open = closed?.encrypted ? unlocked(compound, passwords) : null;
  return open === null ? closed : read(open, mostChars);
}

type TextReader = (bytes: Uint8Array) => string;

function textReader(type: string): TextReader | null {
  const own = TEXT_READERS[type];
  if (own !== undefined) return own;
  if (/^(?:text|application|image)\/(?:[\w.-]{1,60}\+)?xml$/.test(type))
    return (bytes) => xmlText(decodeMarkup(bytes));
  return type.startsWith('text/') || type === 'message/delivery-status' ? decodePlain : null;
}

const TEXT_READERS: Readonly<Record<string, TextReader>> = {
  'text/html': (bytes) => htmlToText(decodeMarkup(bytes)),
  'application/xhtml+xml': (bytes) => htmlToText(decodeMarkup(bytes)),
  'application/json': decodeJson,
  'text/calendar': (bytes) => calendarText(decodePlain(bytes)),
  'text/vcard': (bytes) => contactText(decodePlain(bytes)),
};

function rtf(bytes: Uint8Array, limits: Limits): DocumentText {
  const { type, text, open } = readRtf(bytes, true);
  const words = type === 'html' ? htmlToText(text) : tidy(text.replaceAll('\r\n', '\n'));
  const detail = `${open} groups are not closed: the end is missing, or a brace is damaged.`;
  return bounded(words, limits, open > 0 ? { code: 'truncated', detail } : null, []);
}

type PackageText = (reader: PackageReader, limits: Limits) => string;

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const BINARY_WORKBOOK = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';

const IWORK: ReadonlySet<string> = new Set([
  'application/vnd.apple.pages',
  'application/vnd.apple.numbers',
  'application/vnd.apple.keynote',
]);

function packageReader(type: string): PackageText | null {
  if (type === `${OOXML}wordprocessingml.document`) return wordText;
  if (type === `${OOXML}spreadsheetml.sheet` || type === BINARY_WORKBOOK) return spreadsheetText;
  if (type === `${OOXML}presentationml.presentation`) return presentationText;
  if (type === 'application/epub+zip') return epubText;
  if (type === 'application/vnd.ms-visio.drawing') return visioText;
  if (type === 'application/oxps') return xpsText;
  if (IWORK.has(type)) return iworkText;
  return /^application\/vnd\.(?:oasis\.opendocument|sun\.xml)/.test(type) ? openDocumentText : null;
}

function bounded(
  text: string,
  limits: Limits,
  failure: Failure | null,
  defects: readonly Defect[],
): DocumentText {
  // A zero ends the text in SQLite's FTS5 and in C programs that read an export; a lone surrogate is no UTF-8.
  const clean = (text.includes('\0') ? text.replaceAll('\0', ' ') : text).toWellFormed();
  if (clean.length <= limits.textChars) return { text: clean, status: 'ok', failure, defects };
  const cut: Defect = { code: 'text-cut', detail: `${clean.length} characters` };
  return { text: clean.slice(0, limits.textChars), status: 'ok', failure, defects: [...defects, cut] };
}
