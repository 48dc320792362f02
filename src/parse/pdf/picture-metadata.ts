import type { Collector } from '../metadata/collector.ts';
import { collectImage } from '../metadata/image/image.ts';
import type { PdfFile } from './file.ts';
import { isDictionary, nameOf } from './value.ts';

/** Pictures of one document looked into. Attack: a page of a hundred thousand of them. */
const MOST_PICTURES = 500;

/**
 * What photographs in a PDF say of their cameras and places: programs that put pictures together into a document, and
 * TeX, take a JPEG as it is, EXIF and all. The pictures are no files of their own: pages show them, and OCR reads pages.
 */
export function collectPdfPictures(file: PdfFile, out: Collector): void {
  let count = 0;
  for (const object of file.objects) {
    const { value, number, stream } = object;
    if (stream === null || !isDictionary(value) || nameOf(value.get('Subtype')) !== 'Image') continue;
    const filter = value.get('Filter');
    if (nameOf(Array.isArray(filter) ? filter.at(-1) : filter) !== 'DCTDecode') continue;
    if (count++ >= MOST_PICTURES) return;
    const bytes = file.data(object);
    if (bytes !== null) collectImage(bytes, `Picture, object ${number}, `, out, false);
  }
}
