import { bytesOf } from '../../case/bytes.ts';
import { JOINED_MESSAGE } from '../../model/joined-message.ts';
import { joinPieces } from '../../parse/mime/join-pieces.ts';
import type { WorkContext } from '../context.ts';
import { beginItem } from '../each.ts';
import type { Task } from '../task.ts';

/** The fact that tells how many pieces a message was put together from. */
const JOINED = 'joined-from-pieces';

/**
 * Puts a message together that was sent in pieces, as a child of the first. It counts as rebuilt: nobody signed it in this
 * form. The pieces lack nothing any more. Pieces that are gone, or too large together, stay as they were.
 */
export async function runJoin(context: WorkContext, task: Extract<Task, { kind: 'join' }>): Promise<void> {
  if (beginItem(context, 0).type === 'normal' && context.state.next === 0) {
    const bytes = joined(context, task);
    if (bytes !== null) {
      const facts = { [JOINED]: String(task.pieces.length) };
      const name = JOINED_MESSAGE;
      const place = { path: `${task.path}/${name}`, parent: task.path, name };
      await context.emit(context, {
        ...place,
        bytes,
        locator: null,
        depth: 1,
        rebuilt: true,
        failure: null,
        defects: [],
        facts,
      });
      context.out.expect(task.path, 1);
      context.out.count(task.path, 'emitted');
      for (const path of task.paths) context.out.failure(path, 'ok', null);
    }
    await context.out.settle(1);
  }
  await context.out.end(1);
}

function joined(
  { objects, limits }: WorkContext,
  { pieces }: Extract<Task, { kind: 'join' }>,
): Uint8Array | null {
  const all: Uint8Array[] = [];
  let size = 0;
  for (const locator of pieces) {
    const bytes = bytesOf(locator, objects, limits);
    if (bytes === null) return null;
    size += bytes.length;
    if (size > limits.itemBytes) return null;
    all.push(bytes);
  }
  return joinPieces(all, limits);
}
