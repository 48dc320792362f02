import type { ByteSource, Defect, Failure, Limits } from '../../model/index.ts';
import { attempt, fail } from '../binary/fail.ts';
import { type ByteStream, readAll } from '../binary/stream.ts';
import { Windows } from '../binary/windows.ts';
import { type CfbEntry, readDirectory } from './directory.ts';
import { readCfbHeader } from './header.ts';
import { Sectors } from './sectors.ts';

export type { CfbEntry } from './directory.ts';

/** A compound file (MS-CFB): MSG, OFT, and the Office formats of before 2007. */
export interface Cfb {
  /** The root storage, or null when the file could not be read at all. */
  readonly root: CfbEntry | null;
  /** Every storage and stream, each storage before what it holds. */
  readonly entries: readonly CfbEntry[];
  readonly failure: Failure | null;
  readonly defects: readonly Defect[];
  /** A stream piece by piece; throws TamisError with a failure code when its chain breaks. */
  stream(entry: CfbEntry): ByteStream;
  /** The whole of a stream; throws likewise, and `too-large` above the limit of one item. */
  read(entry: CfbEntry): Uint8Array;
}

/** 2 GiB of directory is no file of this world. Attack: a directory chain through every sector. */
const MOST_DIRECTORY_BYTES = 64 * 2 ** 20;

/** Opens a compound file by random access. Only its tables and directory are read here. */
export function openCfb(source: ByteSource, limits: Limits): Cfb {
  const defects: Defect[] = [];
  const opened = attempt(() => open(new Windows(source), defects));
  if ('failure' in opened) return unreadable(opened.failure);
  const { root, sectors } = opened.ok;
  const stream = (entry: CfbEntry): ByteStream =>
    sectors.stream(entry.start, entry.type === 'stream' ? entry.size : 0);
  return {
    root,
    entries: flatten(root),
    failure: null,
    defects,
    stream,
    read: (entry) => readAll(stream(entry), limits.itemBytes),
  };
}

function open(file: Windows, defects: Defect[]): { readonly root: CfbEntry; readonly sectors: Sectors } {
  const header = readCfbHeader(file);
  const sectors = new Sectors(file, header);
  const root = readDirectory(
    directoryBytes(file, sectors.chain(header.firstDirectory), header.sector),
    defects,
  );
  if (root === null) fail('malformed', 'The compound file has no root entry.');
  sectors.useMiniStream(root.start, root.size);
  return { root, sectors };
}

/** The directory as far as the file goes: a cut file may still hold its beginning. */
function directoryBytes(file: Windows, chain: Uint32Array, sector: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const id of chain) {
    const available = Math.min(sector, file.size - (id + 1) * sector);
    if (available <= 0) break;
    parts.push(file.view((id + 1) * sector, available));
    total += available;
    if (total > MOST_DIRECTORY_BYTES)
      fail('too-large', 'The directory of the compound file is above its limit.');
  }
  return Buffer.concat(parts);
}

function flatten(root: CfbEntry): CfbEntry[] {
  const all: CfbEntry[] = [];
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next !== root) all.push(next);
    pending.push(...next.children.toReversed());
  }
  return all;
}

function unreadable(failure: Failure): Cfb {
  const stop = () => fail(failure.code, failure.detail);
  return { root: null, entries: [], failure, defects: [], stream: stop, read: stop };
}
