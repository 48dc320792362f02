import { copied } from '../../parse/text/copied.ts';

// Attack: a Message-ID of megabytes.
const LONGEST = 120;
/** Longer pieces differ in length from message to message in many programs. */
const LONGEST_EXACT = 12;

/**
 * The shape of an id: each run of letters and figures as its kind (`9` figures, `h` hexadecimal in lower case, `H`
 * in upper case, `x` anything else) and length, separators kept: `h8-h4-h4-h4-h12` for a UUID.
 */
export function shapeOf(id: string): string {
  const text = id.slice(0, LONGEST);
  return BEYOND_ASCII.test(text) ? shapeOfAny(text) : shapeOfAscii(text);
}

const BEYOND_ASCII = /[^ -~]/u;

function shapeOfAny(text: string): string {
  let shape = '';
  for (const [piece, run] of text.matchAll(/([\p{L}\p{N}]+)|[^\p{L}\p{N}]/gu)) {
    shape += run === undefined ? piece : shapeOfRun(signsIn(run, 0, run.length), run.length);
  }
  return shape;
}

/** The same without patterns, as nearly all ids are. */
function shapeOfAscii(text: string): string {
  let shape = '';
  for (let at = 0; at < text.length; at++) {
    const start = at;
    while (at < text.length && (SIGNS[text.charCodeAt(at)] ?? 0) !== 0) at++;
    if (at > start) shape += shapeOfRun(signsIn(text, start, at), at - start);
    if (at < text.length) shape += text[at];
  }
  return shape;
}

const FIGURE = 1;
const LOWER_HEX = 2;
const UPPER_HEX = 4;
const OTHER = 8;

/** What a letter or figure of ASCII is; 0 for all else. */
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return FIGURE;
  if (/[a-f]/.test(sign)) return LOWER_HEX;
  if (/[A-F]/.test(sign)) return UPPER_HEX;
  return /[a-zA-Z]/.test(sign) ? OTHER : 0;
});

/** The kinds of signs in a run of letters and figures, together. */
function signsIn(text: string, start: number, end: number): number {
  let signs = 0;
  for (let at = start; at < end; at++) signs |= SIGNS[text.charCodeAt(at)] ?? OTHER;
  return signs;
}

function shapeOfRun(signs: number, length: number): string {
  return `${kindOf(signs)}${lengthOf(length)}`;
}

function kindOf(signs: number): string {
  if (signs === FIGURE) return '9';
  if ((signs & ~(FIGURE | LOWER_HEX)) === 0) return 'h';
  return (signs & ~(FIGURE | UPPER_HEX)) === 0 ? 'H' : 'x';
}

function lengthOf(length: number): string {
  if (length <= LONGEST_EXACT) return String(length);
  return length === 32 || length === 16 ? String(length) : '+';
}

/** A name of a program or host with its figures put to `#`: versions and numbers of machines are no habit. */
export function withoutFigures(text: string): string {
  return text.slice(0, LONGEST).replace(/\d+(?:[.\d]*\d)?/gu, '#');
}

/** The same few servers stand in all mail of a leak. What it writes must not make the memory of them grow. */
const MOST_KNOWN = 4096;
const known = new Map<string, string>();

/** The domain a host belongs to: two labels, three where the last two are short (`example.co.uk`). */
export function domainOfHost(host: string): string {
  const before = known.get(host);
  if (before !== undefined) return before;
  const domain = readDomain(host);
  if (known.size < MOST_KNOWN && host.length <= LONGEST) known.set(copied(host), copied(domain));
  return domain;
}

function readDomain(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z\d.:_-]+$/u, '')
    .replace(/\.$/u, '');
  if (/^[\d.:a-f]*[.:][\d.:a-f]*$/u.test(name)) return 'ip';
  const labels = withoutFigures(name).split('.');
  const isShort = (labels.at(-2)?.length ?? 0) <= 3 && (labels.at(-1)?.length ?? 0) <= 2;
  return labels.slice(isShort ? -3 : -2).join('.');
}
