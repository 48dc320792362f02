import { pbkdf2Sync } from 'node:crypto';
import { emitBlob } from '../../src/pipeline/items/blob.ts';
import { startWorker } from '../../src/pipeline/start-worker.ts';

// A worker whose parser misbehaves on files of certain names, as a real one might on certain bytes.
startWorker(async (context, blob) => {
  if (blob.name.startsWith('hang')) for (;;);
  // Native code that does not return: terminating the thread has no effect on it.
  if (blob.name.startsWith('stuck')) pbkdf2Sync('x', 'y', 2 ** 31 - 1, 64, 'sha512');
  if (blob.name.startsWith('throw')) throw new Error('a parser threw');
  if (blob.name.startsWith('memory')) fillHeap();
  if (blob.name.startsWith('exit')) process.exit(3);
  await emitBlob(context, blob);
});

function fillHeap(): never {
  const held: number[][] = [];
  for (;;) held.push(new Array<number>(1_000_000).fill(held.length));
}
