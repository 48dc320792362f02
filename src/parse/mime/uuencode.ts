/** Uuencode (POSIX.1 `uuencode`): blocks between `begin 644 name` and `end`. */
import type { Defect } from '../../model/index.ts';
import type { DecodedBody } from './body.ts';

/** Where a block lies, and the name of its file. */
export interface EncodedBlock {
  /** Offsets in the text searched, from the begin line to after the end line. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Mode in octal, then the name to the end of the line. */
const BEGIN = /(?:^|[\r\n])begin [0-7]{3,4}(?:[ \t]([^\r\n]{0,255}))?(?=[\r\n])/g;

/** The blocks in a text; a begin line counts only when a well-formed data line follows. */
export function findUuencode(text: string): EncodedBlock[] {
  if (!text.includes('begin ')) return [];
  const blocks: EncodedBlock[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const lineStart = match[0].startsWith('b') ? match.index : match.index + 1;
    const end = dataEnd(text, BEGIN.lastIndex);
    if (end < 0) continue;
    blocks.push({ start: lineStart, end, name: (match[1] ?? '').trim() });
    BEGIN.lastIndex = Math.max(end - 1, BEGIN.lastIndex); // the line end may begin the next match
  }
  return blocks;
}

/** Decodes the first block of `raw`, or all of it when it has no begin line. */
export function decodeUuencode(raw: Buffer, at: number): DecodedBody {
  const text = raw.toString('latin1');
  const block = findUuencode(text)[0];
  const data = block === undefined ? text : text.slice(block.start, block.end);
  const defects: Defect[] = [];
  if (!/[\r\n]end[ \t]*[\r\n]*$/.test(data.slice(-32))) {
    defects.push({ code: 'uuencode-no-end', at: { start: at + raw.length, end: at + raw.length } });
  }
  const out = Buffer.alloc(data.length * MOST_EXPANSION + 64);
  let length = 0;
  for (const match of data.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    if (line.startsWith('begin') || line.trim() === 'end') continue;
    length += decodeLine(line, out.subarray(length));
  }
  return { bytes: out.subarray(0, Math.min(length, out.length)), defects };
}

/** A line may have lost its trailing spaces (zeros); lines of one character that claim 45 bytes are a bomb. */
const MOST_EXPANSION = 2;

/** Offset after the data and its end line, or -1 when no data line follows. */
function dataEnd(text: string, from: number): number {
  let pos = from;
  let lines = 0;
  for (;;) {
    const line = LINE.exec(text.slice(pos, pos + 200));
    if (line === null) return lines > 0 ? text.length : -1;
    const content = line[1] ?? '';
    const next = pos + line[0].length;
    if (/^end[ \t]*$/.test(content))
      return next + (/^\r?\n|^\r/.exec(text.slice(next, next + 2))?.[0].length ?? 0);
    if (next === pos || (content !== '' && !isDataLine(content))) return lines > 0 ? pos : -1;
    if (content === '' && lines > 0 && next >= text.length) return next;
    if (content !== '') lines++;
    pos = next;
  }
}

const LINE = /^(?:\r\n|\r|\n)?([^\r\n]*)/;

/** The first character tells the count of bytes; the rest must be long enough and in the alphabet. */
function isDataLine(line: string): boolean {
  const count = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil((count * 8) / 6);
  // Trailing spaces (zero bits) are often cut in transit; one check character may be added.
  return (
    line.length <= 1 + Math.ceil(count / 3) * 4 + 2 &&
    line.trimEnd().length <= 65 &&
    (line.length > needed || line.includes(' ') || count === 0 || line.length + 4 > needed) &&
    !/[^\x20-\x60]/.test(line)
  );
}

function decodeLine(line: string, out: Uint8Array): number {
  const count = (line.charCodeAt(0) - 32) & 63;
  let length = 0;
  for (let i = 1; length < count && length < out.length; i += 4) {
    const a = sextet(line, i);
    const b = sextet(line, i + 1);
    const c = sextet(line, i + 2);
    const d = sextet(line, i + 3);
    out[length++] = (a << 2) | (b >> 4);
    if (length < count) out[length++] = (b << 4) | (c >> 2);
    if (length < count) out[length++] = (c << 6) | d;
  }
  return length;
}

/** A missing character stands for a space that was cut: zero. */
function sextet(line: string, at: number): number {
  return at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
}
