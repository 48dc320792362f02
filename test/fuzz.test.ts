/** Real mail, archives and Outlook files, damaged at random from a fixed seed and sifted from end to end. */
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { DEFAULT_LIMITS, type Limits } from '../src/model/index.ts';
import { writeTar } from '../src/parse/archive/testing/tar-writer.ts';
import { writeZip } from '../src/parse/archive/testing/zip-writer.ts';
import { ANSI, UNICODE } from '../src/parse/pst/layout.ts';
import { writeMsg } from './outlook/msg-writer.ts';
import { binary, text } from './outlook/pst-heap.ts';
import { file, INBOX, mail, recipient, writeStore } from './outlook/sample-store.ts';
import { propertyList, writeTnef } from './outlook/tnef-writer.ts';
import { assertNothingLost, CORPUS, NO_CORPUS } from './sift/invariants.ts';
import { readCase, siftQuietly, temporaryFolder } from './sift/sift-case.ts';

const MB = 2 ** 20;

// Small, so that a mutation that leads to endless work or memory meets a limit; the time is that of a busy machine.
const LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  depth: 5,
  ratio: 200,
  ratioFloor: MB,
  itemBytes: 4 * MB,
  containerBytes: 64 * MB,
  children: 2000,
  workerMb: 256,
};

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ROOT = join(import.meta.dirname, '..');

function own(): readonly Seed[] {
  const message = { values: mail('one', 'x'.repeat(3000), [binary(0x1009, Buffer.from('{\\rtf1 x}'))]) };
  const store = [
    { node: 0x200024, folder: INBOX, ...message, recipients: [recipient(1, 'Bob', 'bob@example.net')] },
    { node: 0x200044, folder: INBOX, values: mail('two', 'y'), attachments: [file('a', Buffer.alloc(9000))] },
  ];
  const tnef = writeTnef([
    { level: 1, id: 0x69003, data: propertyList(mail('one', 'body')) },
    { level: 2, id: 0x69002, data: new Uint8Array(14) },
    { level: 2, id: 0x6800f, data: Buffer.from('content') },
    { level: 2, id: 0x69005, data: propertyList([text(0x3707, 'a.txt')]) },
  ]);
  const msg = writeMsg({
    ...message,
    attachments: [file('a.zip', writeZip([{ name: 'in', content: 'in' }]))],
  });
  const letter = 'From: a@x.example\nTo: b@x.example\nSubject: =?utf-8?q?=C3=A9?=\nMIME-Version: 1.0\n';
  const mixed = `${letter}Content-Type: multipart/mixed; boundary="b"\n\n--b\n\nhello\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${Buffer.from(tnef).toString('base64')}\n--b\nContent-Type: message/rfc822\n\n${letter}\ninner\n--b--\n`;
  const mark = 'From a@x.example Mon Jan  1 00:00:00 2018\n';
  const box = `${mark}${letter}\none\n\n${mark}${mixed}\n${mark}${letter}\nthree\n`;
  const zip = writeZip([
    { name: 'box.mbox', content: box },
    { name: 'mail.msg', content: Buffer.from(msg).toString('latin1'), method: 0 },
    { name: '../up', content: 'up' },
  ]);
  const tar = writeTar([
    { name: 'mixed.eml', content: mixed },
    { name: 'l', type: '2', link: 'x' },
  ]);
  return [
    { name: 'mixed.eml', bytes: Buffer.from(mixed) },
    { name: 'box.mbox', bytes: Buffer.from(box) },
    { name: 'box.zip', bytes: zip },
    { name: 'box.tar.gz', bytes: gzipSync(tar) },
    { name: 'box.tar', bytes: tar },
    { name: 'box.tar.zst', bytes: zstdCompressSync(tar) },
    { name: 'unicode.pst', bytes: writeStore(UNICODE, 'none', store) },
    { name: 'ansi.pst', bytes: writeStore(ANSI, 'none', store) },
    { name: 'one.msg', bytes: msg },
    { name: 'winmail.dat', bytes: tnef },
    ...filesIn([
      join(ROOT, 'demo/dump/**/*'),
      join(ROOT, 'src/parse/archive/seven-zip/fixtures/*.{7z,cpio,xz,bz2}'),
    ]).map(seedAt),
  ];
}

