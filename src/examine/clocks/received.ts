import type { ByteRange } from '../../model/index.ts';
import { readDate } from './written-date.ts';

/** One Received field: its id and the date written at its end (RFC 5321 section 4.4). */
export interface Received {
  readonly header: string;
  readonly at: ByteRange;
  /** What stands after `id`; empty without one. */
  readonly id: string;
  /** Milliseconds since 1970; null when absent or unreadable. */
  readonly date: number | null;
  /** Minutes east of UTC, as the date is written. */
  readonly offset: number;
  readonly dateText: string;
  /** Without its date. */
  readonly text: string;
}

/** Takes a field apart. The id is searched from the end: host names and comments before it are anyone's text. */
export function readReceived(field: { header: string; value: string; at: ByteRange }): Received {
  const { header, value, at } = field;
  const semicolon = value.lastIndexOf(';');
  const text = semicolon < 0 ? value : value.slice(0, semicolon);
  const date = semicolon < 0 ? null : readDate(value, semicolon + 1);
  return {
    header,
    at,
    id: idOf(text),
    date: date?.time ?? null,
    offset: date?.offset ?? 0,
    dateText: semicolon < 0 ? '' : value.slice(semicolon + 1),
    text,
  };
}

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
