/**
 * The faces of an item: what of it survives which treatment. Each is committed to by itself, so that a leak
 * that re-encoded a message, quoted it or printed it can still be held against what was committed.
 */
import { createHash } from 'node:crypto';
import { type Address, DEFAULT_LIMITS } from '../../model/index.ts';
import { decodePart } from '../../parse/mime/body.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import { type MessageSummary, summarize } from '../../parse/mime/summary.ts';

/** What of a decoy is committed to, each by itself: leaks are re-encoded, cut and printed. */
export interface Faces {
  /** SHA-256, hexadecimal, of the file. */
  readonly bytes: string;
  /** Canonical headers; null for what is no message. */
  readonly headers: string | null;
  /** Text without white space; null where there is none. */
  readonly text: string | null;
  /** SHA-256, hexadecimal, of each attachment as decoded, in order. */
  readonly attachments: readonly string[];
}

/** A text of fewer characters is `Yes, tomorrow.`: by itself it stands in other people's mail too. */
export const FEWEST_TEXT_CHARACTERS = 40;

/** @param text what a reader sees, of anything but a message: extracting it is not the matter of this file */
export function facesOfDocument(bytes: Uint8Array, text: string): Faces {
  return { bytes: sha256Hex(bytes), headers: null, text: textFace(text), attachments: [] };
}

/** Never throws: the message may come out of a leak. */
export function facesOfMessage(bytes: Uint8Array): Faces {
  const message = parseMessage(bytes, DEFAULT_LIMITS);
  const summary = summarize(message, DEFAULT_LIMITS);
  const attachments = summary.attachments.map(({ part }) => sha256Hex(decodePart(message, part)));
  return {
    bytes: sha256Hex(bytes),
    headers: headersFace(summary),
    text: textFace(summary.text),
    attachments,
  };
}

/** Who, to whom, when (to the second, whatever the zone) and about what; as docs/canonical-form.md writes them. */
export function headersFace({
  from,
  to,
  cc,
  date,
  dateRaw,
  subject,
}: Pick<MessageSummary, 'from' | 'to' | 'cc' | 'date' | 'dateRaw' | 'subject'>): string {
  const people = (list: readonly Address[]) =>
    list.map(({ name, address }) => `${oneSpace(name)} <${oneSpace(address).toLowerCase()}>`).join(', ');
  const moment = date === null ? oneSpace(dateRaw ?? '') : date.slice(0, 19);
  return [people(from), people(to), people(cc), moment, oneSpace(subject)].join('\n');
}

/**
 * Everything that is printed and nothing between it: wrapping, margins, marks of quotation at the begin of a line,
 * ligatures and invisible characters make no difference; a letter, a digit or a comma does.
 */
export function textFace(text: string): string | null {
  const face = text
    .replace(/^[>|\s]+/gm, '')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]+/gu, '');
  return face === '' ? null : face;
}

function oneSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** SHA-256, 64 hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
