import { closeSync, openSync, readSync } from 'node:fs';
import { TamisError } from '../../model/error.ts';
import { unreadableFile } from '../../model/refusal.ts';

/** Called for each name: its bytes, and the line it stands in, from 1. */
export type OnName = (bytes: Buffer, start: number, end: number, line: number) => void;

/**
 * Every domain name in a text of any layout: one a line, CSV, a zone file, a proxy log with addresses, JSON
 * Lines of certificates. A name is a run of letters, digits, hyphens, dots and bytes beyond ASCII with a dot in
 * it, also written so that nobody opens it (`en-marche[.]fr`); paths and queries of addresses and the part of a mail
 * address before the @ are passed over. `file` may be `-` for standard input. Returns how many lines were read. Memory: one
 * block. Throws TamisError `list` for what is no text in bytes: compressed, or UTF-16.
 */
export function readNames(file: string, onName: OnName): number {
  const descriptor = file === '-' ? 0 : opened(file);
  try {
    let isFirst = true;
    return readBlocks((into, at) => {
      const count = readSome(file, descriptor, into, at);
      if (isFirst) refuseNoText(file, into.subarray(at, at + count));
      isFirst = false;
      return count;
    }, onName);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

// Attack: a line without end. One longer than a block is read in pieces, and only a name at the seam is lost.
const BLOCK = 1 << 20;
// RFC 1035: 253 letters and the final dot.
const LONGEST_NAME = 254;
const NEWLINE = 0x0a;

/** As `readNames`, from a function that fills a buffer from a place on and says how many bytes came (0: end). */
export function readBlocks(read: (into: Buffer, at: number) => number, onName: OnName): number {
  const block = Buffer.allocUnsafe(BLOCK);
  let kept = 0;
  let lines = 0;
  for (;;) {
    const count = read(block, kept);
    const end = kept + count;
    if (count === 0) return end === 0 ? lines : lines + scan(block, end, lines, onName) + 1;
    const newline = block.lastIndexOf(NEWLINE, end - 1);
    const whole = newline >= 0 ? newline + 1 : end < block.length ? 0 : end;
    lines += scan(block, whole, lines, onName);
    block.copy(block, 0, whole, end);
    kept = end - whole;
  }
}

/** In such a file no name would be found, and a list without hits must not be taken for one without look-alikes. */
function refuseNoText(file: string, head: Buffer): void {
  const begins = (hex: string): boolean => head.toString('hex', 0, 6).startsWith(hex);
  const found = PACKED.find(([, magic]) => begins(magic));
  if (found === undefined) return;
  const [form, , opened] = found;
  throw new TamisError('list', {
    en: `${file} is ${form}, no plain text: unpack it with ${opened} and give what comes out with --list - (docs/bait.md).`,
    fr: `${file} est au format ${form} et non du texte simple\u00a0: passez-le par ${opened} et donnez ce qui en sort avec --list - (docs/bait.md).`,
  });
}

const PACKED = [
  ['gzip', '1f8b', 'gzip -dc'],
  ['xz', 'fd377a585a00', 'xz -dc'],
  ['bzip2', '425a68', 'bzip2 -dc'],
  ['Zstandard', '28b52ffd', 'zstd -dc'],
  ['zip', '504b0304', 'unzip -p'],
  ['UTF-16', 'fffe', 'iconv -f UTF-16 -t UTF-8'],
  ['UTF-16', 'feff', 'iconv -f UTF-16 -t UTF-8'],
] as const;

const OTHER = 0;
const NAME = 1;
const DOT = 2;
const SLASH = 3;
const FIELD = 4;
const LINE = 5;
const QUERY = 6;
const AT = 7;
/** `address=/en-marche.fr/`: what follows is a name, as dnsmasq's block lists have it. */
const EQUAL = 8;
const KINDS = kindsOfBytes();

/** Names in the first `end` bytes; returns the lines that end there. */
function scan(bytes: Buffer, all: number, linesBefore: number, onName: OnName): number {
  const end = armed(bytes, all);
  let lines = 0;
  let start = -1;
  let dots = 0;
  let inPath = false;
  let before = OTHER;
  for (let at = 0; at <= end; at++) {
    const kind = at === end ? FIELD : (KINDS[bytes[at] ?? 0] ?? OTHER);
    if (kind === NAME || kind === DOT) {
      if (start < 0) start = at;
      if (kind === DOT) dots++;
    } else {
      if (start >= 0 && dots > 0 && !inPath && kind !== AT && at - start <= LONGEST_NAME)
        onName(bytes, start, at, linesBefore + lines + 1);
      start = -1;
      dots = 0;
      if (kind === FIELD) inPath = false;
      else if (kind === SLASH) inPath = before !== SLASH && (inPath || before !== EQUAL);
      else if (kind === QUERY) inPath = true;
      else if (kind === LINE) {
        inPath = false;
        lines++;
      }
    }
    before = kind;
  }
  return lines;
}

/** Takes the brackets off `en-marche[.]fr`, in place; returns where the bytes end then. */
function armed(bytes: Buffer, end: number): number {
  let [from, to] = [0, 0];
  for (let at = nextBroken(bytes, 0, end); at >= 0; at = nextBroken(bytes, from, end)) {
    bytes.copy(bytes, to, from, at);
    to += at - from;
    bytes[to++] = FULL_STOP;
    from = at + BROKEN.length;
  }
  if (from === 0) return end;
  bytes.copy(bytes, to, from, end);
  return to + end - from;
}

function nextBroken(bytes: Buffer, from: number, end: number): number {
  const at = bytes.indexOf(BROKEN, from);
  return at < 0 || at + BROKEN.length > end ? -1 : at;
}

const BROKEN = Buffer.from('[.]');
const FULL_STOP = 0x2e;

function kindsOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256).fill(NAME, 0x80);
  const set = (letters: string, kind: number) => {
    for (const letter of letters) kinds[letter.charCodeAt(0)] = kind;
  };
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_', NAME);
  set('.', DOT);
  set('/', SLASH);
  set(' \t\r",;\'<>|()[]{}*', FIELD);
  set('\n', LINE);
  set('?#', QUERY);
  set('@', AT);
  set('=', EQUAL);
  return kinds;
}

function readSome(file: string, descriptor: number, into: Buffer, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, into, at, into.length - at, null);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : '';
      if (code !== 'EAGAIN') throw unreadableFile('unreadable', file, cause);
      // A pipe that somebody made non-blocking and that has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIPE_WAIT_MS);
    }
  }
}

const PIPE_WAIT_MS = 5;

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    throw unreadableFile('unreadable', file, cause);
  }
}
