/** Writes demo/: a small leak that never happened, with the truth about it. Makes the same bytes every time. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDemo } from './demo/make.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../demo', import.meta.url));
for (const part of ['dump', 'reference']) rmSync(join(folder, part), { recursive: true, force: true });
for (const [path, bytes] of makeDemo()) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
