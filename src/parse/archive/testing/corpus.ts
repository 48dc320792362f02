import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ByteSource } from '../../../model/index.ts';
import type { Volumes } from '../archive.ts';

/** Archives of other projects' test suites; beside the project where it is developed, absent elsewhere. */
export const CORPUS = join(import.meta.dirname, '../../../../../shared/corpus/archives/files');
export const NO_CORPUS = existsSync(CORPUS) ? false : 'corpus not present: ../shared/corpus';

/** Passwords that the suites' own tests use, by a part of the path; `password` for all others. */
const PASSWORDS: readonly (readonly [string, string])[] = [
  ['test7Z_protected_passTika', 'Tika'],
  ['rar4-only-file-content', 'test'],
  ['junrar', 'junrar'],
  ['7zip_encryption', '12345678'],
  ['rar_encryption', '12345678'],
  ['encrypted_6', 'password'],
  ['filename_encryption', 'hello'],
  ['py7zr', 'secret'],
  ['libzip', 'foofoofoo'],
  ['zip2', 'helloworld'],
];

/** The password of an archive of the corpus, from its path; most have the same. */
export function passwordFor(path: string): string {
  return PASSWORDS.find(([part]) => path.includes(part))?.[1] ?? 'password';
}

export const ALL_PASSWORDS = ['password', ...PASSWORDS.map(([, password]) => password)];

/** Paths of all archives, in a fixed order. */
export function corpusFiles(folder = CORPUS): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A file as a source; the real one belongs to a stage that parsers may not import. */
export function fileSource(path: string): ByteSource {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read(offset, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset));
    },
    close: () => closeSync(file),
  };
}

/** The other files of the same folder, for archives in volumes. */
export function volumesBeside(path: string): Volumes {
  return {
    own: basename(path),
    open: (name) => {
      const beside = join(dirname(path), basename(name));
      return existsSync(beside) ? fileSource(beside) : null;
    },
  };
}
