import type { ContainerEntry, ContainerReader, FailureCode, Limits } from '../../../model/index.ts';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { failureOf } from '../../binary/fail.ts';
import { type ArchiveFormat, openArchive, type Volumes } from '../archive.ts';
import { memorySource } from '../window.ts';

/** An entry with its stream, if it was one, read to the end. */
export interface Drained {
  readonly entry: ContainerEntry;
  readonly bytes: Buffer | null;
  readonly failure: FailureCode | null;
}

/** Reads every entry of a reader, streams included, up to a bound. */
export async function drain(reader: ContainerReader, most = 2 ** 28): Promise<Drained[]> {
  const all: Drained[] = [];
  for await (const entry of reader.entries(0)) all.push(await drained(entry, most));
  return all;
}

/** The bytes of an entry whatever its outcome, streams read to the end but no further than `most` bytes. */
export async function drained(entry: ContainerEntry, most = 2 ** 28): Promise<Drained> {
  const { outcome } = entry;
  if (outcome.type === 'bytes' || outcome.type === 'rebuilt') {
    return { entry, bytes: Buffer.from(outcome.bytes), failure: null };
  }
  if (outcome.type === 'partial')
    return { entry, bytes: Buffer.from(outcome.bytes), failure: outcome.failure.code };
  if (outcome.type === 'failed') return { entry, bytes: null, failure: outcome.failure.code };
  if (outcome.type === 'skipped') return { entry, bytes: null, failure: null };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of outcome.chunks) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(Uint8Array.from(chunk));
    }
  } catch (error) {
    return { entry, bytes: Buffer.concat(chunks), failure: failureOf(error).code };
  }
  return { entry, bytes: Buffer.concat(chunks), failure: null };
}

/** Opens bytes in memory as an archive of this format. */
export async function openBytes(
  format: ArchiveFormat,
  bytes: Uint8Array,
  options: { passwords?: readonly string[]; limits?: Partial<Limits>; volumes?: Volumes } = {},
): Promise<ContainerReader> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  return openArchive(format, memorySource(bytes), {
    passwords: options.passwords ?? [],
    limits,
    ...(options.volumes && { volumes: options.volumes }),
  });
}
