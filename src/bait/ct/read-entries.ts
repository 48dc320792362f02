import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { ByteSource } from '../../model/index.ts';
import { memorySource, openFile, walk } from '../../source/index.ts';
import type { CertificateEntry } from './entry.ts';
import { jsonEntries } from './json-entries.ts';
import { readTile } from './tile.ts';

/** A certificate with where it was read. */
export interface ReadEntry extends CertificateEntry {
  readonly file: string;
  /** Line of JSON Lines, from 1; else the place among the entries of the file, from 1. */
  readonly place: number;
}

/** What could not be read. */
export interface NotRead {
  readonly file: string;
  readonly why: 'unreadable' | 'unknown-format' | 'cut' | 'too-large' | 'bad-lines';
  /** Lines, or the offset where a tile stops. */
  readonly count: number;
}

// Attack: a document of JSON that has to be held whole. Lines and tiles are read piece by piece.
const MOST_WHOLE = 256 * 2 ** 20;
const LONGEST_LINE = 32 * 2 ** 20;
const BLOCK = 2 ** 20;

/** Every certificate in files and folders of JSON Lines, JSON documents and data tiles (plain, gzip or Zstandard). */
export function* readEntries(
  paths: readonly string[],
  onNotRead: (what: NotRead) => void,
): Generator<ReadEntry> {
  for (const root of paths) {
    for (const entry of walk(root)) {
      if (entry.type === 'failed') onNotRead({ file: entry.path, why: 'unreadable', count: 0 });
      if (entry.type !== 'file') continue;
      let source: ByteSource;
      try {
        source = openFile(entry.path);
      } catch {
        onNotRead({ file: entry.path, why: 'unreadable', count: 0 });
        continue;
      }
      try {
        yield* ofFile(entry.path, source, onNotRead);
      } finally {
        source.close();
      }
    }
  }
}

function* ofFile(file: string, source: ByteSource, onNotRead: (what: NotRead) => void): Generator<ReadEntry> {
  const head = Buffer.from(source.read(0, 4096));
  const magic = head.toString('hex', 0, 4);
  if (magic.startsWith('1f8b') || magic === ZSTANDARD) {
    const bytes = unzipped(source, magic === ZSTANDARD ? zstdDecompressSync : gunzipSync);
    if (bytes === null) onNotRead({ file, why: 'too-large', count: 0 });
    else yield* ofFile(file, memorySource(bytes), onNotRead);
    return;
  }
  // Behind the mark that some programs put before UTF-8.
  const first = head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart()[0];
  if (first === '[') yield* ofDocument(file, source, onNotRead);
  else if (first === '{') yield* ofObjects(file, source, onNotRead);
  else yield* ofTile(file, source, onNotRead);
}

/** The first bytes of a Zstandard frame (RFC 8878). */
const ZSTANDARD = '28b52ffd';

function unzipped(
  source: ByteSource,
  expand: typeof gunzipSync | typeof zstdDecompressSync,
): Uint8Array | null {
  try {
    // Attack: a bomb. Tiles and exports of this size come unpacked.
    return expand(source.read(0, MOST_WHOLE), { maxOutputLength: MOST_WHOLE });
  } catch {
    return null;
  }
}

/** Lines of objects; one object over many lines when the first line is none. */
function* ofObjects(
  file: string,
  source: ByteSource,
  onNotRead: (what: NotRead) => void,
): Generator<ReadEntry> {
  let place = 0;
  let bad = 0;
  for (const line of linesOf(source)) {
    place++;
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined && place === 1) return yield* ofDocument(file, source, onNotRead);
    if (value === undefined) bad++;
    else for (const entry of jsonEntries(value)) yield { ...entry, file, place };
  }
  if (bad > 0) onNotRead({ file, why: 'bad-lines', count: bad });
}

function* ofDocument(
  file: string,
  source: ByteSource,
  onNotRead: (what: NotRead) => void,
): Generator<ReadEntry> {
  if (source.size > MOST_WHOLE) return onNotRead({ file, why: 'too-large', count: source.size });
  const value = parsed(Buffer.from(source.read(0, source.size)).toString('utf8'));
  if (value === undefined) return onNotRead({ file, why: 'unknown-format', count: 0 });
  let place = 0;
  for (const entry of jsonEntries(value)) yield { ...entry, file, place: ++place };
}

function* ofTile(file: string, source: ByteSource, onNotRead: (what: NotRead) => void): Generator<ReadEntry> {
  if (source.size > MOST_WHOLE) return onNotRead({ file, why: 'too-large', count: source.size });
  const { entries, stoppedAt } = readTile(source.read(0, source.size));
  if (entries.length === 0) return onNotRead({ file, why: 'unknown-format', count: 0 });
  let place = 0;
  for (const entry of entries) yield { ...entry, file, place: ++place };
  if (stoppedAt !== null) onNotRead({ file, why: 'cut', count: stoppedAt });
}

/** Lines in UTF-8; one longer than a line may be comes in pieces, which are no JSON and are counted as bad. */
function* linesOf(source: ByteSource): Generator<string> {
  let kept = Buffer.alloc(0);
  for (let at = 0; at < source.size; at += BLOCK) {
    const block = Buffer.from(source.read(at, BLOCK));
    let from = 0;
    for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, from)) {
      const rest = block.subarray(from, end);
      yield (kept.length > 0 ? Buffer.concat([kept, rest]) : rest).toString('utf8');
      kept = Buffer.alloc(0);
      from = end + 1;
    }
    kept = Buffer.concat([kept, block.subarray(from)]);
    if (kept.length > LONGEST_LINE) {
      yield kept.toString('latin1', 0, 64);
      kept = Buffer.alloc(0);
    }
  }
  if (kept.length > 0) yield kept.toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
