import UTIF from 'utif2';
import type { Failure } from '../../model/index.ts';
import { isBlank, MOST_PIXELS, type PageLook, type PageLooks, readingSize } from './picture.ts';
import { resized } from './webp.ts';

/** Frames of one file: a fax of a thousand pages. Attack: a chain of directories without end. */
const MOST_FRAMES = 1_000;

/** The frames of a TIFF file, which scanners and fax machines write: fax, LZW, PackBits, Deflate, JPEG. */
export function tiffLooks(bytes: Uint8Array): PageLooks | Failure {
  const data = new Uint8Array(bytes).buffer;
  let frames: UTIF.IFD[];
  try {
    frames = UTIF.decode(data).filter((frame) => sideOf(frame, 't256') > 0);
  } catch {
    return DAMAGED;
  }
  const count = Math.min(frames.length, MOST_FRAMES);
  return count === 0
    ? DAMAGED
    : { count, look: async (page) => lookAt(data, frames[page - 1]), close: () => frames.splice(0) };
}

const DAMAGED: Failure = { code: 'malformed', detail: 'The TIFF file holds no picture that can be decoded.' };

function lookAt(data: ArrayBuffer, frame: UTIF.IFD | undefined): PageLook {
  if (frame === undefined) return { type: 'failed', failure: DAMAGED };
  const [width, height] = [sideOf(frame, 't256'), sideOf(frame, 't257')];
  if (width * height > MOST_PIXELS) {
    const detail = `A picture of ${width} by ${height} pixels is not read by OCR.`;
    return { type: 'failed', failure: { code: 'too-large', detail } };
  }
  const wanted = readingSize(width, height);
  if (wanted === null) return { type: 'nothing' };
  try {
    UTIF.decodeImage(data, frame);
    const pixels = new Uint8ClampedArray(UTIF.toRGBA8(frame));
    if (pixels.length < width * height * 4) return { type: 'failed', failure: DAMAGED };
    const picture = resized({ width, height, pixels }, wanted);
    return isBlank(picture) ? { type: 'nothing' } : { type: 'picture', picture };
  } catch {
    return { type: 'failed', failure: DAMAGED };
  }
}

function sideOf(frame: UTIF.IFD, tag: string): number {
  const value = frame[tag];
  const first = Array.isArray(value) ? Number(value[0]) : 0;
  return Number.isSafeInteger(first) ? first : 0;
}
