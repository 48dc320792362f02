import type { Limits } from '../../model/index.ts';
import { attempt } from '../binary/fail.ts';
import { openCompound } from '../ole/compound.ts';
import { excelBinarySheets } from '../ole/excel.ts';
import { openPdf } from '../pdf/file.ts';
import { pdfPages } from '../pdf/pages.ts';
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
  const result = attempt(() => tableView(type, bytes, options.limits));
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

function tableView(type: string, bytes: Uint8Array, limits: Limits): DocumentView {
  if (SPREADSHEETS.has(type)) return sheetsView(spreadsheetSheets(openPackage(bytes, limits), limits));
  if (type === 'application/vnd.ms-excel')
    return sheetsView(excelBinarySheets(openCompound(bytes, limits), limits.textChars));
  if (OPEN_SPREADSHEET.test(type)) {
    const content = openPackage(bytes, limits).part('content.xml') ?? '';
    return sheetsView(odsSheets(content, limits.textChars));
  }
  if (type === 'text/csv' || type === 'text/tab-separated-values')
    return sheetsView([separatedSheet(decodePlain(bytes), limits.textChars)]);
  if (type === PRESENTATION || OPEN_PRESENTATION.test(type)) {
    const slides = presentationSlides(openPackage(bytes, limits), limits);
    return slides.length === 0 ? TEXT : { kind: 'slides', slides };
  }
  return TEXT;
}

function sheetsView(sheets: readonly Sheet[]): DocumentView {
  return sheets.length === 0 ? TEXT : { kind: 'sheets', sheets };
}
