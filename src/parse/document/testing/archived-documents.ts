import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { openArchive } from '../../archive/archive.ts';
import { ALL_PASSWORDS } from '../../archive/testing/corpus.ts';
import { memorySource } from '../../archive/window.ts';
import { detectBytes } from '../../detect/detect.ts';

export interface ArchivedDocument {
  /** Beginning of the hash and own name: what tables of disagreements call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Small ones: the bombs of the corpus are for other tests. */
const LIMITS = { ...DEFAULT_LIMITS, itemBytes: 8 * 2 ** 20, containerBytes: 64 * 2 ** 20, children: 2_000 };
const LARGEST_ARCHIVE = 2 * 2 ** 20;
const DEEPEST = 3;

/** Every document and picture once that lies in an archive of the corpus, taken out by our own readers. */
export async function archivedDocuments(folder: string): Promise<readonly ArchivedDocument[]> {
  const found = new Map<string, ArchivedDocument>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.parentPath.includes('bombs')) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    if (bytes.length <= LARGEST_ARCHIVE) await collect(bytes, entry.name, 0, found);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The same as files of a folder, for programs that read files; their paths. */
export async function unpackedDocuments(
  archives: string,
  into: string,
  isWanted: (document: ArchivedDocument) => boolean,
): Promise<readonly string[]> {
  const wanted = (await archivedDocuments(archives)).filter(isWanted);
  return wanted.map(({ name, bytes }) => {
    const path = join(into, name);
    writeFileSync(path, bytes);
    return path;
  });
}

async function collect(
  bytes: Uint8Array,
  name: string,
  depth: number,
  found: Map<string, ArchivedDocument>,
): Promise<void> {
  const { container, kind, type } = detectBytes(bytes, name);
  const format = container?.startsWith('archive:') ? container.slice('archive:'.length) : null;
  if (format === null || depth > DEEPEST) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const isWanted = depth > 0 && bytes.length > 0 && (kind === 'document' || kind === 'image');
    if (isWanted)
      found.set(hash, { name: `${hash.slice(0, 8)}-${name.replace(/[^\w.-]/g, '_')}`, bytes, type });
    return;
  }
  const reader = await openArchive(format as Parameters<typeof openArchive>[0], memorySource(bytes), {
    passwords: ALL_PASSWORDS,
    limits: LIMITS,
  });
  try {
    for await (const { name: path, outcome } of reader.entries(0))
      if (outcome.type === 'bytes')
        await collect(outcome.bytes, path.split('/').at(-1) ?? '', depth + 1, found);
  } finally {
    reader.close();
  }
}
