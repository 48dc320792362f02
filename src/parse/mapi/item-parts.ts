import { createHash } from 'node:crypto';
import type { Bodies, TextPart } from './bodies.ts';
import type { MimeWriter } from './mime-writer.ts';

/** RFC 5322 2.1.1: a longer line may not stand in a message as it is. */
const LONGEST_LINE = 998;

/**
 * Boundaries that the message cannot contain on purpose: they depend on a digest of everything that is
 * written in the clear, so whoever adds the boundary to a body changes it. Attack: a body with a part of its own.
 */
export function boundaries(header: string, bodies: Bodies): (part: string) => string {
  const hash = createHash('sha256').update(header);
  for (const part of [bodies.plain, bodies.html]) if (part !== null) hash.update(part.bytes);
  const digest = hash.digest('base64url').slice(0, 20);
  return (part) => `=_${part}_${digest}`;
}

/** Header fields of a body part and its content, in the plainest encoding its bytes allow. */
function writeTextPart(writer: MimeWriter, part: TextPart): void {
  const clear = clearEncoding(part.bytes);
  writer.text(`Content-Type: ${part.type}\r\nContent-Transfer-Encoding: ${clear ?? 'base64'}\r\n\r\n`);
  if (clear === null) {
    writer.base64([part.bytes]);
    return;
  }
  writer.bytes(part.bytes);
  writer.text('\r\n');
}

/** The alternatives of a body: one part, or a multipart/alternative from plainest to richest. */
export function writeBody(writer: MimeWriter, parts: readonly TextPart[], boundary: string): void {
  const [first] = parts;
  if (first === undefined)
    writeTextPart(writer, { type: 'text/plain; charset=us-ascii', bytes: new Uint8Array(0) });
  else if (parts.length === 1) writeTextPart(writer, first);
  else {
    writer.text(`Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n`);
    for (const part of parts) {
      writer.text(`--${boundary}\r\n`);
      writeTextPart(writer, part);
    }
    writer.text(`--${boundary}--\r\n`);
  }
}

/** `7bit` or `8bit` when the bytes may stand as they are, null when they need base64. */
function clearEncoding(bytes: Uint8Array): '7bit' | '8bit' | null {
  let line = 0;
  let high = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 10) line = 0;
    else if (byte === 0 || ++line > LONGEST_LINE || (byte === 13 && bytes[at + 1] !== 10)) return null;
    high |= byte;
  }
  return high < 128 ? '7bit' : '8bit';
}
