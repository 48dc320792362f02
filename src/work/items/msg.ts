import { createHash } from 'node:crypto';
import { openMsg } from '../../parse/msg/msg.ts';
import { memorySource } from '../../source/index.ts';
import type { WorkContext } from '../context.ts';
import { emitFailed } from './failed.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';
import { emitMessage } from './message.ts';

/** Emits an Outlook .msg or .oft file: one message, rebuilt, whose bytes stay those of the file. */
export async function emitMsg(context: WorkContext, blob: KnownBlob): Promise<void> {
  const reader = openMsg(memorySource(blob.bytes), context.container);
  for await (const entry of reader.entries(0)) {
    const { outcome } = entry;
    if (outcome.type !== 'rebuilt' && outcome.type !== 'bytes' && outcome.type !== 'partial') {
      const failure = outcome.type === 'failed' ? outcome.failure : MALFORMED;
      return emitFailed(context, blob, failure);
    }
    const sha256 = createHash('sha256').update(outcome.bytes).digest('hex');
    context.objects.put(outcome.bytes, sha256);
    const locator = { type: 'rebuilt', of: keptLocator(context, blob), sha256 } as const;
    const failure = outcome.type === 'partial' ? outcome.failure : (reader.failure() ?? blob.failure);
    const defects = [...blob.defects, ...reader.defects, ...entry.defects];
    const facts = { ...blob.facts, ...reader.facts, ...entry.facts };
    const rebuilt = { ...blob, locator, failure, defects, facts, rebuilt: true, kind: 'message' } as const;
    return emitMessage(context, rebuilt, outcome.bytes);
  }
  emitFailed(context, blob, reader.failure() ?? MALFORMED);
}

const MALFORMED = { code: 'malformed', detail: 'The file holds no message.' } as const;
