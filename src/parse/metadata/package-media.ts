import type { PackageReader } from '../document/package.ts';
import type { Collector } from './collector.ts';

/** What Office keeps pictures, sounds and films in, whatever their type. */
const MEDIA_FOLDER = /(?:^|\/)media\/[^/]+$/i;
/** Pictures wherever they lie: OpenDocument, XPS, EPUB and many writers of docx have folders of their own. */
const PICTURE =
  /\.(?:jpe?g|jfif|png|gif|tiff?|bmp|dib|webp|hei[cf]|avif|svgz?|[ew]m[fz]|wdp|hdp|jxr|pct|pict)$/i;
/** What lies beside them, the buttons of a changed tool bar, and what is taken out as a preview or an object. */
const OTHER =
  /\.(?:xml|rels)$|^(?:Configurations2|Thumbnails)\/|^docProps\/thumbnail\.|(?:^|\/)(?:embeddings|activeX)\//i;

/**
 * Takes the pictures, sounds and films out of a document that is a zip: a scan put into a letter is read by OCR, and a
 * photograph tells its camera, only as a file of its own. Each counts, however small: what is mere decoration is not
 * told from a seal by its size. `isClosed`: what is encrypted and stays so is not told once more for each.
 */
export function collectPackageMedia(reader: PackageReader, out: Collector, isClosed = false): void {
  for (const name of reader.names) {
    if (name.endsWith('/') || OTHER.test(name)) continue;
    if (MEDIA_FOLDER.test(name) || PICTURE.test(name)) embedPart(reader, name, out, isClosed);
  }
}

/** A part of a package as a file inside of the document. */
export function embedPart(reader: PackageReader, name: string, out: Collector, isClosed = false): void {
  const bytes = reader.bytes(name);
  if (bytes !== null || !isClosed) out.embed(name.split('/').at(-1) ?? name, bytes);
}
