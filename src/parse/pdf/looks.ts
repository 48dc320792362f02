import type { Failure, Limits } from '../../model/index.ts';
import { isBlank, LONGEST_SIDE, type PageLook, type PageLooks, type Picture } from '../ocr/picture.ts';
import { type PdfEngine, pdfEngine, retireEngine } from './engine.ts';
import { openPdf } from './file.ts';
import { isTooBusy, loadFailure, pageText, withVersion } from './pages.ts';

/** Below so many letters and digits a page with pictures may be a scan: a number stamped on it is not its text. */
const FEW_LETTERS = 200;
/** Resolution of the drawing, and points of an inch. */
const DPI = 300;
const POINTS = 72;
/** Objects of one page that are looked at in search of something drawn. */
const MOST_OBJECTS = 10_000;

/** FPDF_PAGEOBJ_*, fpdf_edit.h: letters drawn as lines are paths, scans are images, either may lie in a form. */
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const DRAWN = new Set([PATH, IMAGE, SHADING, FORM]);
/** With fewer letters than these a page has no text; a page number is none. */
const NO_LETTERS = 8;
/** Share of the page that a picture covers which may be a scan. */
const LEAST_COVERED = 0.3;

/** FPDF_ANNOT with FPDF_REVERSE_BYTE_ORDER and FPDF_GRAYSCALE, fpdfview.h. */
const RENDER_FLAGS = 0x01 | 0x08 | 0x10;
/** FPDFBitmap_BGRA; reversed, it is what the recogniser takes. */
const FORMAT = 4;

/** Whether a text as `readPdf` makes it has pages on which a look at the picture may find more. */
export function hasBarePages(text: string, pages: number): boolean {
  const texts = text.split('\f');
  return (
    texts.length < pages || texts.slice(0, Math.max(1, pages)).some((page) => lettersOf(page) < FEW_LETTERS)
  );
}

/** The pages of a PDF that hold hardly any text and something drawn, as pictures; with `every`, all of them. */
export async function pdfLooks(
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
  every = false,
): Promise<PageLooks | Failure> {
  if (isTooBusy(bytes)) return { code: 'malformed', detail: 'Thousands of streams begin and do not end.' };
  const file = openPdf(bytes, passwords, limits);
  if (file.failure !== null) return file.failure;
  const engine = await pdfEngine();
  const { malloc, free } = engine.wasmExports;
  const source = withVersion(bytes);
  const [data, secret] = [malloc(source.length), Buffer.from(`${file.password ?? ''}\0`)];
  const key = malloc(secret.length);
  if (data === 0 || key === 0) return { code: 'too-large', detail: 'No memory for this PDF.' };
  engine.HEAPU8.set(source, data);
  engine.HEAPU8.set(secret, key);
  const document = engine._FPDF_LoadMemDocument(data, source.length, key);
  const release = () => {
    free(data);
    free(key);
    retireEngine(engine, false);
  };
  if (document === 0) {
    const failure = loadFailure(engine._FPDF_GetLastError());
    release();
    return failure;
  }
  return {
    count: engine._FPDF_GetPageCount(document),
    look: async (page) => guarded(engine, () => lookAt(engine, document, page - 1, every)),
    close() {
      engine._FPDF_CloseDocument(document);
      release();
    },
  };
}

/** A trap of WebAssembly leaves its memory in no known state. */
function guarded(engine: PdfEngine, look: () => PageLook): PageLook {
  try {
    return look();
  } catch (error) {
    retireEngine(engine, true);
    throw error;
  }
}

function lookAt(engine: PdfEngine, document: number, index: number, every: boolean): PageLook {
  const text = pageText(engine, document, index);
  const page = text === null ? 0 : engine._FPDF_LoadPage(document, index);
  if (page === 0) return { type: 'failed', failure: { code: 'malformed', detail: `Page ${index + 1}.` } };
  try {
    const isBare = isScan(engine, page, lettersOf(text ?? ''));
    if (!every && !isBare) return { type: 'nothing' };
    const picture = draw(engine, page);
    if (picture === null)
      return { type: 'failed', failure: { code: 'too-large', detail: 'No memory to draw it.' } };
    return isBlank(picture) ? { type: 'nothing' } : { type: 'picture', picture };
  } finally {
    engine._FPDF_ClosePage(page);
  }
}

/**
 * Whether a look may find words: on a page without any, when something is drawn; beside a few, when a picture covers
 * a good part of the page.
 */
function isScan(engine: PdfEngine, page: number, letters: number): boolean {
  if (letters >= FEW_LETTERS) return false;
  const count = Math.min(engine._FPDFPage_CountObjects(page), MOST_OBJECTS);
  const least = LEAST_COVERED * engine._FPDF_GetPageWidth(page) * engine._FPDF_GetPageHeight(page);
  for (let index = 0; index < count; index++) {
    const object = engine._FPDFPage_GetObject(page, index);
    const type = engine._FPDFPageObj_GetType(object);
    if (letters < NO_LETTERS && DRAWN.has(type)) return true;
    if ((type === IMAGE || type === FORM) && areaOf(engine, object) >= least) return true;
  }
  return false;
}

function areaOf(engine: PdfEngine, object: number): number {
  const { malloc, free } = engine.wasmExports;
  const bounds = malloc(16);
  if (bounds === 0) return 0;
  try {
    if (engine._FPDFPageObj_GetBounds(object, bounds, bounds + 4, bounds + 8, bounds + 12) !== 1) return 0;
    const { buffer, byteOffset } = engine.HEAPU8;
    const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(
      buffer.slice(byteOffset + bounds, byteOffset + bounds + 16),
    );
    return Math.max(0, right - left) * Math.max(0, top - bottom);
  } finally {
    free(bounds);
  }
}

/** Letters and digits; signs without a meaning in Unicode do not count, so that a font without a table is read. */
function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function draw(engine: PdfEngine, page: number): Picture | null {
  const [wide, high] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
  const scale = Math.min(DPI / POINTS, LONGEST_SIDE / Math.max(wide, high, 1));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const { malloc, free } = engine.wasmExports;
  const buffer = malloc(width * height * 4);
  if (buffer === 0) return null;
  const bitmap = engine._FPDFBitmap_CreateEx(width, height, FORMAT, buffer, width * 4);
  try {
    engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    const { HEAPU8 } = engine;
    return {
      width,
      height,
      // Of the copy's own memory: a second copy would be 35 MB more for each page.
      pixels: new Uint8ClampedArray(HEAPU8.slice(buffer, buffer + width * height * 4).buffer),
    };
  } finally {
    engine._FPDFBitmap_Destroy(bitmap);
    free(buffer);
  }
}
