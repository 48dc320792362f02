import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface TarFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The regular files of a .tar.gz of the corpus, for tests only: trusted, small, plain names. */
export function readTarGz(path: string): TarFile[] {
  const tar = gunzipSync(readFileSync(path));
  const files: TarFile[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (start: number, length: number) =>
      tar.toString('latin1', at + start, at + start + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const prefix = text(345, 155);
    const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
    const type = text(156, 1);
    if (type === '' || type === '0') files.push({ name, bytes: tar.subarray(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
