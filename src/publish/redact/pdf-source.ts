import { detailText } from '../../judge/failures/tell-detail.ts';
import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import type { Picture } from '../../parse/ocr/picture.ts';
import { LONGEST_SIDE } from '../../parse/ocr/picture.ts';
import { type PdfEngine, pdfEngine, retireEngine } from '../../parse/pdf/engine.ts';
import { openPdf } from '../../parse/pdf/file.ts';
import { isTooBusy, loadFailure, pageText, withVersion } from '../../parse/pdf/pages.ts';
import type { Box } from './boxes.ts';

/** One page to be redacted: its letters with the pixels they cover, and its picture. */
export interface PdfPageSource {
  readonly text: string;
  /** By unit of the text; null for what the page does not draw (blanks, line ends). */
  readonly boxes: readonly (Box | null)[];
  readonly picture: Picture;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Whether something may be written on it that is not in its text: pictures, letters without a meaning. */
  readonly mayHide: boolean;
}

export interface PdfSource {
  readonly count: number;
  page(index: number): PdfPageSource;
  /** The text alone, cheaply. */
  text(index: number): string;
  close(): void;
}

/** Enough to read by, and a page stays below 10 megabytes of pixels. */
const DPI = 200;
const POINTS = 72;
/** Letters of one page. Attack: a page of a hundred million. */
const MOST_CHARS = 1_000_000;
/** Objects of one page that are looked at. */
const MOST_OBJECTS = 10_000;
/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER, fpdfview.h: notes and stamps are drawn, red comes first. */
const RENDER_FLAGS = 0x01 | 0x10;
const FORMAT_BGRA = 4;
/** FPDF_PAGEOBJ_TEXT, fpdf_edit.h; what is drawn as anything but text is looked at. */
const TEXT_OBJECT = 1;
const PATH_OBJECT = 2;
/** With fewer letters a page drawn by paths may have its words in them. */
const FEW_LETTERS = 20;

/** Opens a PDF to be drawn page by page. Throws `encrypted`, `malformed`, `too-large`. */
export async function openPdfSource(bytes: Uint8Array, passwords: readonly string[]): Promise<PdfSource> {
  if (isTooBusy(bytes))
    throw new TamisError('malformed', {
      en: 'Thousands of streams begin and do not end.',
      fr: 'Des milliers de flux commencent et ne finissent pas.',
    });
  const { password, failure } = openPdf(bytes, passwords, DEFAULT_LIMITS);
  if (failure !== null) throw new TamisError(failure.code, detailText(failure.detail));
  const engine = await pdfEngine();
  const { malloc, free } = engine.wasmExports;
  const source = withVersion(bytes);
  const secret = Buffer.from(`${password ?? ''}\0`);
  const [data, key] = [malloc(source.length), malloc(secret.length)];
  if (data === 0 || key === 0)
    throw new TamisError('too-large', {
      en: 'No memory for this PDF.',
      fr: 'Pas assez de mémoire pour ce PDF.',
    });
  engine.HEAPU8.set(source, data);
  engine.HEAPU8.set(secret, key);
  const document = engine._FPDF_LoadMemDocument(data, source.length, key);
  const release = (): void => {
    free(data);
    free(key);
    retireEngine(engine, false);
  };
  if (document === 0) {
    const { code, detail } = loadFailure(engine._FPDF_GetLastError());
    release();
    throw new TamisError(code, detail);
  }
  return {
    count: engine._FPDF_GetPageCount(document),
    text: (index) => pageText(engine, document, index) ?? '',
    page: (index) => readPage(engine, document, index),
    close() {
      engine._FPDF_CloseDocument(document);
      release();
    },
  };
}

function readPage(engine: PdfEngine, document: number, index: number): PdfPageSource {
  // Reading its text draws notes and form fields into the page, where they are text like any other.
  pageText(engine, document, index);
  const page = engine._FPDF_LoadPage(document, index);
  if (page === 0)
    throw new TamisError('malformed', {
      en: `Page ${index + 1} cannot be read.`,
      fr: `La page ${index + 1} est illisible.`,
    });
  try {
    const [width, height] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
    const picture = draw(engine, page, width, height);
    const { text, boxes, unmapped } = lettersOf(engine, page, picture);
    return { text, boxes, picture, width, height, mayHide: unmapped || drawsMore(engine, page, text) };
  } finally {
    engine._FPDF_ClosePage(page);
  }
}

