import { decodeCharset } from '../text/charset.ts';
import { AGAINST_LABEL, guessCharset } from '../text/guess-charset.ts';

/**
 * The text of a document of Word before 97, which was in the code page of its fonts and does not say in which. It is read
 * as a whole: in a few words no language is recognised, and asked for each of a hundred pieces the question costs seconds.
 *
 * @param paired as Word 6 and 95 of East Asia wrote: two bytes a character, the lead byte second or zero
 */
export function textOfOldWord(bytes: Buffer, paired: boolean): string {
  return paired ? textOfPairs(bytes) : decodeCharset(bytes, guessCharset(withoutMarks(bytes), AGAINST_LABEL));
}

/** Marks of cells and fields are control characters, of which a text has next to none. */
function withoutMarks(bytes: Buffer): Buffer {
  const out = Buffer.from(bytes);
  for (let at = 0; at < out.length; at++) if ((out[at] ?? 0) < 0x20) out[at] = 0x20;
  return out;
}

/** What has one byte is windows-1252 wherever Word was made for; what has two tells the charset by itself. */
function textOfPairs(bytes: Buffer): string {
  const leads = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at + 2 <= bytes.length; at += 2) {
    if (!isPair(bytes, at)) continue;
    leads[length++] = bytes[at + 1] ?? 0;
    leads[length++] = bytes[at] ?? 0;
  }
  const wide = guessCharset(leads.subarray(0, length));
  return runs(bytes)
    .map(({ pair, run }) => decodeCharset(run, pair ? wide : 'iso-8859-1'))
    .join('');
}

/** Quotation marks of one byte have 0x10 beside them, which leads no character. */
function isPair(bytes: Buffer, at: number): boolean {
  return (bytes[at + 1] ?? 0) >= 0x80;
}

interface Run {
  readonly pair: boolean;
  readonly run: Uint8Array;
}

/** Characters of one byte, and of two with the lead byte first, in turn. */
function runs(bytes: Buffer): Run[] {
  const out: Run[] = [];
  let start = 0;
  for (let at = 0; at + 2 <= bytes.length; at += 2) {
    const pair = isPair(bytes, at);
    if (at + 4 <= bytes.length && isPair(bytes, at + 2) === pair) continue;
    const units = Buffer.from(bytes.subarray(start, at + 2));
    out.push({ pair, run: pair ? units.swap16() : units.filter((_, index) => index % 2 === 0) });
    start = at + 2;
  }
  return out;
}
