/** One token of RTF (RTF 1.9.1, "Basic entities"). Text is bytes in the code page of the current font. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | null }
  /** A control symbol other than a hexadecimal byte: `\~`, `\*`, `\{`. */
  | { readonly type: 'symbol'; readonly name: string }
  | { readonly type: 'byte'; readonly byte: number }
  | { readonly type: 'text'; readonly start: number; readonly end: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Names have at most 32 letters by the specification. */
const LONGEST_NAME = 32;

/** Splits RTF into tokens. Anything at all is some sequence of tokens: there is no wrong input. */
export function* rtfTokens(rtf: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < rtf.length) {
    const byte = rtf[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { type: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (byte === BACKSLASH) {
      const { token, end } = control(rtf, at + 1);
      if (token !== null) yield token;
      at = end;
    } else if (byte === 0x0d || byte === 0x0a || byte === 0) {
      at++; // line ends between tokens are for the reader's eye only
    } else {
      const end = textEnd(rtf, at);
      yield { type: 'text', start: at, end };
      at = end;
    }
  }
}

function textEnd(rtf: Uint8Array, from: number): number {
  let at = from;
  for (; at < rtf.length; at++) {
    const byte = rtf[at];
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === 0x0d || byte === 0x0a || byte === 0)
      break;
  }
  return at;
}

function control(rtf: Uint8Array, start: number): { readonly token: RtfToken | null; readonly end: number } {
  const first = rtf[start];
  if (first === undefined) return { token: null, end: start };
  if (!isLetter(first)) return symbol(rtf, start, first);
  let at = start;
  while (at < rtf.length && at - start < LONGEST_NAME && isLetter(rtf[at] ?? 0)) at++;
  const name = Buffer.from(rtf.buffer, rtf.byteOffset + start, at - start).toString('latin1');
  const { value, end } = parameter(rtf, at);
  if (name === 'bin' && value !== null)
    return { token: null, end: Math.min(rtf.length, end + Math.max(0, value)) };
  return { token: { type: 'word', name, value }, end };
}

function symbol(
  rtf: Uint8Array,
  start: number,
  first: number,
): { readonly token: RtfToken; readonly end: number } {
  if (first !== 0x27) return { token: { type: 'symbol', name: String.fromCharCode(first) }, end: start + 1 };
  const high = hexDigit(rtf[start + 1]);
  const low = hexDigit(rtf[start + 2]);
  if (high < 0 || low < 0) return { token: { type: 'symbol', name: "'" }, end: start + 1 };
  return { token: { type: 'byte', byte: high * 16 + low }, end: start + 3 };
}

/** An optional number, and the one space that ends the word. */
function parameter(rtf: Uint8Array, start: number): { readonly value: number | null; readonly end: number } {
  let at = start;
  const negative = rtf[at] === 0x2d && isDigit(rtf[at + 1]);
  if (negative) at++;
  let value = 0;
  const digits = at;
  while (isDigit(rtf[at]) && at - digits < 10) value = value * 10 + (rtf[at++] ?? 0x30) - 0x30;
  const found = at > digits;
  if (rtf[at] === 0x20) at++;
  return { value: found ? (negative ? -value : value) : null, end: at };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
