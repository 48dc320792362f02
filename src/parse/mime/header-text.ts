import { asBuffer } from '../binary/as-buffer.ts';
import type { HeaderField, ParsedMessage } from './message.ts';

/**
 * The header block of a message as it lies there, one character per byte. The same string for all who ask for it one after
 * the other: clocks, habits and traces each look at a dozen fields, and a call that makes one of them costs more than to
 * read it. Of the last message this string is held, and nothing else.
 */
export function headerText({ bytes, root }: ParsedMessage): string {
  if (root.headers === lastHeaders) return lastText;
  lastHeaders = root.headers;
  const buffer = asBuffer(bytes);
  lastText = buffer.toString('latin1', root.headerRange.start, root.headerRange.end);
  return lastText;
}

let lastHeaders: ParsedMessage['root']['headers'] | null = null;
let lastText = '';

/** The value of a field of the message itself: folded, and no longer than asked for. A slice, which keeps the whole alive. */
export function rawFieldValue(
  message: ParsedMessage,
  { colon, range }: Pick<HeaderField, 'colon' | 'range'>,
  longest: number,
): string {
  const { start } = message.root.headerRange;
  const end = Math.min(range.end, colon + 1 + longest);
  return headerText(message).slice(colon + 1 - start, end - start);
}
