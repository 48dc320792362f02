import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFile } from '../show/export/file-writer.ts';
import { createFolder } from '../show/export/folder.ts';
import { fileChunks } from '../source/file-chunks.ts';
import { LAYOUT } from './layout.ts';

export interface Written {
  readonly sha256: string;
  readonly size: number;
}

/** Writes the files of a bag and keeps their hashes for its manifests. Every path is one of ours, never the leak's. */
export interface Bag {
  readonly folder: string;
  /** Writes a file from chunks. Throws `export-exists`. */
  write(path: string, chunks: Iterable<string | Uint8Array>): Written;
  /** Copies a file byte for byte. Errors of the file system are thrown. */
  copy(path: string, from: string, signal: AbortSignal): Promise<Written>;
  /** Takes a file out again. */
  remove(path: string): void;
  /** The lines of a manifest, for the payload (`data/`) or the tag files, in the order of paths. */
  manifest(part: 'payload' | 'tags'): string;
  /** Bytes and files of the payload, as Payload-Oxum wants them. */
  payload(): { readonly bytes: number; readonly files: number };
}

/** Makes the folder of a bag; it may exist if it is empty. Throws `export-exists`. */
export function createBag(folder: string): Bag {
  createFolder(folder);
  const files = new Map<string, Written>();
  const listed = (part: 'payload' | 'tags') =>
    [...files].filter(([path]) => path.startsWith('data/') === (part === 'payload'));
  const start = (path: string) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const file = createFile(target);
    const hash = createHash('sha256');
    let size = 0;
    return {
      add(chunk: string | Uint8Array): void {
        hash.update(chunk);
        size += Buffer.byteLength(chunk);
        file.write(chunk);
      },
      end(): Written {
        file.close();
        const written = { sha256: hash.digest('hex'), size };
        files.set(path, written);
        return written;
      },
    };
  };
  return {
    folder,
    write(path, chunks) {
      const file = start(path);
      try {
        for (const chunk of chunks) file.add(chunk);
      } finally {
        // Closed also where making a chunk failed; the error itself goes on to whoever asked.
        file.end();
      }
      return files.get(path) ?? { sha256: '', size: 0 };
    },
    async copy(path, from, signal) {
      const file = start(path);
      try {
        for await (const chunk of fileChunks(from, signal)) file.add(chunk);
      } finally {
        file.end();
      }
      return files.get(path) ?? { sha256: '', size: 0 };
    },
    remove(path) {
      rmSync(join(folder, path));
      files.delete(path);
    },
    manifest: (part) =>
      listed(part)
        .filter(([path]) => path !== LAYOUT.tagManifest)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
        .join(''),
    payload: () => {
      const all = listed('payload');
      return { bytes: all.reduce((sum, [, { size }]) => sum + size, 0), files: all.length };
    },
  };
}
