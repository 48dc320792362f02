import type { ByteRange, Limits } from '../../model/index.ts';
import { decodeHeader, type HeaderField, type Part, parseMessage } from '../../parse/mime/message.ts';

/** A header field as it lies in the bytes, and as it reads. */
export interface HeaderJson {
  readonly name: string;
  /** The field's bytes, one character each (latin1), with folding and line end: byte-exact in JSON. */
  readonly raw: string;
  readonly decoded: string;
  readonly at: ByteRange;
}

/** A MIME part; ids as in IMAP, '' for the message itself. */
export interface PartJson {
  readonly id: string;
  readonly type: string;
  readonly disposition: string;
  readonly filename: string | null;
  readonly encoding: string;
  readonly charset: string | null;
  readonly header: ByteRange;
  readonly body: ByteRange;
}

export interface MessageStructure {
  readonly headers: readonly HeaderJson[];
  readonly parts: readonly PartJson[];
}

/** The header fields and parts of a message with their places, for `show --json`. */
export function messageStructure(bytes: Uint8Array, limits: Limits): MessageStructure {
  const { root } = parseMessage(bytes, limits);
  return {
    headers: root.headers.map((field) => headerJson(bytes, field)),
    parts: allParts(root).map(partJson),
  };
}

function headerJson(bytes: Uint8Array, field: HeaderField): HeaderJson {
  const { start, end } = field.range;
  return {
    name: field.name,
    raw: Buffer.from(bytes.subarray(start, end)).toString('latin1'),
    decoded: decodeHeader(bytes, field),
    at: { start, end },
  };
}

/** Parents before their children; the parser has bounded how many there are and how deep. */
function allParts(root: Part): readonly Part[] {
  const parts: Part[] = [];
  const waiting = [root];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    parts.push(part);
    waiting.push(...[...part.children].reverse());
  }
  return parts;
}

function partJson(part: Part): PartJson {
  const { id, type, disposition, filename, encoding, params, headerRange, bodyRange } = part;
  return {
    id,
    type,
    disposition,
    filename,
    encoding,
    charset: params.charset ?? null,
    header: { start: headerRange.start, end: headerRange.end },
    body: { start: bodyRange.start, end: bodyRange.end },
  };
}
