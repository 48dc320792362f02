import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseKeyFile } from '../examine/keys/key-file.ts';
import { type DomainKey, TamisError } from '../model/index.ts';
import { unreadableFile } from '../model/refusal.ts';
import { decodeCharset } from '../parse/text/charset.ts';
import type { Host } from './host.ts';

/**
 * The keys of key files. A line that is no key, or a strange one, is told on stderr; a file without any key is
 * refused (`no-keys`), since its loss would silently cost verdicts.
 */
export function readKeys(
  files: readonly string[],
  host: Pick<Host, 'cwd' | 'stderr'>,
): { readonly keys: readonly DomainKey[]; readonly skipped: number } {
  let skipped = 0;
  const keys = files.flatMap((name) => {
    const file = resolve(host.cwd, name);
    const { keys, defects, remarks } = parseKeyFile(readText(file), basename(file));
    const [first] = defects;
    if (keys.length === 0) {
      const line = first === undefined ? '' : `: ${first.line}: ${first.detail}`;
      throw new TamisError('no-keys', {
        en: `there is no key in ${name} (docs/key-files.md says what is read)${line}`,
        fr: `il n’y a pas de clé dans ${name} (docs/key-files.md dit ce qui est lu)${line}`,
      });
    }
    for (const { line, detail } of [...defects, ...remarks].sort((a, b) => a.line - b.line))
      host.stderr.write(`${name}:${line}: ${detail}\n`);
    skipped += defects.length;
    return keys;
  });
  return { keys, skipped };
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    // PowerShell and Notepad write UTF-16, with a mark that says so.
    return isUtf16(bytes) ? decodeCharset(bytes, 'utf-16') : bytes.toString('utf8');
  } catch (cause) {
    throw unreadableFile('no-keys', file, cause);
  }
}

function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
