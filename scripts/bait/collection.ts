import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { openArchive } from '../../src/parse/archive/archive.ts';
import { memorySource } from '../../src/source/memory.ts';

/** A message of the collection: real mail that others published. */
export interface CollectedMail {
  /** `linux-raid`, `spamassassin`, `phishing_pot`: the archive it lies in. */
  readonly collection: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** As its publisher sorted it; list mail is not sorted by anybody. */
  readonly kind: 'phishing' | 'spam' | 'ham' | 'list';
}

/** Every message under `mail-real/messages`, in a stable order. Throws when the collection is not there. */
export async function* collectedMail(folder: string): AsyncGenerator<CollectedMail> {
  const kinds = sortedBy(folder);
  const archives = readdirSync(join(folder, 'messages'))
    .filter((name) => name.endsWith('.tar.gz'))
    .sort();
  for (const name of archives) {
    const collection = name.slice(0, -'.tar.gz'.length);
    const tar = gunzipSync(readFileSync(join(folder, 'messages', name)));
    const reader = await openArchive('tar', memorySource(tar), { passwords: [], limits: DEFAULT_LIMITS });
    for await (const { name: path, outcome } of reader.entries(0)) {
      const bytes = outcome.type === 'bytes' ? outcome.bytes : null;
      if (bytes === null || !path.endsWith('.eml')) continue;
      const file = path.replace(/^\.\//u, '');
      yield { collection, file, bytes: Uint8Array.from(bytes), kind: kinds.get(file) ?? 'list' };
    }
  }
}

function sortedBy(folder: string): Map<string, CollectedMail['kind']> {
  const kinds = new Map<string, CollectedMail['kind']>();
  for (const line of readFileSync(join(folder, 'manifest.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { file, source, path } = JSON.parse(line) as { file: string; source: string; path: string };
    if (source === 'phishing_pot') kinds.set(file, 'phishing');
    else if (source === 'spamassassin') kinds.set(file, path.startsWith('data/spam-') ? 'spam' : 'ham');
  }
  return kinds;
}
