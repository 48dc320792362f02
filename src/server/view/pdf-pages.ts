import { type PdfEngine, pdfEngine, retireEngine } from '../../parse/pdf/engine.ts';
import { isTooBusy, withVersion } from '../../parse/pdf/pages.ts';
import { pngOf } from './png.ts';

/** Pages listed with their size. */
const MOST_PAGES = 2_000;
/** Attack: a page of a kilometre. */
const MOST_PIXELS = 16_000_000;
const WHITE = 0xffffffff;
/** FPDFBitmap_BGRx, and FPDF_ANNOT: notes and stamps are part of what a reader sees (fpdfview.h). */
const BGRX = 3;
const DRAW_ANNOTATIONS = 1;

export interface PdfPageSize {
  readonly number: number;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

export interface PdfSizes {
  readonly count: number;
  readonly pages: readonly PdfPageSize[];
}

/** How many pages there are and how large; null where the engine finds no document. */
export function pdfSizes(bytes: Uint8Array, password = ''): Promise<PdfSizes | null> {
  return withDocument(bytes, password, (engine, document) => {
    const count = engine._FPDF_GetPageCount(document);
    const pages: PdfPageSize[] = [];
    for (let index = 0; index < Math.min(count, MOST_PAGES); index++) {
      const page = engine._FPDF_LoadPage(document, index);
      if (page === 0) continue;
      const [width, height] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
      engine._FPDF_ClosePage(page);
      pages.push({ number: index + 1, width, height });
    }
    return { count, pages };
  });
}

/** A page as a PNG, `width` pixels wide; null where there is no such page. Scripts of the PDF do not run. */
export function pdfPagePng(
  bytes: Uint8Array,
  number: number,
  width: number,
  password = '',
): Promise<Uint8Array | null> {
  return withDocument(bytes, password, (engine, document) => {
    const page = engine._FPDF_LoadPage(document, number - 1);
    if (page === 0) return null;
    try {
      return drawPage(engine, page, width);
    } finally {
      engine._FPDF_ClosePage(page);
    }
  });
}

async function withDocument<T>(
  bytes: Uint8Array,
  password: string,
  work: (engine: PdfEngine, document: number) => T | null,
): Promise<T | null> {
  if (isTooBusy(bytes)) return null;
  const engine = await pdfEngine();
  const { malloc, free } = engine.wasmExports;
  const whole = withVersion(bytes);
  const file = malloc(whole.length);
  const secret = Buffer.from(`${password}\0`);
  const word = malloc(secret.length);
  if (file === 0 || word === 0) return null;
  let trapped = true;
  try {
    engine.HEAPU8.set(whole, file);
    engine.HEAPU8.set(secret, word);
    const document = engine._FPDF_LoadMemDocument(file, whole.length, word);
    const result = document === 0 ? null : work(engine, document);
    if (document !== 0) engine._FPDF_CloseDocument(document);
    free(file);
    free(word);
    trapped = false;
    return result;
  } finally {
    retireEngine(engine, trapped);
  }
}

function drawPage(engine: PdfEngine, page: number, wantedWidth: number): Uint8Array | null {
  const [points, pointsHigh] = [engine._FPDF_GetPageWidth(page), engine._FPDF_GetPageHeight(page)];
  if (!(points > 0) || !(pointsHigh > 0)) return null;
  const most = Math.sqrt(MOST_PIXELS / (points * pointsHigh));
  const scale = Math.min(wantedWidth / points, most);
  const width = Math.max(1, Math.round(points * scale));
  const height = Math.max(1, Math.round(pointsHigh * scale));
  const bitmap = engine._FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) return null;
  try {
    engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS);
    const start = engine._FPDFBitmap_GetBuffer(bitmap);
    const stride = engine._FPDFBitmap_GetStride(bitmap);
    return pngOf({ width, height, pixels: redFirst(engine.HEAPU8, start, stride, width, height) });
  } finally {
    engine._FPDFBitmap_Destroy(bitmap);
  }
}

/** PDFium draws blue, green, red, nothing. */
function redFirst(
  heap: Uint8Array,
  start: number,
  stride: number,
  width: number,
  height: number,
): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = start + y * stride; x < width; x++, from += 4, to += 4) {
      pixels[to] = heap[from + 2] ?? 0;
      pixels[to + 1] = heap[from + 1] ?? 0;
      pixels[to + 2] = heap[from] ?? 0;
      pixels[to + 3] = 255;
    }
  }
  return pixels;
}
