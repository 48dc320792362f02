import type { PDFiumModule } from '@hyzyla/pdfium';

/** PDFium in WebAssembly, with its calls as they are in C: the package's own classes never close a page. */
export type PdfEngine = Awaited<ReturnType<typeof PDFiumModule>> & {
  /** Draws annotations and form fields into the page's own content; 1 when there was something to draw. */
  _FPDFPage_Flatten(page: number, flag: 0): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  /** Corners into four floats; 1 when there are any. */
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  /** Code point of a letter of a page's text; 0 where the font does not tell. */
  _FPDFText_GetUnicode(words: number, index: number): number;
  /** Ink of a letter into four doubles (left, right, bottom, top); 1 when it has any. */
  _FPDFText_GetCharBox(
    words: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  /** Room its font gives a letter into four floats (left, top, right, bottom). */
  _FPDFText_GetLooseCharBox(words: number, index: number, box: number): number;
  /** Where a point of a page is drawn, into two integers. */
  _FPDF_PageToDevice(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    pageX: number,
    pageY: number,
    deviceX: number,
    deviceY: number,
  ): number;
  /** FPDF_ANNOT_* of fpdf_annot.h. */
  _FPDFAnnot_GetSubtype(annotation: number): number;
};

/** Memory of WebAssembly never shrinks. Attack: one huge file that makes every later one pay. */
const MOST_HEAP = 256 * 2 ** 20;

let running: Promise<PdfEngine> | null = null;

/**
 * The engine of this thread, started by the first PDF (76 ms and 60 MB, measured) and not by plain mail. It has
 * no file system and no network: bytes go in, text comes out.
 */
export function pdfEngine(): Promise<PdfEngine> {
  running ??= start();
  return running;
}

/** Gives up an engine that trapped, or that a large file has swollen; the next PDF starts a fresh one. */
export function retireEngine(engine: PdfEngine, trapped: boolean): void {
  if (trapped || engine.HEAPU8.length > MOST_HEAP) running = null;
}

async function start(): Promise<PdfEngine> {
  const { PDFiumModule: load } = await import('@hyzyla/pdfium');
  // The package's types leave out what its own classes do not call.
  const engine = (await load({})) as PdfEngine;
  engine._FPDF_InitLibraryWithConfig({
    version: 2,
    m_pIsolate: null,
    m_pUserFontPaths: null,
    m_v8EmbedderSlot: 0,
    m_pPlatform: null,
  });
  return engine;
}
