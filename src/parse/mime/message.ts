/** Parses a message into parts with exact byte ranges. Copies nothing and decodes no body. */

import type { ByteRange, Defect, Limits } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import type { DecodedBody } from './body.ts';
import type { CharsetText } from './charset-text.ts';
import { describePart, type PartDescription } from './describe.ts';
import { type HeaderField, scanHeaders } from './headers.ts';
import { splitMultipart } from './multipart.ts';

export { decodeHeader, findAll, headerValue } from './header-value.ts';
export type { HeaderField } from './headers.ts';

/** A node of the MIME tree. */
export interface Part {
  /**
   * '' for the root, then '1', '1.2' as in IMAP. What a message/rfc822 part carries is not descended
   * into: the part is a leaf whose decoded bytes are a message. Blocks inside a text (uuencode, yEnc)
   * are virtual parts, 'u1' or '1.2.u1', listed by the summary only.
   */
  readonly id: string;
  readonly headers: readonly HeaderField[];
  readonly headerRange: ByteRange;
  /** Raw, still transfer-encoded; without the line end that belongs to the delimiter after it. */
  readonly bodyRange: ByteRange;
  /** Lower case; where missing or malformed the default of RFC 2045 section 5.2. */
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  /** Lower case: '', 'inline', 'attachment', or what else is written. */
  readonly disposition: string;
  readonly filename: string | null;
  /** Content-Transfer-Encoding in lower case, '7bit' by default. */
  readonly encoding: string;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly children: readonly Part[];
}

/** A message as a tree of parts over its bytes. */
export interface ParsedMessage {
  readonly bytes: Uint8Array;
  readonly root: Part;
  /** In the order found; codes in docs/mime.md. */
  readonly defects: readonly Defect[];
  /** Bodies whose transfer encoding was undone already; kept as long as the message itself. */
  readonly decoded: Map<Part, DecodedBody>;
  /** The same of texts whose charset was told or guessed already. */
  readonly texts: Map<Part, CharsetText>;
}

/**
 * Parses a whole message. Never throws: what breaks the rules becomes a defect, and everything past a
 * limit stays in the body of the last part that was opened.
 */
export function parseMessage(bytes: Uint8Array, limits: Limits): ParsedMessage {
  const buffer = asBuffer(bytes);
  const context: Context = { buffer, limits, defects: [], parts: 0 };
  const root = parsePart(context, { start: 0, end: buffer.length }, { id: '', depth: 0 }, 'text/plain');
  return { bytes, root, defects: context.defects, decoded: new Map(), texts: new Map() };
}

/** Every part without children, in order. */
export function leafParts(part: Part): Part[] {
  const leaves: Part[] = [];
  const visit = (one: Part): void => {
    if (one.children.length === 0) leaves.push(one);
    for (const child of one.children) visit(child); // as deep as `limits.depth` lets the tree be
  };
  visit(part);
  return leaves;
}

interface Context {
  readonly buffer: Buffer;
  readonly limits: Limits;
  readonly defects: Defect[];
  parts: number;
}

/** A part's id, and how many multiparts are around it. */
interface Place {
  readonly id: string;
  readonly depth: number;
}

function parsePart(context: Context, range: ByteRange, { id, depth }: Place, type: string): Part {
  const { buffer, limits, defects } = context;
  context.parts++;
  const block = scanHeaders(buffer, range.start, range.end, depth === 0, limits, defects);
  const bodyRange = { start: block.bodyStart, end: range.end };
  const about = describePart(buffer, block.fields, type, defects);
  const children = about.type.startsWith('multipart/')
    ? parseChildren(context, bodyRange, { id, depth }, about)
    : [];
  if (about.type === 'message/partial') {
    const { number = '?', total = '?' } = about.params;
    if (total !== '1')
      defects.push({ code: 'message-partial', at: bodyRange, detail: `${number} of ${total}` });
  }
  return { id, headers: block.fields, headerRange: block.range, bodyRange, ...about, children };
}

function parseChildren(
  context: Context,
  body: ByteRange,
  { id, depth }: Place,
  { type, params }: PartDescription,
): Part[] {
  const { buffer, limits, defects } = context;
  if (depth >= limits.depth) {
    defects.push({ code: 'too-deep', at: body });
    return [];
  }
  const room = limits.parts - context.parts;
  const ranges = splitMultipart(buffer, body, params.boundary, room, defects);
  const childType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children: Part[] = [];
  for (const range of ranges) {
    // A sibling's own parts may have used up what was left when the ranges were found.
    if (context.parts >= limits.parts) {
      defects.push({ code: 'too-many-parts', at: { start: range.start, end: body.end } });
      break;
    }
    const childId = id === '' ? `${children.length + 1}` : `${id}.${children.length + 1}`;
    children.push(parsePart(context, range, { id: childId, depth: depth + 1 }, childType));
  }
  return children;
}
