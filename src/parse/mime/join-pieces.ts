import type { Limits } from '../../model/index.ts';
import { parseMessage } from './message.ts';

/** Fields that are those of the message inside of the first piece; all others are those around it (section 5.2.2.1). */
const FROM_INSIDE = /^(?:content-.{1,80}|subject|message-id|encrypted|mime-version)$/;

/**
 * The message that was sent in these pieces, in their order: the fields around the first, but for those that describe the
 * content, which stand inside of it, and all bodies one after the other.
 */
export function joinPieces(pieces: readonly Uint8Array[], limits: Limits): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [index, bytes] of pieces.entries()) {
    const { root } = parseMessage(bytes, limits);
    const body = bytes.subarray(root.bodyRange.start, root.bodyRange.end);
    if (index > 0) {
      parts.push(body);
      continue;
    }
    const inside = parseMessage(body, limits);
    for (const { key, range } of root.headers)
      if (key !== '' && !FROM_INSIDE.test(key)) parts.push(bytes.subarray(range.start, range.end));
    for (const { key, range } of inside.root.headers)
      if (FROM_INSIDE.test(key)) parts.push(body.subarray(range.start, range.end));
    parts.push(body.subarray(inside.root.headerRange.end));
  }
  return Buffer.concat(parts);
}
