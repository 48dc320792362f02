/** The canonical form of a message and its hash: docs/canonical-form.md. */

import { isAscii, isUtf8 } from 'node:buffer';
import { createHash, type Hash, hash } from 'node:crypto';
import type { Address } from '../../model/index.ts';
import { asBuffer } from '../binary/as-buffer.ts';
import { unflow } from '../text/flowed.ts';
import { decodePart } from './body.ts';
import { charsetText } from './charset-text.ts';
import { leafParts, type ParsedMessage, type Part } from './message.ts';
import type { MessageSummary } from './summary.ts';
import { lineFeeds } from './text-part.ts';
import { oneSpace, trimLines } from './white-space.ts';

/**
 * SHA-256, hexadecimal, of the canonical form: equal for re-exports of one message, different when a word
 * of subject, people, date, text or the bytes of an attachment differ.
 */
export function canonicalHash(message: ParsedMessage, summary: MessageSummary): string {
  const sum = new Sum();
  sum.add('tamis-canonical-1');
  sum.add(words(summary.subject));
  for (const list of [summary.from, summary.to, summary.cc]) sum.add(list.map(addressForm).join('\n'));
  sum.add(summary.date === null ? words(summary.dateRaw ?? '') : summary.date.slice(0, 19));
  for (const part of leafParts(message.root)) {
    const form = partForm(message, part);
    if (form.length > 0) sum.add(form);
  }
  return sum.digest();
}

/** What most messages' canonical forms fit into: they are hashed in one call, which costs less than an object. */
const AT_ONCE = 64 * 1024;
const gathered = Buffer.allocUnsafe(AT_ONCE);

/** Each piece with its length before it, so that no two different messages run into one string. */
class Sum {
  #length = 0;
  /** Over what no longer fits; null while everything does. */
  #state: Hash | null = null;

  add(piece: string | Uint8Array): void {
    const size = typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    this.#append(`${size}:`, MOST_DIGITS);
    this.#append(piece, size);
  }

  digest(): string {
    const rest = gathered.subarray(0, this.#length);
    return this.#state === null ? hash('sha256', rest) : this.#state.update(rest).digest('hex');
  }

  #append(piece: string | Uint8Array, size: number): void {
    if (this.#length + size > AT_ONCE) {
      this.#state = (this.#state ?? createHash('sha256')).update(gathered.subarray(0, this.#length));
      this.#length = 0;
      if (size > AT_ONCE) {
        this.#state.update(piece);
        return;
      }
    }
    if (typeof piece === 'string') this.#length += gathered.write(piece, this.#length);
    else {
      gathered.set(piece, this.#length);
      this.#length += piece.length;
    }
  }
}

/** Of a length and its colon. */
const MOST_DIGITS = 20;

function words(text: string): string {
  if (!/[^ -~]| {2}/.test(text)) return text.trim(); // nothing that the slow way would change
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function addressForm(address: Address): string {
  return `${words(address.name)} <${words(address.address)}>`;
}

/**
 * Body text: in UTF-8, white space as single spaces, so that wrapping and transfer encodings do not
 * count. Other parts: the bytes; where they are text, without what transports do to line ends.
 */
function partForm(message: ParsedMessage, part: Part): Uint8Array {
  const decoded = decodePart(message, part);
  const bytes = asBuffer(decoded);
  const text = part.type.startsWith('text/') || part.type.startsWith('multipart/');
  if (text && part.disposition !== 'attachment') return oneSpace(utf8(message, part, bytes));
  return text || isText(bytes) ? trimLines(text ? utf8(message, part, bytes) : bytes) : bytes;
}

/** Encodings in which bytes below 0x80 are not ASCII. */
const SHIFTED = /utf-?(?:16|32|7)|2022|hz/i;

function utf8(message: ParsedMessage, part: Part, bytes: Buffer): Buffer {
  const charset = part.params.charset ?? '';
  if (part.params.delsp?.toLowerCase() === 'yes') {
    return Buffer.from(unflow(lineFeeds(charsetText(message, part, bytes, charset)), true));
  }
  const plain = isAscii(bytes) && !SHIFTED.test(charset);
  return plain || /^utf-?8$/i.test(charset) ? bytes : Buffer.from(charsetText(message, part, bytes, charset));
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0) && isUtf8(bytes);
}
