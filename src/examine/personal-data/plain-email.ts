import type { PersonalDatum } from './datum.ts';

/** A run of signs without spaces that has an at sign: places in the text. */
export interface Around {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** Octets of a local part (RFC 5321 4.5.3.1.1), and of a label (RFC 1035 2.3.4). */
const LONGEST_LOCAL = 64;
const LONGEST_LABEL = 63;
const MOST_DOTS = 8;
const SHORTEST_TOP = 2;
const LONGEST_TOP = 24;

/**
 * The address in a run as nearly all are written: ASCII letters, digits and `._+-`, in brackets or quotation marks or none,
 * without a slash or another at sign near it. Then it is what the expression of `findEmails` finds, at a tenth of its
 * price. Null where that must be asked.
 *
 * @param codes of the text
 */
export function plainEmail(text: string, codes: Uint16Array, around: Around): PersonalDatum | null {
  const from = localStart(codes, around);
  if (from === -1) return null;
  const to = domainEnd(codes, around);
  if (to === -1) return null;
  const found = text.slice(from, to);
  return { kind: 'email', certainty: 'shape', at: from, found, plain: found.toLowerCase() };
}

/**
 * Whether an address can stand in a run at all: something before an at sign, a letter or digit behind it, and a full stop
 * further on. Half of all at signs in mail of developers are the `@@` of a patch, and have none of it.
 */
export function mayHoldEmail(codes: Uint16Array, { start, at, end }: Around): boolean {
  let lastDot = end - 1;
  while (lastDot > at && codes[lastDot] !== DOT) lastDot--;
  for (let sign = at; sign < lastDot; sign++) {
    if (codes[sign] !== AT || sign === start || codes[sign - 1] === AT) continue;
    const behind = codes[sign + 1] ?? 0;
    if (behind >= 0x80 || isLetterOrDigit(behind)) return true;
  }
  return false;
}

/** -1 where it is written in another way. */
function localStart(codes: Uint16Array, { start, at }: Around): number {
  let from = at;
  while (from > start && isLocal(codes[from - 1] ?? 0)) from--;
  if (from === at || at - from > LONGEST_LOCAL) return -1;
  if (codes[from] === DOT || codes[at - 1] === DOT) return -1;
  if (from > start && !isBracket(codes[from - 1] ?? 0)) return -1;
  for (let before = start; before < from; before++) if (codes[before] === SLASH) return -1;
  return from;
}

/** -1 where it is written in another way. */
function domainEnd(codes: Uint16Array, { at, end }: Around): number {
  let to = at + 1;
  while (to < end && (isLetterOrDigit(codes[to] ?? 0) || codes[to] === DOT || codes[to] === HYPHEN)) to++;
  for (let behind = to; behind < end; behind++) {
    const code = codes[behind] ?? 0;
    if (code === AT || code === SLASH || code >= 0x80) return -1;
  }
  // The end of a sentence.
  if (codes[to - 1] === DOT) to--;
  return isDomain(codes, at + 1, to) ? to : -1;
}

/** Labels of letters, digits and hyphens within, and letters alone in the last. */
function isDomain(codes: Uint16Array, from: number, to: number): boolean {
  let dots = 0;
  let label = from;
  let letters = 0;
  for (let at = from; at <= to; at++) {
    const code = codes[at] ?? 0;
    if (at < to && code !== DOT) {
      if (isLetter(code)) letters++;
      continue;
    }
    const length = at - label;
    if (length < 1 || length > LONGEST_LABEL) return false;
    if (codes[label] === HYPHEN || codes[at - 1] === HYPHEN) return false;
    if (at === to) return dots >= 1 && letters === length && length >= SHORTEST_TOP && length <= LONGEST_TOP;
    if (++dots > MOST_DOTS) return false;
    label = at + 1;
    letters = 0;
  }
  return false;
}

const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

function isLocal(code: number): boolean {
  return isLetterOrDigit(code) || code === DOT || code === HYPHEN || code === 0x5f || code === 0x2b;
}

/** `"(),:;<>[]`: of these none can be part of an address. */
function isBracket(code: number): boolean {
  switch (code) {
    case 0x22:
    case 0x28:
    case 0x29:
    case 0x2c:
    case 0x3a:
    case 0x3b:
    case 0x3c:
    case 0x3e:
    case 0x5b:
    case 0x5d:
      return true;
    default:
      return false;
  }
}
