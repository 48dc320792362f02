import type { Defect, Failure, Limits } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { type PdfEngine, pdfEngine, retireEngine } from './engine.ts';

/** The texts of the pages, as far as they were read. */
export interface PdfPages {
  /** One text a page, in page order; together at most `limits.textChars`. */
  readonly texts: readonly string[];
  /** Pages the document has, which may be more than were read. */
  readonly count: number;
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
}

/** Pages of one document. Attack: a page tree that names one page a billion times. */
const MOST_PAGES = 50_000;
/** Characters of one page, before the text limit is looked at. */
const MOST_PAGE_CHARS = 4_000_000;

/** The text of each page. Never throws on bad input; `password` is the one that opened the structure, or ''. */
export async function pdfPages(bytes: Uint8Array, password: string, limits: Limits): Promise<PdfPages> {
  if (isTooBusy(bytes)) {
    const detail = 'Thousands of streams begin and do not end: such a file only keeps a reader busy.';
    return nothing({ code: 'malformed', detail });
  }
  const engine = await pdfEngine();
  let trapped = false;
  try {
    return readPages(engine, withVersion(bytes), password, limits);
  } catch (error) {
    // A trap of WebAssembly leaves its memory in no known state.
    trapped = true;
    const what = error instanceof Error ? error.message.slice(0, 100) : 'unknown error';
    return nothing({ code: 'crashed', detail: `The PDF engine stopped: ${what}.` });
  } finally {
    retireEngine(engine, trapped);
  }
}

/**
 * Attack: half a megabyte of `1 0 obj <<>> stream`, for each of which PDFium looks through the whole file; it would
 * take minutes. What else may hold it up ends with the time of the item, and costs the worker.
 */
const MOST_OPEN_STREAMS = 2_000;

/** Whether PDFium must not see these bytes. */
export function isTooBusy(bytes: Uint8Array): boolean {
  return openStreams(bytes) > MOST_OPEN_STREAMS;
}

function openStreams(source: Uint8Array): number {
  const bytes = asBuffer(source);
  // Each "endstream" holds a "stream" of its own.
  return occurrences(bytes, 'stream') - 2 * occurrences(bytes, 'endstream');
}

function occurrences(bytes: Buffer, word: string): number {
  let count = 0;
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) count++;
  return count;
}

function readPages(engine: PdfEngine, bytes: Uint8Array, password: string, limits: Limits): PdfPages {
  const { malloc, free } = engine.wasmExports;
  const file = malloc(bytes.length);
  const secret = Buffer.from(`${password}\0`);
  const key = malloc(secret.length);
  try {
    if (file === 0 || key === 0) return nothing({ code: 'too-large', detail: 'No memory for this PDF.' });
    engine.HEAPU8.set(bytes, file);
    engine.HEAPU8.set(secret, key);
    const document = engine._FPDF_LoadMemDocument(file, bytes.length, key);
    if (document === 0) return nothing(loadFailure(engine._FPDF_GetLastError()));
    try {
      return pagesOf(engine, document, limits);
    } finally {
      engine._FPDF_CloseDocument(document);
    }
  } finally {
    free(file);
    free(key);
  }
}

function pagesOf(engine: PdfEngine, document: number, limits: Limits): PdfPages {
  const count = engine._FPDF_GetPageCount(document);
  const texts: string[] = [];
  const defects: Defect[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (index >= MOST_PAGES || total >= limits.textChars) {
      defects.push({ code: 'text-cut', detail: `Text of ${index} of ${count} pages.` });
      break;
    }
    const text = pageText(engine, document, index);
    if (text === null && defects.length < 100)
      defects.push({ code: 'pdf-page-damaged', detail: `Page ${index + 1}.` });
    texts.push(text ?? '');
    total += text?.length ?? 0;
  }
  return { texts, count, failure: null, defects };
}

/** The text of one page, from 0; null where there is no such page. */
export function pageText(engine: PdfEngine, document: number, index: number): string | null {
  const page = flattened(engine, document, index);
  if (page === 0) return null;
  const words = engine._FPDFText_LoadPage(page);
  try {
    return words === 0 ? null : wordsOf(engine, words);
  } finally {
    if (words !== 0) engine._FPDFText_ClosePage(words);
    engine._FPDF_ClosePage(page);
  }
}

/** What stands in notes, stamps, form fields and signatures is part of the page for who reads it. */
function flattened(engine: PdfEngine, document: number, index: number): number {
  const page = engine._FPDF_LoadPage(document, index);
  if (page === 0 || !hasNotes(engine, page)) return page;
  if (engine._FPDFPage_Flatten(page, 0) !== 1) return page;
  engine._FPDF_ClosePage(page);
  return engine._FPDF_LoadPage(document, index);
}

/** FPDF_ANNOT_*, fpdf_annot.h: a link shows nothing of its own, and the window of a note is shown by viewers alone. */
const LINK = 2;
const POPUP = 16;
/** Notes of one page. Attack: a million links. */
const MOST_NOTES = 1_000;

/** Whether anything is written beside the page: drawing it in costs as much as the page itself, and links are many. */
function hasNotes(engine: PdfEngine, page: number): boolean {
  const count = engine._FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < Math.min(count, MOST_NOTES); index++) {
    const note = engine._FPDFPage_GetAnnot(page, index);
    const type = note === 0 ? LINK : engine._FPDFAnnot_GetSubtype(note);
    if (note !== 0) engine._FPDFPage_CloseAnnot(note);
    if (type !== LINK && type !== POPUP) return true;
  }
  return count > MOST_NOTES;
}

function wordsOf(engine: PdfEngine, words: number): string {
  const count = Math.min(engine._FPDFText_CountChars(words), MOST_PAGE_CHARS);
  if (count <= 0) return '';
  const { malloc, free } = engine.wasmExports;
  const buffer = malloc((count + 1) * 2);
  if (buffer === 0) return '';
  try {
    const written = engine._FPDFText_GetText(words, 0, count, buffer);
    const { HEAPU8 } = engine;
    const units = Math.max(0, Math.min(written - 1, count));
    const text = Buffer.from(HEAPU8.buffer, HEAPU8.byteOffset + buffer, units * 2).toString('utf16le');
    // PDFium writes U+FFFE where a hyphen ends a line.
    return text.replaceAll('\ufffe', '-').replace(/\r\n?/g, '\n').toWellFormed();
  } finally {
    free(buffer);
  }
}

/** PDFium wants a version behind the mark, other readers do not: a copy gets one. */
export function withVersion(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const at = head.indexOf('%PDF-');
  if (at >= 0 && /^\d/.test(head.slice(at + 5, at + 6))) return bytes;
  const mark = Buffer.from('%PDF-1.7\n');
  // Over what stands there, so that offsets stay true.
  if (at >= 0 && bytes.length > at + mark.length) {
    const copy = Buffer.from(bytes);
    mark.copy(copy, at, 0, 8);
    return copy;
  }
  return Buffer.concat([mark, bytes]);
}

/** FPDF_ERR_*, fpdfview.h. */
export function loadFailure(code: number): Failure {
  if (code === 4) return { code: 'encrypted', detail: 'A PDF with a password.' };
  if (code === 5) return { code: 'encrypted', detail: 'A PDF encrypted in a way that has no reader here.' };
  return { code: 'malformed', detail: 'The PDF engine finds no document in these bytes.' };
}

function nothing(failure: Failure): PdfPages {
  return { texts: [], count: 0, failure, defects: [] };
}
