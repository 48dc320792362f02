import type { OcrText } from '../model/index.ts';

/**
 * What an item says and, below it, what OCR read in its pictures: for what counts and compares words. Verdicts look at the
 * text alone, since what a machine misread is no difference between two documents.
 */
export function readableText(text: string, ocr: OcrText | null): string {
  if (ocr === null || ocr.pages.length === 0) return text;
  const read = ocr.pages.map((page) => page.text).join('\n');
  return text === '' ? read : `${text}\n${read}`;
}
