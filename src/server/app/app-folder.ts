import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Two folders up both from src/server/app and from dist/server/app, and one more. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type AppFolder =
  | { readonly type: 'built'; readonly folder: string }
  /** A checkout whose sources are newer, or were never built, and that has what builds them. */
  | { readonly type: 'to-build'; readonly folder: string; readonly builder: string }
  | { readonly type: 'missing' };

/** Where the built app lies: in a package beside the code, in a checkout in dist/ui. */
export function appFolder(root: string = ROOT): AppFolder {
  const folder = join(root, 'dist', 'ui');
  const builder = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const sources = join(root, 'ui', 'src');
  const built = modified(join(folder, 'index.html'));
  if (!existsSync(sources) || !existsSync(builder))
    return built > 0 ? { type: 'built', folder } : { type: 'missing' };
  const newest = Math.max(
    newestIn(sources),
    newestIn(join(root, 'src', 'server', 'api')),
    modified(join(root, 'ui', 'index.html')),
  );
  return built >= newest ? { type: 'built', folder } : { type: 'to-build', folder, builder };
}

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(
    0,
    ...entries.filter((entry) => entry.isFile()).map((entry) => modified(join(entry.parentPath, entry.name))),
  );
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
