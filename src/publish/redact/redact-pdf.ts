import { DEFAULT_LIMITS, TamisError } from '../../model/index.ts';
import { documentMetadata } from '../../parse/document/metadata.ts';
import { type Box, burn, grown } from './boxes.ts';
import { imagePdf, type PicturePage, picturePage } from './image-pdf.ts';
import { openPdfSource, type PdfPageSource } from './pdf-source.ts';
import { redactPictureWords } from './picture-words.ts';
import type { RedactSession } from './session.ts';

/** Attack: a page tree that names one page a million times, a second each. */
const MOST_PAGES = 500;

/** Around letters, in pixels of 200 dpi: edges are drawn soft. */
const MARGIN = 4;

/** A region to paint over, by hand: in points from the upper left corner of a page (from 1). */
export interface PageBox extends Box {
  readonly page: number;
}

/**
 * A PDF drawn anew, each page a picture in which what had to go is painted over. Nothing of the file itself is kept: no
 * text, no metadata, no earlier state, no attachment. Pages with hits, or that may show words which are not text, are read
 * again by OCR until nothing personal is read. Throws `redaction-incomplete`, `too-large`, and as `openPdfSource`.
 */
export async function redactPdf(
  bytes: Uint8Array,
  session: RedactSession,
  where: string,
  given: { readonly passwords: readonly string[]; readonly boxes: readonly PageBox[] },
): Promise<Uint8Array> {
  const source = await openPdfSource(bytes, given.passwords);
  try {
    if (source.count > MOST_PAGES)
      throw new TamisError('too-large', {
        en: `More than ${MOST_PAGES} pages are not redacted at once.`,
        fr: `Pas plus de ${MOST_PAGES} pages ne sont caviardées à la fois.`,
      });
    for (let index = 0; index < source.count; index += 1) session.learn(source.text(index));
    const pages: PicturePage[] = [];
    for (let index = 0; index < source.count; index += 1) {
      const page = source.page(index);
      const boxes = given.boxes.filter((box) => box.page === index + 1);
      await redactPage(page, session, `${where}page ${index + 1}`, boxes);
      pages.push(picturePage(page.picture, page.width, page.height));
    }
    tellLeftOut(bytes, session);
    session.tell('pages-as-pictures');
    return imagePdf(pages);
  } finally {
    source.close();
  }
}

async function redactPage(
  page: PdfPageSource,
  session: RedactSession,
  where: string,
  boxes: readonly PageBox[],
): Promise<void> {
  const { picture, text } = page;
  const scale = picture.width / page.width;
  const scaled = boxes.map(({ left, top, right, bottom }) => ({
    left: left * scale,
    top: top * scale,
    right: right * scale,
    bottom: bottom * scale,
  }));
  session.painted(where, burn(picture, scaled));
  const spans = session.spans(text);
  for (const span of spans) {
    session.remove(span, where);
    burn(picture, lineBoxes(page.boxes.slice(span.at, span.end)));
  }
  if (spans.length === 0 && !page.mayHide) return;
  const outcome = await redactPictureWords(picture, session, where);
  if (outcome.type === 'still-there')
    throw new TamisError('redaction-incomplete', {
      en: `${where}: ${outcome.kinds.join(', ')} can still be read.`,
      fr: `${where}\u00a0: ${outcome.kinds.join(', ')} se lit encore.`,
    });
}

/** One box for the letters of one line, so that no gap between them shows how they were grouped. */
function lineBoxes(letters: readonly (Box | null)[]): Box[] {
  const lines: Box[] = [];
  for (const box of letters) {
    if (box === null) continue;
    const last = lines.at(-1);
    const middle = (box.top + box.bottom) / 2;
    if (last !== undefined && middle > last.top && middle < last.bottom)
      lines[lines.length - 1] = {
        left: Math.min(last.left, box.left),
        right: Math.max(last.right, box.right),
        top: Math.min(last.top, box.top),
        bottom: Math.max(last.bottom, box.bottom),
      };
    else lines.push(box);
  }
  return lines.map((box) => grown(box, MARGIN));
}

function tellLeftOut(bytes: Uint8Array, session: RedactSession): void {
  const { metadata, embedded } = documentMetadata('application/pdf', bytes, {
    passwords: [],
    limits: DEFAULT_LIMITS,
  });
  if (metadata.length > 0) session.omit('metadata', metadata.length);
  if (embedded.length > 0) session.omit('embedded files and earlier states', embedded.length);
}
