import { isAsSifted } from '../../case/as-sifted.ts';
import { messageBytesOf } from '../../case/bytes.ts';
import { Carriers } from '../../case/carriers.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { signaturesOf } from '../items/message-facts.ts';
import type { RecheckedMessage, Task } from '../task.ts';

/**
 * Checks the signatures of messages again, because the case has learnt keys since it read them. Bytes that are gone, or
 * others than those that were read, say nothing of them: what the case has of their signatures stays.
 */
export async function runRecheck(
  context: WorkContext,
  task: Extract<Task, { kind: 'recheck' }>,
): Promise<void> {
  const carriers = new Carriers(context.limits);
  for (let i = context.state.next; i < task.messages.length; i++) {
    const message = task.messages[i];
    if (message === undefined) break;
    if (beginItem(context, i).type === 'normal') {
      const bytes = messageBytesOf(message.locator, context.objects, context.limits, carriers);
      if (bytes !== null && isAsRead(bytes, message)) {
        const parsed = parseMessage(bytes, context.limits);
        context.out.signatures(message.row, signaturesOf(context, parsed, message.isCut === true));
      }
    }
    await context.out.settle(i + 1);
  }
  await context.out.end(task.messages.length);
}

function isAsRead(bytes: Uint8Array, { locator, size, sha256 }: RecheckedMessage): boolean {
  return size === undefined || sha256 === undefined || isAsSifted(bytes, { locator, size, sha256 });
}
