import { isAscii } from 'node:buffer';
import { decodeCharset } from '../text/charset.ts';
import type { ParsedMessage, Part } from './message.ts';

/** A text, and the charset's name it was read under. */
export interface CharsetText {
  readonly label: string;
  readonly text: string;
}

/**
 * The whole of a part in Unicode; `bytes` are the part's, its transfer encoding undone. The index and the canonical form
 * ask for the same, and where the charset has to be guessed that takes longer than all else they do.
 */
export function charsetText(message: ParsedMessage, part: Part, bytes: Uint8Array, label: string): string {
  if (isAscii(bytes)) return decodeCharset(bytes, label);
  const known = message.texts.get(part);
  if (known?.label === label) return known.text;
  const text = decodeCharset(bytes, label);
  message.texts.set(part, { label, text });
  return text;
}
