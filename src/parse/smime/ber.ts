/**
 * A reader for BER and DER (X.690) that never copies, never recurses without bound and never throws: what it
 * cannot read is null. Enough of it for CMS, and every step is bounded by the bytes there are.
 */
export interface Element {
  /** 0 universal, 1 application, 2 context, 3 private. */
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  /** Of the identifier octet. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** After the content and, for the indefinite form, its end mark. */
  readonly end: number;
  /** The bytes stop before the length says they do; `contentEnd` is where they stop. */
  readonly cut: boolean;
}

export const INTEGER = 2;
export const OCTET_STRING = 4;
export const OBJECT_IDENTIFIER = 6;
export const SEQUENCE = 16;
export const SET = 17;

/** Elements passed over when the end of an indefinite one is looked for. Attack: millions of empty elements. */
const SCANNED = 1_000_000;

/** The element that begins at `at`, or null. */
export function elementAt(bytes: Uint8Array, at: number, limit: number): Element | null {
  const head = headerAt(bytes, at, limit);
  if (head === null) return null;
  if (head.length >= 0) {
    const wanted = head.contentStart + head.length;
    const contentEnd = Math.min(wanted, limit);
    return { ...head, start: at, contentEnd, end: contentEnd, cut: wanted > limit };
  }
  if (!head.constructed) return null;
  const mark = endMark(bytes, head.contentStart, limit);
  return {
    ...head,
    start: at,
    contentEnd: mark ?? limit,
    end: mark === null ? limit : mark + 2,
    cut: mark === null,
  };
}

/** The elements within another, in order; stops at the first that cannot be read. */
export function* childrenOf(bytes: Uint8Array, parent: Element): Generator<Element> {
  let at = parent.contentStart;
  while (at < parent.contentEnd) {
    const child = elementAt(bytes, at, parent.contentEnd);
    if (child === null || child.end <= at) return;
    yield child;
    at = child.end;
  }
}

interface Header {
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  readonly contentStart: number;
  /** -1 for the indefinite form. */
  readonly length: number;
}

function headerAt(bytes: Uint8Array, at: number, limit: number): Header | null {
  const identifier = bytes[at];
  const first = bytes[at + 1];
  // Tags of 31 and more do not occur in CMS.
  if (at + 2 > limit || identifier === undefined || first === undefined || (identifier & 0x1f) === 0x1f)
    return null;
  const shared = {
    tagClass: identifier >> 6,
    constructed: (identifier & 0x20) !== 0,
    tag: identifier & 0x1f,
  };
  if (first < 0x80) return { ...shared, contentStart: at + 2, length: first };
  if (first === 0x80) return { ...shared, contentStart: at + 2, length: -1 };
  const octets = first & 0x7f;
  if (octets > 6 || at + 2 + octets > limit) return null;
  let length = 0;
  for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  return { ...shared, contentStart: at + 2 + octets, length };
}

/** Offset of the two zero octets that end an indefinite element whose content begins at `from`; null without. */
function endMark(bytes: Uint8Array, from: number, limit: number): number | null {
  let depth = 1;
  let at = from;
  for (let scanned = 0; at + 2 <= limit && scanned < SCANNED; scanned++) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) {
      depth--;
      if (depth === 0) return at;
      at += 2;
      continue;
    }
    const head = headerAt(bytes, at, limit);
    if (head === null) return null;
    if (head.length < 0) depth++;
    at = head.contentStart + Math.max(0, head.length);
  }
  return null;
}

/** An object identifier in dotted form (X.690, 8.19); empty when malformed. */
export function oidText(bytes: Uint8Array, element: Element): string {
  const arcs: number[] = [];
  let value = 0;
  for (let i = element.contentStart; i < Math.min(element.contentEnd, element.contentStart + 64); i++) {
    const byte = bytes[i] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) return '';
    if (byte >= 0x80) continue;
    if (arcs.length === 0)
      arcs.push(value < 80 ? Math.floor(value / 40) : 2, value < 80 ? value % 40 : value - 80);
    else arcs.push(value);
    value = 0;
  }
  return arcs.join('.');
}

/** Chunks within chunks occur one level deep. Attack: octet strings nested to exhaust the call stack. */
const CHUNK_DEPTH = 8;

/** The octets of a string, which BER may cut into chunks (X.690, 8.7.3); a view when it is in one piece. */
export function octets(bytes: Uint8Array, element: Element): Uint8Array {
  if (!element.constructed) return bytes.subarray(element.contentStart, element.contentEnd);
  const chunks: Uint8Array[] = [];
  collect(bytes, element, chunks, CHUNK_DEPTH);
  return Buffer.concat(chunks);
}

function collect(bytes: Uint8Array, element: Element, chunks: Uint8Array[], depth: number): void {
  for (const child of childrenOf(bytes, element)) {
    if (!child.constructed) chunks.push(bytes.subarray(child.contentStart, child.contentEnd));
    else if (depth > 0) collect(bytes, child, chunks, depth - 1);
  }
}
