import { decodeBase64 } from '../../parse/mime/base64.ts';
import { hasRewrittenLink } from '../links/rewritten-links.ts';
import type { MessageView } from './message-view.ts';

/** Attack: a body of megabytes, read once more for each signature that it does not fit. */
const MOST_READ = 512 * 1024;
/** Texts of one message that are searched for rewritten links. */
const MOST_BLOCKS = 8;
const asked = new WeakMap<MessageView, boolean>();

/**
 * Whether a filter has put links of its own into the text, in whatever encoding: then its body hash cannot hold, and its
 * not holding says nothing. Read once for a message.
 */
export function wasRewritten(view: MessageView): boolean {
  const known = asked.get(view);
  if (known !== undefined) return known;
  const end = Math.min(view.bytes.length, view.bodyStart + MOST_READ);
  const body = view.bytes.toString('latin1', view.bodyStart, end);
  const found = hasRewrittenLink(unquoted(body)) || base64Blocks(body).some(hasRewrittenLink);
  asked.set(view, found);
  return found;
}

/** Quoted-printable breaks links softly; in other text there is nothing to undo. */
function unquoted(body: string): string {
  return body.replace(/=\r?\n/g, '').replace(/=3D/gi, '=');
}

function base64Blocks(body: string): readonly string[] {
  const blocks = body.match(/(?:^[A-Za-z0-9+/]{60,76}\r?\n){2,}[A-Za-z0-9+/=]{0,76}/gm) ?? [];
  return blocks
    .slice(0, MOST_BLOCKS)
    .map((block) => Buffer.from(decodeBase64(Buffer.from(block, 'latin1'), 0).bytes).toString('latin1'));
}
