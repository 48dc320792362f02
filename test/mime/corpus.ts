/** Messages of the corpus that stands beside the project; nothing when it is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface CorpusMessage {
  /** Relative to the corpus, `/`-separated. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const CORPUS: string = new URL('../../../shared/corpus', import.meta.url).pathname;
export const CORPUS_ABSENT = 'corpus not present: ../shared/corpus';

export function hasCorpus(): boolean {
  return existsSync(CORPUS);
}

/** Single messages of mail-odd and dkim-fixtures (mailboxes of many messages are for another parser). */
export function oddMessages(): CorpusMessage[] {
  const found: CorpusMessage[] = [];
  for (const folder of ['mail-odd', 'dkim-fixtures']) {
    const base = join(CORPUS, folder, 'files');
    for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || /\.(?:mbox|json|zip|yml|yaml|key|pem)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.push({ name: path.slice(CORPUS.length + 1), bytes: readFileSync(path) });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every `step`-th message of mail-real, and those of these names. */
export function realMessages(step: number, wanted: ReadonlySet<string> = new Set()): CorpusMessage[] {
  const base = join(CORPUS, 'mail-real', 'messages');
  const found: CorpusMessage[] = [];
  let count = 0;
  for (const archive of readdirSync(base).sort()) {
    for (const file of tarFiles(gunzipSync(readFileSync(join(base, archive))))) {
      const name = `mail-real/messages/${archive}/${file.name}`;
      if (count++ % step === 0 || wanted.has(name)) found.push({ name, bytes: file.bytes });
    }
  }
  return found;
}

/** Enough of tar (POSIX.1 ustar) for archives known to hold plain files with short names. */
function* tarFiles(tar: Buffer): Generator<CorpusMessage> {
  for (let pos = 0; pos + 512 <= tar.length && tar[pos] !== 0; ) {
    const name = tar.toString('latin1', pos, pos + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', pos + 124, pos + 136), 8);
    const start = pos + 512;
    if (String.fromCharCode(tar[pos + 156] ?? 0) === '0')
      yield { name, bytes: tar.subarray(start, start + size) };
    pos = start + Math.ceil(size / 512) * 512;
  }
}
