import { messageBytesOf } from '../../case/bytes.ts';
import { parseMessage } from '../../parse/mime/message.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import { signaturesOf } from '../items/message-facts.ts';
import type { Task } from '../task.ts';

/** Checks the signatures of messages again, because the case has learnt keys since it read them. */
export async function runRecheck(
  context: WorkContext,
  task: Extract<Task, { kind: 'recheck' }>,
): Promise<void> {
  for (let i = context.state.next; i < task.messages.length; i++) {
    const message = task.messages[i];
    if (message === undefined) break;
    if (beginItem(context, i).type === 'normal') {
      const bytes = messageBytesOf(message.locator, context.objects, context.limits);
      if (bytes !== null) {
        const parsed = parseMessage(bytes, context.limits);
        context.out.signatures(message.row, signaturesOf(context, parsed, message.isCut === true));
      }
    }
    await context.out.settle(i + 1);
  }
  await context.out.end(task.messages.length);
}
