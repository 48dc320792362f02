import type { ByteRange } from '../../model/index.ts';
import { readDate, type WrittenDate } from './written-date.ts';

/**
 * One Received field: its id and the date written at its end (RFC 5321 section 4.4). The date is read when it
 * is asked for: a message has ten of them, and most are needed only when something does not fit.
 */
export class Received {
  readonly header: string;
  readonly at: ByteRange;
  /** What stands after `id`; empty without one. */
  readonly id: string;
  /** Without its date. */
  readonly text: string;
  readonly #value: string;
  #date: WrittenDate | null | undefined;

  constructor({ header, value, at }: { header: string; value: string; at: ByteRange }) {
    const semicolon = value.lastIndexOf(';');
    this.header = header;
    this.at = at;
    this.#value = value;
    this.text = semicolon < 0 ? value : value.slice(0, semicolon);
    this.id = idOf(this.text);
  }

  /** Milliseconds since 1970; null when absent or unreadable. */
  get date(): number | null {
    return this.#written?.time ?? null;
  }

  /** Minutes east of UTC, as the date is written. */
  get offset(): number {
    return this.#written?.offset ?? 0;
  }

  get dateText(): string {
    return this.#value.slice(this.text.length + 1);
  }

  get #written(): WrittenDate | null {
    if (this.#date === undefined) {
      const start = this.text.length + 1;
      this.#date = start > this.#value.length ? null : readDate(this.#value, start);
    }
    return this.#date;
  }
}

/** Searched from the end: host names and comments before it are anyone's text. */
function idOf(text: string): string {
  for (let at = text.lastIndexOf('id'); at > 0; at = text.lastIndexOf('id', at - 1)) {
    if (!isSpace(text.charCodeAt(at - 1)) || !isSpace(text.charCodeAt(at + 2))) continue;
    let start = at + 3;
    while (isSpace(text.charCodeAt(start))) start++;
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    return text.slice(start, end);
  }
  return '';
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
