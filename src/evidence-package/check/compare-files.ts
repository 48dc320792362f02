import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hashFile } from '../../source/file-chunks.ts';
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
    if (files % BREATH === 0) await setImmediate();
    const hashed = await hashFile(join(folder, path), signal, 'no-links').catch(() => null);
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

/** Files between two looks at the event loop. */
const BREATH = 64;

/** Whether the path, or a folder on its way, is a link or a device. */
function isOther(path: string, others: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => others.has(parts.slice(0, index + 1).join('/')));
}
