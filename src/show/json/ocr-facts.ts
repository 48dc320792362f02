import type { OcrText } from '../../model/index.ts';

/** Beside the facts of an item: that a machine read its pictures, and how sure it was (0 to 1). */
export function ocrFacts(read: OcrText | null): Readonly<Record<string, string>> {
  if (read === null || read.pages.length === 0) return {};
  const { engine, pages } = read;
  const mean = pages.reduce((sum, page) => sum + page.confidence, 0) / pages.length;
  return { ocr: engine, 'ocr-confidence': mean.toFixed(2), 'ocr-pages': String(pages.length) };
}
