/** Puts changed content under the header fields a message already has. */
import type { Copy } from '../copies.ts';
import { wholeText } from '../programs/compose.ts';
import { PROGRAMS } from '../programs/programs.ts';
import { rewritten } from '../route/send.ts';
import type { Draft } from '../story/terms.ts';
import { encodeText } from '../wire/charsets.ts';
import { encodeBody } from '../wire/transfer.ts';
import type { Wire } from '../wire/wire.ts';
import type { World } from '../world.ts';

/** The copy with the body that this draft gives; its header fields, trace and signature stay as they were. */
export function withContentOf(world: World, copy: Copy, draft: Draft): Wire {
  return { headers: copy.wire.headers, body: rewritten(world, copy.sent, draft).wire.body };
}

/** How words look in the plain text form of a message its sender's program made; empty under base64. */
export function needleOf(draft: Draft, words: string): string {
  const program = PROGRAMS[draft.from.program];
  if (program.text === 'base64' || !wholeText(draft).includes(words)) return '';
  return encodeBody(encodeText(words, program.charset), program.text);
}
