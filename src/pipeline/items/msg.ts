import { hash } from 'node:crypto';
import type { ContainerEntry, ContainerReader } from '../../model/index.ts';
import { memorySource } from '../../source/index.ts';
import type { WorkContext } from '../context.ts';
import { emitFailed } from './failed.ts';
import { type KnownBlob, keptLocator } from './known-blob.ts';
import { emitMessage } from './message.ts';
import { blobRecord } from './record.ts';

/**
 * Emits an Outlook .msg or .oft file: one message, rebuilt, whose bytes stay those of the file; or a contact or
 * an appointment, which becomes the child of the file's item.
 */
export async function emitMsg(context: WorkContext, blob: KnownBlob): Promise<void> {
  const { openMsg } = await import('../../parse/msg/msg.ts');
  const reader = openMsg(memorySource(blob.bytes), context.container);
  for await (const entry of reader.entries(0)) {
    const { outcome } = entry;
    if (outcome.type === 'failed') return emitFailed(context, blob, outcome.failure);
    if (outcome.type === 'bytes') return emitCard(context, blob, reader, entry, outcome.bytes);
    if (outcome.type === 'rebuilt' || outcome.type === 'partial') {
      const failure = outcome.type === 'partial' ? outcome.failure : (reader.failure() ?? blob.failure);
      const described = { ...describe(blob, reader, entry), failure };
      return emitRebuilt(context, described, outcome.bytes);
    }
  }
  emitFailed(context, blob, reader.failure() ?? MALFORMED);
}

const MALFORMED = { code: 'malformed', detail: 'The file holds no message.' } as const;

function describe(blob: KnownBlob, reader: ContainerReader, entry: ContainerEntry): KnownBlob {
  const defects = [...blob.defects, ...reader.defects, ...entry.defects];
  return { ...blob, defects, facts: { ...blob.facts, ...reader.facts, ...entry.facts } };
}

async function emitRebuilt(context: WorkContext, blob: KnownBlob, bytes: Uint8Array): Promise<void> {
  const sha256 = hash('sha256', bytes);
  context.objects.put(bytes, sha256);
  const locator = { type: 'rebuilt', of: keptLocator(context, blob), sha256 } as const;
  return emitMessage(context, { ...blob, locator, rebuilt: true, kind: 'message' }, bytes);
}

async function emitCard(
  context: WorkContext,
  blob: KnownBlob,
  reader: ContainerReader,
  entry: ContainerEntry,
  bytes: Uint8Array,
): Promise<void> {
  const described = describe(blob, reader, entry);
  const children = { expected: 1, emitted: 1, failed: 0, skipped: 0 };
  context.out.item(blobRecord(context, described, { kind: 'document', children }));
  const { path } = described;
  const child = { path: `${path}/${entry.name}`, parent: path, name: entry.name, bytes, locator: null };
  await context.emit(context, {
    ...child,
    depth: blob.depth + 1,
    rebuilt: false,
    failure: null,
    defects: [],
    facts: {},
  });
}
