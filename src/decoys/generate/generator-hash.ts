import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['fit', 'generate', 'guard', 'model', 'persona'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * SHA-256 (hex) over the generator's own program files as they run here: names and bytes, tests left out. Two
 * installations of the same release agree; sources and their compiled form do not, so a verifier uses the form
 * that the set was made with.
 */
export function generatorHash(): string {
  const hash = createHash('sha256');
  for (const path of FOLDERS.flatMap((folder) => filesBelow(join(ROOT, folder))).sort()) {
    hash.update(`${relative(ROOT, path).split(sep).join('/')}\0`);
    hash.update(createHash('sha256').update(readFileSync(path)).digest());
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.ts', '.js'].includes(extname(name)) && !/\.(?:test|d)\.[jt]s$/.test(name))
    .map((name) => join(folder, name));
}
