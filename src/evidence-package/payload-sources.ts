import { extname } from 'node:path';
import type { CaseInput, CaseStore, SourceFile } from '../case/index.ts';
import { checkSource } from '../show/check-source.ts';
import type { Bag } from './bag.ts';
import { PAYLOAD } from './layout.ts';
import type { LeftOut } from './left-out.ts';
import { safeName } from './safe-name.ts';

/** A file of the dump in the package's manifest: a line of data/sources.jsonl. */
export interface PackedSource {
  readonly role: SourceFile['role'];
  /** From the input's name on: where the dump lay on this machine is nobody's business. */
  readonly path: string;
  readonly size: number;
  readonly modified: string;
  readonly sha256: string;
  /** Its place in the package; null where its bytes were not asked for, or could not be had. */
  readonly file: string | null;
}

export interface SourcesOptions {
  /** Whether the bytes are packed, or only what they were. */
  readonly bytes: boolean;
  readonly signal: AbortSignal;
}

/** Lists every file of the dump and of the reference; of the dump the bytes too, where they are asked for. */
export async function packSources(
  store: CaseStore,
  bag: Bag,
  { bytes, signal }: SourcesOptions,
): Promise<{ readonly packed: number; readonly leftOut: readonly LeftOut[] }> {
  const inputs = store.inputs();
  const lines: string[] = [];
  const leftOut: LeftOut[] = [];
  let packed = 0;
  for (const source of store.sources()) {
    signal.throwIfAborted();
    const path = pathInInput(source, inputs);
    let file: string | null = null;
    // What the reference holds is the victim's own and private; only its hashes bear witness.
    if (bytes && source.role === 'leak') {
      const place = `${PAYLOAD.sourceFolder}/${String(packed + 1).padStart(6, '0')}-${nameOf(path)}`;
      const why = await copyUnchanged(source, place, bag, signal);
      if (why === null) {
        file = place;
        packed++;
      } else leftOut.push({ type: 'source', path, why });
    }
    lines.push(`${JSON.stringify(packedSource(source, path, file))}\n`);
  }
  bag.write(PAYLOAD.sources, lines);
  return { packed, leftOut };
}

function packedSource(source: SourceFile, path: string, file: string | null): PackedSource {
  const { role, size, sha256, mtimeMs } = source;
  return { role, path, size, modified: new Date(mtimeMs).toISOString(), sha256, file };
}

/** Hashed first and again while it is copied: a file that changes in between must not pass for the original. */
async function copyUnchanged(
  source: SourceFile,
  place: string,
  bag: Bag,
  signal: AbortSignal,
): Promise<LeftOut['why'] | null> {
  const check = await checkSource(source, signal);
  signal.throwIfAborted();
  if (check.type !== 'same') return check.type;
  const written = await bag.copy(place, source.path, signal);
  if (written.sha256 === source.sha256) return null;
  bag.remove(place);
  return 'changed';
}

function pathInInput(source: SourceFile, inputs: readonly CaseInput[]): string {
  for (const { path, role, name } of inputs) {
    if (role !== source.role) continue;
    if (source.path === path) return name;
    if (source.path.startsWith(`${path}/`) || source.path.startsWith(`${path}\\`))
      return `${name}/${source.path.slice(path.length + 1)}`;
  }
  return safeName(source.path);
}

function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return safeName(name) || `file${extname(name) === '' ? '' : '.bin'}`;
}
