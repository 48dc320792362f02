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
  let shape = '';
  for (const [piece, run] of id.slice(0, LONGEST).matchAll(/([\p{L}\p{N}]+)|[^\p{L}\p{N}]/gu)) {
    shape += run === undefined ? piece : `${kindOf(run)}${lengthOf(run.length)}`;
  }
  return shape;
}

function kindOf(run: string): string {
  if (/^\d+$/u.test(run)) return '9';
  if (/^[\da-f]+$/u.test(run)) return 'h';
  return /^[\dA-F]+$/u.test(run) ? 'H' : 'x';
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