function draw(engine: PdfEngine, page: number, wide: number, high: number): Picture {
  const scale = Math.min(DPI / POINTS, LONGEST_SIDE / Math.max(wide, high, 1));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const { malloc, free } = engine.wasmExports;
  const buffer = malloc(width * height * 4);
  if (buffer === 0)
    throw new TamisError('too-large', {
      en: 'No memory to draw a page.',
      fr: 'Pas assez de mémoire pour dessiner une page.',
    });
  const bitmap = engine._FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, buffer, width * 4);
  try {
    engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    return {
      width,
      height,
      pixels: new Uint8ClampedArray(engine.HEAPU8.slice(buffer, buffer + width * height * 4)),
    };
  } finally {
    engine._FPDFBitmap_Destroy(bitmap);
    free(buffer);
  }
}

interface Letters {
  readonly text: string;
  readonly boxes: readonly (Box | null)[];
  readonly unmapped: boolean;
}

function lettersOf(engine: PdfEngine, page: number, picture: Picture): Letters {
  const words = engine._FPDFText_LoadPage(page);
  if (words === 0) return { text: '', boxes: [], unmapped: true };
  const { malloc, free } = engine.wasmExports;
  const scratch = malloc(48);
  try {
    const count = engine._FPDFText_CountChars(words);
    if (count > MOST_CHARS)
      throw new TamisError('too-large', {
        en: 'A page with a million letters is not redacted.',
        fr: 'Une page d’un million de lettres n’est pas caviardée.',
      });
    let [text, unmapped] = ['', false];
    const boxes: (Box | null)[] = [];
    for (let index = 0; index < count; index += 1) {
      const sign = signOf(engine._FPDFText_GetUnicode(words, index));
      if (sign === '\ufffd') unmapped = true;
      const box = /\s/u.test(sign) ? null : boxOf(engine, { page, words, index, scratch, picture });
      for (let unit = 0; unit < sign.length; unit += 1) boxes.push(box);
      text += sign;
    }
    return { text, boxes, unmapped };
  } finally {
    free(scratch);
    engine._FPDFText_ClosePage(words);
  }
}

/** PDFium has U+FFFE and U+0002 where a hyphen ends a line, and 0 for a letter without a meaning. */
function signOf(code: number): string {
  if (code === 0xfffe || code === 2) return '-';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return code === 0x0d ? ' ' : String.fromCodePoint(code);
}

interface Letter {
  readonly page: number;
  readonly words: number;
  readonly index: number;
  readonly scratch: number;
  readonly picture: Picture;
}

/** The pixels of a letter: the wider of its ink and of the room its font gives it. */
function boxOf(engine: PdfEngine, { page, words, index, scratch, picture }: Letter): Box | null {
  const corners: [number, number][] = [];
  if (engine._FPDFText_GetCharBox(words, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 1) {
    const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(bytesAt(engine, scratch, 32));
    corners.push([left, bottom], [right, top], [left, top], [right, bottom]);
  }
  if (engine._FPDFText_GetLooseCharBox(words, index, scratch) === 1) {
    const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(bytesAt(engine, scratch, 16));
    corners.push([left, bottom], [right, top], [left, top], [right, bottom]);
  }
  if (corners.length === 0) return null;
  const device = corners.map(([x, y]) => {
    engine._FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, scratch, scratch + 4);
    const [across = 0, down = 0] = new Int32Array(bytesAt(engine, scratch, 8));
    return { across, down };
  });
  const [across, down] = [device.map((one) => one.across), device.map((one) => one.down)];
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}

function bytesAt(engine: PdfEngine, at: number, length: number): ArrayBuffer {
  const { buffer, byteOffset } = engine.HEAPU8;
  return buffer.slice(byteOffset + at, byteOffset + at + length) as ArrayBuffer;
}

/** Pictures, shadings and forms may show words; paths only where hardly anything is text. */
function drawsMore(engine: PdfEngine, page: number, text: string): boolean {
  const few = (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEW_LETTERS;
  const count = engine._FPDFPage_CountObjects(page);
  if (count > MOST_OBJECTS) return true;
  for (let index = 0; index < count; index += 1) {
    const type = engine._FPDFPageObj_GetType(engine._FPDFPage_GetObject(page, index));
    if (type !== TEXT_OBJECT && (type !== PATH_OBJECT || few)) return true;
  }
  return false;
}
