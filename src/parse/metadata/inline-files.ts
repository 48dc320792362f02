import { asBuffer } from '../binary/as-buffer.ts';
import { isFile } from '../ole/native-data.ts';
import type { Collector } from './collector.ts';

/** Files of one text. Attack: a million marks, each followed by nothing. */
const MOST_FILES = 2_000;
/** Bytes of a start tag. Attack: a tag without end, looked through for each mark. */
const LONGEST_TAG = 1_000;

/** How files stand in texts: `data:` addresses (RFC 2397), OpenDocument and Word of 2003 as one text, a package as one text. */
const MARKS: readonly { readonly mark: string; readonly isElement: boolean }[] = [
  { mark: ';base64,', isElement: false },
  { mark: '<office:binary-data', isElement: true },
  { mark: '<w:binData', isElement: true },
  { mark: '<pkg:binaryData', isElement: true },
];

/**
 * Takes out the files that a page or an XML document holds in base64: a picture pasted into a page that was saved as
 * one file has no other place. Fonts, and what is not recognised as a file, are left.
 */
export function collectInlineFiles(bytes: Uint8Array, out: Collector): void {
  const text = asBuffer(bytes);
  let count = 0;
  for (const { mark, isElement } of MARKS) {
    for (let at = text.indexOf(mark, 0, 'latin1'); at >= 0 && count < MOST_FILES; ) {
      const start = isElement ? tagEnd(text, at) : at + mark.length;
      const end = base64End(text, start);
      const file = isElement || !isFont(text, at) ? decoded(text, start, end) : NOTHING;
      if (file.length > 0 && isFile(file)) out.embed(`inline-${++count}`, file);
      at = text.indexOf(mark, end, 'latin1');
    }
  }
}

const NOTHING = Buffer.alloc(0);

function tagEnd(text: Buffer, at: number): number {
  const end = text.subarray(at, at + LONGEST_TAG).indexOf(0x3e);
  return end < 0 ? Math.min(text.length, at + LONGEST_TAG) : at + end + 1;
}

function isFont(text: Buffer, at: number): boolean {
  return /data:[^"'(),;]{0,40}font[^"'(),]{0,60}$/i.test(text.toString('latin1', Math.max(0, at - 120), at));
}

/** Letters, digits, `+/=-_`, white space, and escapes of an address (`%2B`). */
const BASE64 = new Uint8Array(256);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_% \t\r\n')
  BASE64[sign.charCodeAt(0)] = 1;

function base64End(text: Buffer, start: number): number {
  let end = start;
  while (end < text.length && BASE64[text[end] ?? 0] === 1) end++;
  return end;
}

function decoded(text: Buffer, start: number, end: number): Buffer {
  const written = text.toString('latin1', start, end);
  return Buffer.from(written.includes('%') ? unescaped(written) : written, 'base64');
}

function unescaped(written: string): string {
  return written.replace(/%([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
