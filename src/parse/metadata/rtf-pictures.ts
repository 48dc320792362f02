import { asBuffer } from '../binary/as-buffer.ts';
import { asBitmapFile } from '../ole/bitmap-file.ts';
import type { Collector } from './collector.ts';
import { hexadecimal } from './rtf-objects.ts';

/** Pictures of one text. Attack: a million empty ones. */
const MOST_PICTURES = 2_000;
/** Bytes of one picture's own words before its digits: scaling, cropping, a tag. Attack: words without end. */
const LONGEST_HEAD = 64 * 1024;

/** How a picture is kept (RTF 1.9.1, pictures), and the ending its file has. */
const FORMATS: Readonly<Record<string, string>> = {
  pngblip: 'png',
  jpegblip: 'jpg',
  emfblip: 'emf',
  wmetafile: 'wmf',
  dibitmap: 'bmp',
};

/**
 * The pictures in a rich text, in hexadecimal digits or as they are (`\\bin`), as files inside of it. The copy for readers that know only metafiles (`\\nonshppict`) is left out.
 */
export function collectRtfPictures(bytes: Uint8Array, out: Collector): void {
  const rtf = asBuffer(bytes);
  let at = rtf.indexOf(PICTURE, 0, 'latin1');
  for (let count = 0; at >= 0 && count < MOST_PICTURES; at = rtf.indexOf(PICTURE, at, 'latin1')) {
    const isCopy = /\\nonshppict[\s{]{0,8}$/.test(rtf.toString('latin1', Math.max(0, at - 24), at));
    at += PICTURE.length;
    if (isCopy || isLetter(rtf[at])) continue;
    count++;
    const picture = pictureAt(rtf, at);
    at = picture.end;
    const { format, data } = picture;
    if (format !== '' && data.length > 0) out.picture(format, format === 'bmp' ? asBitmapFile(data) : data);
  }
}

const PICTURE = '{\\pict';

interface RtfPicture {
  readonly format: string;
  readonly data: Buffer;
  readonly end: number;
}

/** Control words and groups up to the data, then all digits up to the end of the group. */
function pictureAt(rtf: Buffer, from: number): RtfPicture {
  const last = Math.min(rtf.length, from + LONGEST_HEAD);
  let format = '';
  for (let at = from; at < last; ) {
    const byte = rtf[at];
    if (byte === 0x7b) at = groupEnd(rtf, at, last);
    else if (byte === 0x7d) return { format, data: NOTHING, end: at };
    else if (byte === 0x5c) {
      const [written = '\\', word = '', number = ''] =
        /^\\([a-z]{1,32})(-?\d{0,10}) ?|^\\[^a-z]/.exec(rtf.toString('latin1', at, at + 46)) ?? [];
      at += written.length;
      format = FORMATS[word] ?? format;
      if (word === 'bin') {
        const end = at + Math.max(0, Number(number));
        return { format, data: rtf.subarray(at, end), end };
      }
    } else if (isDigit(byte)) return { format, ...hexadecimal(rtf, at) };
    else at++;
  }
  return { format, data: NOTHING, end: last };
}

const NOTHING = Buffer.alloc(0);

/** Behind the brace that closes the group. */
function groupEnd(rtf: Buffer, from: number, last: number): number {
  let depth = 0;
  for (let at = from; at < last; at++) {
    if (rtf[at] === 0x7b) depth++;
    else if (rtf[at] === 0x7d && --depth === 0) return at + 1;
  }
  return last;
}

function isDigit(byte = 0): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

function isLetter(byte = 0): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
