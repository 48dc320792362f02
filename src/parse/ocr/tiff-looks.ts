import type { Failure } from '../../model/index.ts';
import { type IfdEntry, readIfd, type TiffReader, tiffReader } from '../metadata/image/tiff.ts';
import { onlyPage } from './only-page.ts';
import {
  MOST_PIXELS,
  MOST_PIXELS_ABREAST,
  type PageLook,
  type PageLooks,
  PUT_OFF,
  readingSize,
} from './picture.ts';
import { tiffFrameAsPdf } from './tiff-pdf.ts';

/** Frames of one file: a fax of a thousand pages. Attack: a chain of directories in a circle. */
const MOST_FRAMES = 1_000;

/** The entries of one image file directory, by tag. */
export type TiffFrame = ReadonlyMap<number, IfdEntry>;

/**
 * The frames of a TIFF file, which scanners and fax machines write. Each is put into a PDF of one page, whose filters
 * are those of TIFF, and drawn by PDFium: there is no kept decoder in JavaScript that does not hang on damage.
 */
export function tiffLooks(bytes: Uint8Array): PageLooks | Failure {
  const tiff = tiffReader(bytes);
  const frames = tiff === null ? [] : framesOf(tiff);
  if (tiff === null || frames.length === 0) return failure('malformed', 'The TIFF file holds no picture.');
  return {
    count: frames.length,
    look: (page, abreast = false) => lookAt(tiff, frames[page - 1], abreast),
    close() {},
  };
}

function framesOf(tiff: TiffReader): readonly TiffFrame[] {
  const frames: TiffFrame[] = [];
  const seen = new Set<number>();
  for (let at = tiff.u32(4); at !== 0 && !seen.has(at) && frames.length < MOST_FRAMES; ) {
    seen.add(at);
    const { entries, following } = readIfd(tiff, at, MOST_STRIPS);
    if (entries.has(WIDTH) && entries.has(HEIGHT)) frames.push(entries);
    at = following;
  }
  return frames;
}

const WIDTH = 0x100;
const HEIGHT = 0x101;
/** Strips or tiles of one frame: one a row for the tallest page. */
const MOST_STRIPS = 20_000;

async function lookAt(tiff: TiffReader, frame: TiffFrame | undefined, abreast: boolean): Promise<PageLook> {
  const [width, height] = [WIDTH, HEIGHT].map((tag) => frame?.get(tag)?.numbers[0] ?? 0);
  if (frame === undefined || !width || !height)
    return failed('malformed', 'A frame of the TIFF file is damaged.');
  if (width * height > MOST_PIXELS)
    return failed('too-large', `A picture of ${width} by ${height} pixels is not read by OCR.`);
  const size = readingSize(width, height);
  if (size === null) return { type: 'nothing' };
  if (width * height > MOST_PIXELS_ABREAST && abreast) return { type: 'failed', failure: PUT_OFF };
  const pdf = tiffFrameAsPdf(tiff, frame, size);
  if (typeof pdf === 'string') return failed('unsupported', pdf);
  return onlyPage(pdf);
}

function failed(code: Failure['code'], detail: string): PageLook {
  return { type: 'failed', failure: failure(code, detail) };
}

function failure(code: Failure['code'], detail: string): Failure {
  return { code, detail };
}
