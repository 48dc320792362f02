/** Cuts the body of a multipart at its delimiter lines (RFC 2046 section 5.1). */
import type { ByteRange, Defect } from '../../model/index.ts';

/**
 * The ranges of the parts inside `body`, at most `room` of them. Preamble and epilogue belong to none.
 * Without a boundary parameter the first line that looks like a delimiter names it.
 */
export function splitMultipart(
  buffer: Buffer,
  body: ByteRange,
  boundary: string | undefined,
  room: number,
  defects: Defect[],
): ByteRange[] {
  const delimiter = delimiterBytes(buffer, body, boundary, defects);
  if (delimiter === null) return [];
  const ranges: ByteRange[] = [];
  let open = -1;
  let closed = false;
  for (const line of delimiterLines(buffer, body, delimiter)) {
    if (open >= 0) ranges.push({ start: open, end: Math.max(open, beforeLineEnd(buffer, line.start, open)) });
    if (ranges.length >= room) {
      defects.push({ code: 'too-many-parts', at: { start: line.start, end: body.end } });
      return ranges;
    }
    // What comes after the close delimiter is an epilogue by the rules, but a forger's or a broken
    // mailer's further parts must not be lost: they are kept, and told.
    if (closed && !line.close) defects.push({ code: 'part-after-close', at: line });
    closed ||= line.close;
    open = line.close ? -1 : line.end;
  }
  if (open >= 0) {
    defects.push({ code: 'missing-end-boundary', at: { start: body.end, end: body.end } });
    ranges.push({ start: open, end: body.end });
  } else if (ranges.length === 0) {
    defects.push({ code: 'boundary-not-found', at: body });
  }
  return ranges;
}

interface DelimiterLine extends ByteRange {
  readonly close: boolean;
}

/** Lines that are the delimiter and nothing more: one boundary may be the beginning of another. */
function* delimiterLines(buffer: Buffer, body: ByteRange, delimiter: Buffer): Generator<DelimiterLine> {
  // A view that ends with the body: a search that ran on past it would be quadratic in nested parts.
  const view = buffer.subarray(0, body.end);
  let pos = body.start;
  while (pos < body.end) {
    const start = view.indexOf(delimiter, pos);
    if (start < 0) return;
    pos = start + delimiter.length;
    if (start > body.start && !isLineEnd(buffer[start - 1])) continue;
    const close = buffer[pos] === 0x2d && buffer[pos + 1] === 0x2d && pos + 2 <= body.end;
    const end = restOfLine(buffer, close ? pos + 2 : pos, body.end);
    if (end < 0) continue;
    pos = end;
    yield { start, end, close };
  }
}

/** Offset after the line end when nothing but white space stands before it, else -1. */
function restOfLine(buffer: Buffer, from: number, end: number): number {
  let pos = from;
  while (pos < end && (buffer[pos] === 0x20 || buffer[pos] === 0x09)) pos++;
  if (pos >= end) return end;
  if (!isLineEnd(buffer[pos])) return -1;
  let feed = pos;
  while (feed < end && buffer[feed] === 0x0d) feed++;
  if (feed < end && buffer[feed] === 0x0a) return feed + 1;
  return pos + 1; // CR alone: the next CR is a line of its own
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

/** The line end before a delimiter belongs to it: LF, CR LF, or CR. */
function beforeLineEnd(buffer: Buffer, at: number, least: number): number {
  if (at <= least) return at;
  if (buffer[at - 1] === 0x0d) return at - 1;
  return at - 2 >= least && buffer[at - 2] === 0x0d ? at - 2 : at - 1;
}

function delimiterBytes(
  buffer: Buffer,
  body: ByteRange,
  boundary: string | undefined,
  defects: Defect[],
): Buffer | null {
  const given = boundary?.trimEnd() ?? '';
  // 8-bit boundaries were decoded with the header: back to bytes as UTF-8.
  if (given !== '') return Buffer.from(`--${given}`, 'utf8');
  const guessed = guessDelimiter(buffer, body);
  defects.push({ code: 'no-boundary-parameter', at: body });
  return guessed;
}

/** How far into the body a delimiter is looked for: a guess must not cost a second pass over it. */
const GUESS_BYTES = 65536;

function guessDelimiter(buffer: Buffer, body: ByteRange): Buffer | null {
  const head = buffer.toString('latin1', body.start, Math.min(body.end, body.start + GUESS_BYTES));
  const line = /(?:^|[\r\n])(--[^\s-][^\r\n]{0,69}|--[^\s]{2,70})[ \t]*\r?\n[\w-]+:/.exec(head)?.[1];
  return line === undefined ? null : Buffer.from(line.trimEnd(), 'latin1');
}
