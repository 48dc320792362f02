import type { ByteRange } from '../../model/index.ts';
import { asBuffer } from '../../parse/binary/as-buffer.ts';
import { headerText } from '../../parse/mime/header-text.ts';
import type { HeaderField, ParsedMessage, Part } from '../../parse/mime/message.ts';
import { Received } from './received.ts';

/** A header field's value as it lies there, folding kept, one character per byte. */
export interface ClockField {
  readonly header: string;
  readonly value: string;
  readonly at: ByteRange;
}

/** Attack: a million Received fields, or parts. Real mail was seen with up to 60 fields and 40 parts. */
const MOST_FIELDS = 100;
/** More parts have no boundaries of their own to be read. */
const MOST_PARTS = 64;
/** Attack: a field of megabytes under a pattern. Every stamp lies within the first two thousand characters. */
const MOST_CHARS = 2000;

const NONE: readonly ClockField[] = [];

/**
 * What the decoders read of a message: a few header fields and the MIME boundaries, each turned into text
 * once, when it is first asked for.
 */
export class ClockFields {
  readonly #message: ParsedMessage;
  /** The header block, one character per byte: cutting fields out of it copies nothing. */
  readonly #text: string;
  readonly #start: number;
  readonly #byKey = new Map<string, HeaderField[]>();
  #messageId: ClockField | null | undefined;
  #received: readonly Received[] | null = null;
  #boundaries: readonly ClockField[] | null = null;
  #parts: readonly Part[] | null = null;

  constructor(message: ParsedMessage, wanted: ReadonlySet<string>) {
    this.#message = message;
    this.#start = message.root.headerRange.start;
    this.#text = headerText(message);
    for (const field of message.root.headers) {
      if (!wanted.has(field.key)) continue;
      const fields = this.#byKey.get(field.key);
      if (fields === undefined) this.#byKey.set(field.key, [field]);
      else if (fields.length < MOST_FIELDS) fields.push(field);
    }
  }

  /** All fields of a lower-case name, top to bottom. */
  all(key: string): readonly ClockField[] {
    const fields = this.#byKey.get(key);
    return fields === undefined ? NONE : fields.map((field) => this.#read(field));
  }

  first(key: string): ClockField | null {
    const field = this.#byKey.get(key)?.[0];
    return field === undefined ? null : this.#read(field);
  }

  /** The Message-ID without brackets and white space, so that patterns can be anchored and fail at once. */
  get messageId(): ClockField | null {
    if (this.#messageId === undefined) {
      const field = this.first('message-id');
      const open = field?.value.indexOf('<') ?? -1;
      const close = field?.value.indexOf('>', open) ?? -1;
      const value = field?.value.slice(open + 1, close < 0 ? undefined : close).trim();
      this.#messageId = field === null || value === undefined ? null : { ...field, value };
    }
    return this.#messageId;
  }

  /** Received and X-Received fields taken apart, top to bottom: the latest hop first. */
  get received(): readonly Received[] {
    this.#received ??= this.all('received')
      .concat(this.all('x-received'))
      .map((field) => new Received(field));
    return this.#received;
  }

  get boundaries(): readonly ClockField[] {
    if (this.#message.root.children.length === 0) return NONE;
    this.#boundaries ??= this.#allParts().flatMap((part) => this.#boundaryOf(part));
    return this.#boundaries;
  }

  /** Fields of that name in the headers of the parts inside. */
  inParts(key: string): readonly ClockField[] {
    if (this.#message.root.children.length === 0) return NONE;
    return this.#allParts()
      .slice(1)
      .flatMap((part) => part.headers.filter((field) => field.key === key))
      .map((field) => {
        const value = latin1(this.#message.bytes, field.colon + 1, field.range.end).slice(0, MOST_CHARS);
        return { header: field.name, value, at: field.range };
      });
  }

  /** What stands before the first header field: an mbox "From " line. */
  get envelope(): ClockField | null {
    const end = Math.min(this.#start, MOST_CHARS);
    if (end < 5) return null;
    const value = latin1(this.#message.bytes, 0, end);
    return value.startsWith('From ') ? { header: 'From ', value, at: { start: 0, end } } : null;
  }

  #read(field: HeaderField): ClockField {
    const start = field.colon + 1 - this.#start;
    const end = Math.min(field.range.end - this.#start, start + MOST_CHARS);
    return { header: field.name, value: this.#text.slice(start, end), at: field.range };
  }

  #boundaryOf(part: Part): readonly ClockField[] {
    const value = part.params.boundary;
    if (value === undefined || part.children.length === 0) return NONE;
    const field = part.headers.find((each) => each.key === 'content-type');
    return [{ header: 'Content-Type', value: value.slice(0, 200), at: field?.range ?? part.headerRange }];
  }

  #allParts(): readonly Part[] {
    if (this.#parts !== null) return this.#parts;
    const parts: Part[] = [this.#message.root];
    for (let i = 0; i < parts.length && parts.length < MOST_PARTS; i++)
      parts.push(...(parts[i]?.children ?? []));
    this.#parts = parts.slice(0, MOST_PARTS);
    return this.#parts;
  }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return asBuffer(bytes).toString('latin1', start, end);
}
