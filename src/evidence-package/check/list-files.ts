import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageProblem } from './problem.ts';

/** Attack: a package of endless files, or of folders in folders. */
const MAX_FILES = 5_000_000;
const MAX_DEPTH = 32;

export interface Listing {
  /** Plain files, `/`-separated from the package on. */
  readonly files: ReadonlySet<string>;
  /** What is neither a file nor a folder. */
  readonly others: ReadonlySet<string>;
  readonly problems: readonly PackageProblem[];
}

/** Every file of a package. Links are not followed: one could lead anywhere. Errors of the file system are thrown. */
export function listFiles(folder: string): Listing {
  const files = new Set<string>();
  const others = new Set<string>();
  const problems: PackageProblem[] = [];
  const open: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of readdirSync(join(folder, next.path), { withFileTypes: true })) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isFile()) files.add(path);
      else if (!entry.isDirectory()) others.add(path);
      else if (next.depth < MAX_DEPTH) open.push({ path, depth: next.depth + 1 });
      else problems.push({ type: 'too-large', path });
      if (files.size + others.size > MAX_FILES) {
        problems.push({ type: 'too-large', path });
        return { files, others, problems };
      }
    }
  }
  return { files, others, problems };
}
