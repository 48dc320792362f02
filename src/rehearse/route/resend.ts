import type { Copy } from '../copies.ts';
import { inboxCopy } from '../copies.ts';
import type { Draft } from '../story/terms.ts';
import type { World } from '../world.ts';
import { type SendOptions, send } from './send.ts';

/** The same owner's copy of a message sent in another way; it gets an id of its own. */
export function resent(world: World, copy: Copy, draft: Draft, why: string, options: SendOptions = {}): Copy {
  const label = `${copy.sent.label}/${why}/${copy.owner.address}`;
  const sent = send(world, draft, label, { parent: copy.sent.parent, ...options });
  return inboxCopy(world, sent, copy.owner);
}
