import type { Limits } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { type Compound, openCompound } from '../ole/compound.ts';
import { excelBinarySheets } from '../ole/excel.ts';
import { powerPointBinarySlides } from '../ole/powerpoint-slides.ts';
import { unlocked } from '../ole/unlock.ts';
import { openPdf } from '../pdf/file.ts';
import { pdfPages } from '../pdf/pages.ts';
import { openOpenDocument } from './odf-encryption/open-package.ts';
import { openPackage } from './package.ts';
import { decodePlain } from './plain-text.ts';
import { presentationSlides, type Slide } from './presentation.ts';
import { odsSheets } from './sheet/ods-sheets.ts';
import { separatedSheet } from './sheet/separated.ts';
import type { Sheet } from './sheet/sheet.ts';
import { spreadsheetSheets } from './spreadsheet.ts';

/** What of a document is shown side by side, beyond the run of its text. */
export type DocumentView =
  | { readonly kind: 'pages'; readonly pages: readonly string[] }
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'slides'; readonly slides: readonly Slide[] }
  /** Nothing but its text (`readDocument`), or nothing that can be read. */
  | { readonly kind: 'text' };

const SPREADSHEETS = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.binary.macroenabled.12',
]);
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const OPEN_SPREADSHEET = /^application\/vnd\.oasis\.opendocument\.spreadsheet/;
const OPEN_PRESENTATION = /^application\/vnd\.oasis\.opendocument\.presentation/;

/**
 * The pages of a PDF, the sheets of a workbook as tables, the slides of a presentation, as text. For display: it reads
 * the bytes anew and keeps nothing. Never throws on bad input.
 */
export async function documentView(
  type: string,
  bytes: Uint8Array,
  options: { readonly passwords: readonly string[]; readonly limits: Limits },
): Promise<DocumentView> {
  if (type === 'application/pdf') return pagesView(bytes, options.passwords, options.limits);
  const result = attempt(() => tableView(type, bytes, options.passwords, options.limits));
  return 'ok' in result ? result.ok : TEXT;
}

const TEXT: DocumentView = { kind: 'text' };

async function pagesView(
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): Promise<DocumentView> {
  const { password, failure } = openPdf(bytes, passwords, limits);
  if (failure !== null) return TEXT;
  const { texts } = await pdfPages(bytes, password ?? '', limits);
  return texts.length === 0 ? TEXT : { kind: 'pages', pages: texts };
}

function tableView(
  type: string,
  bytes: Uint8Array,
  passwords: readonly string[],
  limits: Limits,
): DocumentView {
  if (SPREADSHEETS.has(type)) return sheetsView(spreadsheetSheets(openPackage(bytes, limits), limits));
  if (type === 'application/vnd.ms-excel')
    return sheetsView(excelBinarySheets(openUnlocked(bytes, passwords, limits), limits.textChars));
  if (OPEN_SPREADSHEET.test(type)) {
    const content = openOpenDocument(bytes, limits, passwords).reader.part('content.xml') ?? '';
    return sheetsView(odsSheets(content, limits.textChars));
  }
  if (type === 'text/csv' || type === 'text/tab-separated-values')
    return sheetsView([separatedSheet(decodePlain(bytes), limits.textChars)]);
  if (type === PRESENTATION) return slidesView(presentationSlides(openPackage(bytes, limits), limits));
  if (type === 'application/vnd.ms-powerpoint')
    return slidesView(powerPointBinarySlides(openUnlocked(bytes, passwords, limits), limits.textChars));
  if (OPEN_PRESENTATION.test(type))
    return slidesView(presentationSlides(openOpenDocument(bytes, limits, passwords).reader, limits));
  return TEXT;
}

function openUnlocked(bytes: Uint8Array, passwords: readonly string[], limits: Limits): Compound {
  const closed = openCompound(bytes, limits);
  return unlocked(closed, passwords) ?? closed;
}

function slidesView(slides: readonly Slide[]): DocumentView {
  return slides.length === 0 ? TEXT : { kind: 'slides', slides };
}

function sheetsView(sheets: readonly Sheet[]): DocumentView {
  return sheets.length === 0 ? TEXT : { kind: 'sheets', sheets };
}