function filesIn(patterns: readonly string[]): readonly string[] {
  return globSync([...patterns])
    .sort()
    .filter((path) => statSync(path).isFile());
}

function seedAt(path: string): Seed {
  return { name: basename(path), bytes: readFileSync(path) };
}

/** A generator with a fixed seed: every run makes the same files (Numerical Recipes' LCG). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;

/** One to six changes: bytes, bits, fields of all ones or zeros, blocks copied over others, a piece of another file. */
function damaged(seed: Uint8Array, other: Uint8Array, random: Random): Buffer {
  const bytes = Buffer.from(seed);
  for (let change = random(6); change >= 0 && bytes.length > 0; change--) {
    const at = random(bytes.length);
    const kind = random(5);
    if (kind === 0) bytes[at] = random(256);
    else if (kind === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    else if (kind === 2)
      bytes.fill(random(2) === 0 ? 0xff : 0, at, Math.min(bytes.length, at + 1 + random(8)));
    else if (kind === 3)
      bytes.copy(bytes, at, random(bytes.length), Math.min(bytes.length, at + random(512)));
    else
      Buffer.from(other).copy(bytes, at, random(other.length + 1), Math.min(other.length, at + random(512)));
  }
  const cut = random(6);
  if (cut === 0) return bytes.subarray(0, random(bytes.length));
  return cut === 1 ? bytes.subarray(random(bytes.length)) : bytes;
}

/** Writes `count` damaged files, from the seeds in turn, under the names of their seeds, which steer detection. */
function damagedDump(folder: string, seeds: readonly Seed[], count: number, seed: number): string {
  const random = randomFrom(seed);
  const dump = join(folder, 'dump');
  for (let i = 0; i < count; i++) {
    const from = seeds[i % seeds.length];
    const other = seeds[random(seeds.length)];
    if (from === undefined || other === undefined) continue;
    const place = join(dump, String(i));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, from.name), damaged(from.bytes, other.bytes, random));
  }
  return dump;
}

test('600 damaged messages, archives and Outlook files: nothing breaks, hangs or is lost', {
  timeout: 300_000,
}, async (t) => {
  const folder = temporaryFolder(t);
  const dump = damagedDump(folder, own(), 600, 20170505);
  await siftQuietly(join(folder, 'case.tamis'), { inputs: [dump], limits: LIMITS });
  assertNothingLost(readCase(t, join(folder, 'case.tamis')), dump);
});

// Of every kind some, and each small: a second for a file in 7-Zip is a hundred for a hundred.
const MOST_SEEDS = 250;
const LARGEST_SEED = 100_000;

test('700 damaged files of the corpus: nothing breaks, hangs or is lost', { timeout: 300_000 }, async (t) => {
  if (!existsSync(CORPUS)) return t.skip(NO_CORPUS);
  const folders = ['mail-odd', 'mail-containers', 'archives', 'documents', 'dkim-fixtures', 'docs-metadata'];
  const small = filesIn(folders.map((each) => join(CORPUS, each, 'files/**/*'))).filter(
    (path) => statSync(path).size < LARGEST_SEED,
  );
  const step = Math.max(1, Math.floor(small.length / MOST_SEEDS));
  const seeds = small.filter((_, i) => i % step === 0).map(seedAt);
  const folder = temporaryFolder(t);
  const dump = damagedDump(folder, seeds, 700, 7);
  await siftQuietly(join(folder, 'case.tamis'), { inputs: [dump], limits: LIMITS });
  assertNothingLost(readCase(t, join(folder, 'case.tamis')), dump);
});
