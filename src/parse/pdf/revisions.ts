import type { ByteRange } from '../../model/index.ts';

/** Versions of one file. Attack: a file of nothing but %%EOF, each to become an item of its own. */
const MOST_REVISIONS = 100;

/**
 * The states a PDF was saved in, as ranges from byte 0 (ISO 32000-2, 7.5.6): each update is appended, so what
 * was there before it can be had again by cutting. The last range is the file itself. The first %%EOF of a
 * linearised file ends no revision (annex F.3.3: its startxref is 0).
 */
export function pdfRevisions(bytes: Buffer): readonly ByteRange[] {
  const ends: number[] = [];
  for (
    let at = bytes.indexOf('%%EOF');
    at >= 0 && ends.length < MOST_REVISIONS;
    at = bytes.indexOf('%%EOF', at + 5)
  ) {
    const before = bytes.toString('latin1', Math.max(0, at - 48), at);
    const start = Number(/startxref\s{1,8}(\d{1,15})\s{0,8}$/.exec(before)?.[1] ?? Number.NaN);
    // A true end points back into what it ends; one inside of an embedded file points elsewhere.
    if (!(start > 0 && start < at && isCrossReference(bytes, start))) continue;
    ends.push(endOfLine(bytes, at + 5));
  }
  const complete = ends.filter((end, index) => index === ends.length - 1 || end < bytes.length);
  if (complete.length === 0) return [{ start: 0, end: bytes.length }];
  return complete.map((end, index) => ({
    start: 0,
    end: index === complete.length - 1 ? bytes.length : end,
  }));
}

/** `xref`, or the object that is a cross-reference stream, near where startxref points. */
function isCrossReference(bytes: Buffer, at: number): boolean {
  return /^\s{0,4}(?:xref|\d{1,10}\s{1,4}\d{1,5}\s{1,4}obj)/.test(bytes.toString('latin1', at, at + 32));
}

function endOfLine(bytes: Buffer, at: number): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}
