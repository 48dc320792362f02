import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { before, suite, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { DEFAULT_LIMITS, type Failure } from '../../model/index.ts';
import { type ArchiveFormat, detectArchive, openArchive } from './archive.ts';
import {
  ALL_PASSWORDS,
  CORPUS,
  corpusFiles,
  fileSource,
  NO_CORPUS,
  passwordFor,
  volumesBeside,
} from './testing/corpus.ts';
import { type Drained, drained } from './testing/drain.ts';

/** What one reading of a file gave; of the contents only digests are kept. */
interface Reading {
  readonly format: ArchiveFormat;
  readonly expected: number | null;
  readonly failure: Failure | null;
  /** A volume whose content is read by way of the first one. */
  readonly later: boolean;
  readonly entries: readonly {
    name: string;
    type: string;
    sha256: string;
    crc: number;
    size: number;
    failure: string | null;
  }[];
}

const readings = new Map<string, Reading>();

async function readAll(path: string): Promise<Reading | null> {
  const source = fileSource(path);
  const format = detectArchive(source.read(0, 4096), source);
  if (format === null) return null;
  const reader = await openArchive(format, source, {
    passwords: [passwordFor(path)],
    limits: DEFAULT_LIMITS,
    volumes: volumesBeside(path),
  });
  const entries: Reading['entries'][number][] = [];
  for await (const entry of reader.entries(0)) entries.push(digest(await drained(entry, 2 ** 26)));
  const { expected } = reader;
  const failure = reader.failure();
  reader.close();
  return { format, expected, failure, later: reader.facts['volume-of'] !== undefined, entries };
}

function digest({ entry, bytes, failure }: Drained): Reading['entries'][number] {
  const content = bytes ?? new Uint8Array(0);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return {
    name: entry.name,
    type: entry.outcome.type,
    sha256,
    crc: crc32(content),
    size: content.length,
    failure,
  };
}

/** Differences with zipfile and tarfile that are meant; docs/archives.md says why. */
const MEANT = new Map([
  ['test_read_format_tar_concatenated.tar', 'what follows the end mark is read'],
  ['zip-in-archive-comment.zip', 'members that no directory read lists are read too'],
  ['gnu-incremental.tar', 'a GNU directory listing (type D) is no entry'],
  ['pax-nil-sparse-hole.tar', 'holes of pax sparse files are filled'],
]);

suite('archive corpus', { skip: NO_CORPUS }, () => {
  before(async () => {
    for (const path of corpusFiles()) {
      const reading = await readAll(path);
      if (reading !== null) readings.set(path, reading);
    }
  });

  test('nearly every file is told to be an archive', () => {
    assert.ok(readings.size >= 500, `${readings.size}`);
  });

  test('no reader crashes or hangs, and every announced entry is given exactly once', () => {
    for (const [path, { expected, entries, failure }] of readings) {
      const codes = [failure?.code, ...entries.map((entry) => entry.failure)];
      assert.ok(!codes.includes('crashed') && !codes.includes('timeout'), path);
      if (expected !== null) assert.equal(entries.length, expected, path);
      if (expected === null && entries.length === 0) {
        const empty = ['hdr-only.tar', 'emptyDir.tar', 'directory.tar', 'dir.tar'];
        assert.ok(failure !== null || path.endsWith('.tar') || empty.includes(path), path);
      }
    }
  });

  test('names are safe whatever the archive says', () => {
    for (const [path, { entries }] of readings) {
      for (const { name } of entries) {
        assert.ok(!name.startsWith('/') && !name.includes('\\') && !name.includes('\0'), `${path}: ${name}`);
        assert.ok(!name.split('/').includes('..'), `${path}: ${name}`);
      }
    }
  });

  test('zip and tar agree with zipfile and tarfile of Python', (t) => {
    const own = [...readings].filter(([, { format }]) => format === 'zip' || format === 'tar');
    const input = own.map(([path, { format }]) => `${format}\t${path}\n`).join('');
    const script = join(import.meta.dirname, 'testing/oracle.py');
    const oracle = spawnSync('python3', [script, ...ALL_PASSWORDS], {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (oracle.error !== undefined) return t.skip('python3 is not installed');
    for (const line of oracle.stdout.trim().split('\n')) {
      const [path, failure, members] = JSON.parse(line) as [
        string,
        string | null,
        [string, number, string][],
      ];
      const reading = readings.get(path);
      if (reading === undefined || MEANT.has(path.split('/').at(-1) ?? '')) continue;
      compareWithPython(relative(CORPUS, path), reading, failure, members);
    }
  });

  test('sizes and checksums agree with what 7z lists', (t) => {
    if (spawnSync('7z', ['i']).error !== undefined) return t.skip('7z is not installed');
    for (const [path, reading] of readings) {
      if (reading.format !== '7z' && reading.format !== 'rar') continue;
      const args = ['l', '-slt', '-sccUTF-8', `-p${passwordFor(path)}`, path];
      const listing = spawnSync('7z', args, { encoding: 'utf8' });
      // A later volume is read by way of the first one here, and by itself there.
      if (listing.status === 0 && !reading.later)
        compareWithListing(relative(CORPUS, path), reading, listing.stdout);
    }
  });
});

/** Whatever Python reads, is read here with the same bytes; Python may fail where this does not. */
function compareWithPython(
  path: string,
  reading: Reading,
  failure: string | null,
  members: [string, number, string][],
): void {
  if (failure === null) assert.equal(reading.entries.length, members.length, path);
  for (const [index, [name, , content]] of members.entries()) {
    const entry = reading.entries[index];
    assert.ok(entry, path);
    if (content.startsWith('error')) continue;
    if (content === 'large')
      assert.ok(entry.failure === 'bomb' || entry.type === 'stream', `${path} ${name}`);
    else if (content === 'special' || entry.type === 'skipped')
      assert.equal(entry.type, 'skipped', `${path} ${name}`);
    else assert.equal(entry.sha256, content, `${path} ${name}`);
  }
}

function compareWithListing(path: string, reading: Reading, listing: string): void {
  const items = listing
    .slice(listing.indexOf('----------'))
    .split('\n\n')
    .map((block) => new Map(block.split('\n').map((line) => line.split(' = ', 2) as [string, string])))
    .filter(
      (item) =>
        item.has('Path') && item.get('Folder') !== '+' && !/^[A-Z]*D/.test(item.get('Attributes') ?? ''),
    );
  if (/ d[-r][-w]/.test(listing)) return;
  assert.equal(reading.entries.length, items.length, path);
  for (const [index, item] of items.entries()) {
    const entry = reading.entries[index];
    if (entry?.type !== 'bytes' || item.get('Copy Link')) continue;
    assert.equal(entry.size, Number(item.get('Size')), `${path} ${entry.name}`);
    const crc = item.get('CRC');
    if (crc && item.get('Encrypted') !== '+')
      assert.equal(entry.crc, Number.parseInt(crc, 16), `${path} ${entry.name}`);
  }
}
