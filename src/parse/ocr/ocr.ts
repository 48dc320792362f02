import type { Defect, Failure, Limits, OcrPage, OcrText } from '../../model/index.ts';
import { failureOf } from '../binary/fail.ts';
import { pdfLooks } from '../pdf/looks.ts';
import { ENGINE } from './engine.ts';
import { IMAGE_TYPES, imageLooks } from './image-looks.ts';
import { type PageLooks, PUT_OFF } from './picture.ts';
import { recognise } from './recognise.ts';

/** Pages of one document. Attack: a page tree that names one scan a million times, minutes each. */
const MOST_PAGES = 5_000;
/** Failures of single pages that are told one by one. */
const MOST_DEFECTS = 100;

/** How a picture or document is read by OCR. */
export interface OcrOptions {
  readonly passwords: readonly string[];
  readonly limits: Limits;
  /** First page, from 1. */
  readonly from: number;
  /** Pages that held up or ended an earlier attempt. */
  readonly skip: readonly number[];
  /** Other pictures are read meanwhile: very large ones are put off. */
  readonly abreast?: boolean;
  /** A page begins. */
  readonly onPage: (page: number) => void;
  /** The page at hand moves on: a number that grows. */
  readonly onProgress: (position: number) => void;
}

/** Media types that OCR reads; HEIC, PSD and BMP have no decoder. */
export const OCR_TYPES: readonly string[] = ['application/pdf', ...IMAGE_TYPES];

/**
 * Reads what stands in the picture of an image, or of those pages of a PDF that hold hardly any text. After `most`
 * pages that were read it stops and tells where to go on; likewise before a picture too large to be read `abreast` of others.
 * Never throws on bad input.
 */
export async function ocrText(
  type: string,
  bytes: Uint8Array,
  options: OcrOptions,
  most: number,
): Promise<OcrText> {
  const looks = await looksOf(type, bytes, options);
  if ('code' in looks) return { ...NOTHING_READ, failure: looks };
  try {
    return await readPages(looks, options, most);
  } finally {
    looks.close();
  }
}

/** Of a document that could not be looked at. */
export const NOTHING_READ: OcrText = {
  engine: ENGINE,
  pages: [],
  looked: 0,
  failure: null,
  defects: [],
  next: null,
};

async function looksOf(type: string, bytes: Uint8Array, options: OcrOptions): Promise<PageLooks | Failure> {
  try {
    if (type !== 'application/pdf') return imageLooks(type, bytes);
    return await pdfLooks(bytes, options.passwords, options.limits);
  } catch (error) {
    return failureOf(error);
  }
}

async function readPages(looks: PageLooks, options: OcrOptions, most: number): Promise<OcrText> {
  const { limits, skip, onPage } = options;
  const [pages, defects]: [OcrPage[], Defect[]] = [[], []];
  const last = Math.min(looks.count, MOST_PAGES);
  let [looked, characters, page] = [0, 0, options.from];
  let failure: Failure | null = null;
  for (; page <= last && looked < most; page++) {
    onPage(page);
    if (characters > limits.textChars) {
      return {
        engine: ENGINE,
        pages,
        looked,
        failure,
        defects: [...defects, cutAt(page, looks.count)],
        next: null,
      };
    }
    const read = skip.includes(page) ? SKIPPED : await readPage(looks, page, options);
    if (read.failure === PUT_OFF) return { engine: ENGINE, pages, looked, failure, defects, next: page };
    if (read.looked) looked++;
    if (read.page !== null) {
      pages.push(read.page);
      characters += read.page.text.length;
    }
    if (read.failure === null) continue;
    failure ??= read.failure;
    const detail = `Page ${page}: ${read.failure.detail}`;
    if (defects.length < MOST_DEFECTS) defects.push({ code: 'ocr-page-not-read', detail });
  }
  if (page <= last) return { engine: ENGINE, pages, looked, failure, defects, next: page };
  if (looks.count > last) defects.push(cutAt(page, looks.count));
  return { engine: ENGINE, pages, looked, failure, defects, next: null };
}

function cutAt(page: number, count: number): Defect {
  return { code: 'ocr-cut', detail: `Read up to page ${page - 1} of ${count}.` };
}

interface ReadPage {
  readonly page: OcrPage | null;
  readonly looked: boolean;
  readonly failure: Failure | null;
}

const SKIPPED: ReadPage = {
  page: null,
  looked: true,
  failure: { code: 'timeout', detail: 'Reading it held up or ended the worker before.' },
};

async function readPage(
  looks: PageLooks,
  page: number,
  { abreast, onProgress }: OcrOptions,
): Promise<ReadPage> {
  try {
    const look = await looks.look(page, abreast);
    if (look.type === 'nothing') return { page: null, looked: false, failure: null };
    if (look.type === 'failed') return { page: null, looked: true, failure: look.failure };
    return { page: await recognise(look.picture, page, onProgress), looked: true, failure: null };
  } catch (error) {
    return { page: null, looked: true, failure: failureOf(error) };
  }
}
