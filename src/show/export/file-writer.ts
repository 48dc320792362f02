import { closeSync, openSync, writeSync } from 'node:fs';
import { TamisError } from '../../model/index.ts';

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 2 ** 18;

export interface FileWriter {
  write(chunk: string | Uint8Array): void;
  close(): void;
}

/** Writes a new file, through a buffer. Throws `export-exists` rather than write over another export. */
export function createFile(path: string): FileWriter {
  const descriptor = open(path);
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  };
  return {
    write(chunk) {
      const bytes = Buffer.from(chunk);
      waiting.push(bytes);
      size += bytes.length;
      if (size >= BUFFER_BYTES) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** The error for a path that is taken already. */
export function alreadyThere(path: string, cause?: unknown): TamisError {
  return new TamisError(
    'export-exists',
    {
      en: `${path} exists already. Name another path, or remove it first.`,
      fr: `${path} existe déjà. Nommez un autre chemin, ou retirez-le d’abord.`,
    },
    {
      cause,
    },
  );
}

function open(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw alreadyThere(path, cause);
    throw cause;
  }
}
