import type { Defect, Failure, Limits } from '../../model/index.ts';
import type { Collector } from '../metadata/collector.ts';
import { collectPdfEmbedded } from './embedded.ts';
import { formAndNoteText } from './fields.ts';
import { openPdf, type PdfFile } from './file.ts';
import { collectPdfFindings } from './findings.ts';
import { collectPdfMetadata } from './metadata.ts';
import { type PdfPages, pdfPages } from './pages.ts';
import { collectPdfPictures } from './picture-metadata.ts';
import { pdfRevisions } from './revisions.ts';
import { collectPdfThumbnails } from './thumbnails.ts';
import { isReference } from './value.ts';

/** What a PDF says. */
export interface PdfContent {
  /** Pages parted by form feeds, as pdftotext does; then the words of forms and notes. */
  readonly text: string;
  readonly pages: number;
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
}

/** How a PDF is opened. */
export interface PdfOptions {
  readonly passwords: readonly string[];
  readonly limits: Limits;
  /** Itself an earlier state of another file, whose own earlier states and files are not told again. */
  readonly earlier?: boolean;
}

/** What a PDF says about itself, carries and would do, into `out`. Never throws on bad input. */
export function collectPdf(bytes: Uint8Array, options: PdfOptions, out: Collector): PdfFile {
  const file = openPdf(bytes, options.passwords, options.limits);
  collectPdfMetadata(file, out);
  if (file.password !== null)
    out.field('encrypted', 'opened', `trailer /Encrypt, with ${describe(file.password)}`);
  if (options.earlier) return file;
  collectPdfFindings(file, out);
  if (file.failure === null) {
    collectPdfEmbedded(file, out);
    collectPdfThumbnails(file, out);
    collectPdfPictures(file, out);
  }
  collectRevisions(bytes, file.bytes, out);
  return file;
}

/** All of a PDF: its text, and into `out` what it says about itself. Never throws on bad input. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions, out: Collector): Promise<PdfContent> {
  const file = collectPdf(bytes, options, out);
  if (file.failure !== null) return { text: '', pages: 0, failure: file.failure, defects: file.defects };
  const { texts, count, failure, defects } = await unlockedPages(bytes, file, options);
  const notes = formAndNoteText(file, texts);
  const body = texts.join('\n\f');
  const text = notes === '' ? body : `${body}\n\n${notes}`;
  return { text, pages: count, failure, defects: [...file.defects, ...defects] };
}

/**
 * A file whose owner's password is empty opens with that here, while the engine takes no empty one from an owner:
 * then those given are tried on it as well.
 */
async function unlockedPages(
  bytes: Uint8Array,
  file: PdfFile,
  { passwords, limits }: PdfOptions,
): Promise<PdfPages> {
  const pages = await pagesOf(bytes, file, file.password ?? '', limits);
  for (const password of file.password === '' ? passwords : []) {
    if (pages.failure?.code !== 'encrypted') break;
    const opened = await pagesOf(bytes, file, password, limits);
    if (opened.failure?.code !== 'encrypted') return opened;
  }
  return pages;
}

/** A file that lost its trailer gets a new one, from which the engine finds its way again. */
async function pagesOf(
  bytes: Uint8Array,
  file: PdfFile,
  password: string,
  limits: Limits,
): Promise<PdfPages> {
  const pages = await pdfPages(bytes, password, limits);
  const root = file.trailer.get('Root');
  if (pages.failure?.code !== 'malformed' || !isReference(root)) return pages;
  const trailer = `\nendobj\ntrailer\n<</Root ${root.number} ${root.generation} R>>\nstartxref\n0\n%%EOF\n`;
  return pdfPages(Buffer.concat([bytes, Buffer.from(trailer)]), password, limits);
}

function describe(password: string): string {
  return password === '' ? 'the empty password' : 'a given password';
}

/** Each state before the last, as a viewer would have shown it then. */
function collectRevisions(source: Uint8Array, bytes: Buffer, out: Collector): void {
  const ranges = pdfRevisions(bytes);
  for (const [index, { end }] of ranges.slice(0, -1).entries()) {
    out.embed(`revision-${index + 1}.pdf`, source.subarray(0, end), true);
  }
}
