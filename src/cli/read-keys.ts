import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseKeyFile } from '../examine/keys/key-file.ts';
import { type DomainKey, TamisError } from '../model/index.ts';
import type { Host } from './host.ts';

/**
 * The keys of key files. A line that is no key is told on stderr and passed over; a file without any key is
 * refused (`no-keys`), since its loss would silently cost verdicts.
 */
export function readKeys(
  files: readonly string[],
  host: Pick<Host, 'cwd' | 'stderr'>,
): { readonly keys: readonly DomainKey[]; readonly skipped: number } {
  let skipped = 0;
  const keys = files.flatMap((name) => {
    const file = resolve(host.cwd, name);
    const { keys, defects } = parseKeyFile(readText(file), basename(file));
    const [first] = defects;
    if (keys.length === 0) {
      const why = first === undefined ? 'it holds none' : `line ${first.line}: ${first.detail}`;
      throw new TamisError('no-keys', `no key could be read from ${name}: ${why}`);
    }
    for (const { line, detail } of defects) host.stderr.write(`${name}:${line}: ${detail}\n`);
    skipped += defects.length;
    return keys;
  });
  return { keys, skipped };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new TamisError('no-keys', `cannot read the key file ${file}`, { cause });
  }
}
