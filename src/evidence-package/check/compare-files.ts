import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from './list-files.ts';
import type { PackageProblem } from './problem.ts';

export interface Comparison {
  readonly problems: readonly PackageProblem[];
  readonly files: number;
  readonly bytes: number;
}

export interface Watch {
  readonly signal: AbortSignal;
  /** Called now and then with files and bytes so far. */
  readonly progress?: (files: number, bytes: number) => void;
}

/** Hashes what the manifests list and names every file that is not as listed, not there, or not listed. */
export async function compareFiles(
  folder: string,
  listed: ReadonlyMap<string, string>,
  { files: there, others }: Listing,
  unlisted: ReadonlySet<string>,
  { signal, progress }: Watch,
): Promise<Comparison> {
  const problems: PackageProblem[] = [];
  let [files, bytes] = [0, 0];
  for (const [path, expected] of listed) {
    signal.throwIfAborted();
    if (!there.has(path)) {
      problems.push({ type: isOther(path, others) ? 'no-file' : 'missing', path });
      continue;
    }
    const hashed = await hashFile(join(folder, path), signal);
    signal.throwIfAborted();
    files++;
    bytes += hashed?.size ?? 0;
    progress?.(files, bytes);
    if (hashed === null) problems.push({ type: 'unreadable', path });
    else if (hashed.sha256 !== expected)
      problems.push({ type: 'changed', path, expected, found: hashed.sha256 });
  }
  for (const path of there)
    if (!listed.has(path) && !unlisted.has(path)) problems.push({ type: 'added', path });
  for (const path of others) if (!listed.has(path)) problems.push({ type: 'no-file', path });
  return { problems, files, bytes };
}

/** Whether the path, or a folder on its way, is a link or a device. */
function isOther(path: string, others: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => others.has(parts.slice(0, index + 1).join('/')));
}

async function hashFile(
  path: string,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly size: number } | null> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) {
      hash.update(chunk);
      size += chunk.length;
    }
  } catch {
    return null;
  }
  return { sha256: hash.digest('hex'), size };
}
