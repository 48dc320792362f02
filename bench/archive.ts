import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { detectArchive, openArchive } from '../src/parse/archive/archive.ts';
import { fileSource } from '../src/parse/archive/testing/corpus.ts';
import { writeTar } from '../src/parse/archive/testing/tar-writer.ts';
import { writeZip } from '../src/parse/archive/testing/zip-writer.ts';

/** Messages in each archive, about 5 KB each: the shape of a leaked mailbox. */
const MEMBERS = 20_000;
const MESSAGE_BYTES = 5_000;

export interface ArchiveFigures {
  readonly input: string;
  readonly entries: number;
  readonly megabytes: number;
  readonly seconds: number;
  /** Peak resident memory of the whole process, in MB. */
  readonly peak: number;
  /** Seconds the installed tools take to test or unpack the same file. */
  readonly peers: Readonly<Record<string, number>>;
}

/** Measures reading every byte of archives made with a fixed seed, each in a process of its own. */
export function measureArchives(): ArchiveFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bench-'));
  try {
    return makeInputs(folder).map(({ path, peers }) => {
      const own = spawnSync(process.execPath, [import.meta.filename, path], { encoding: 'utf8' });
      const figures = JSON.parse(own.stdout) as Omit<ArchiveFigures, 'peers' | 'input'>;
      const times = Object.entries(peers).map(([name, command]) => [name, seconds(command)] as const);
      const found = Object.fromEntries(times.filter(([, time]) => time !== null)) as Record<string, number>;
      return { input: path.slice(folder.length + 1), ...figures, peers: found };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Input {
  readonly path: string;
  readonly peers: Readonly<Record<string, readonly string[]>>;
}

function makeInputs(folder: string): Input[] {
  const members = Array.from({ length: MEMBERS }, (_, index) => ({
    name: `mail/${index}.eml`,
    content: message(index),
  }));
  const at = (name: string): string => join(folder, name);
  const [zip, tar, solid] = [at('mail.zip'), at('mail.tar'), at('mail.7z')];
  writeFileSync(zip, writeZip(members));
  writeFileSync(tar, writeTar(members));
  const inputs: Input[] = [
    {
      path: zip,
      peers: {
        unzip: ['unzip', '-tq', zip],
        python: ['python3', '-m', 'zipfile', '-t', zip],
        '7z': ['7z', 't', zip],
      },
    },
    { path: tar, peers: { tar: ['tar', '-xOf', tar], '7z': ['7z', 't', tar] } },
  ];
  for (const [name, command, peers] of [
    [at('mail.tar.xz'), ['xz', '-k', '-1', tar], { xz: ['xz', '-t', at('mail.tar.xz')] }],
    [at('mail.tar.gz'), ['gzip', '-k', tar], { gzip: ['gzip', '-t', at('mail.tar.gz')] }],
    [at('mail.tar.bz2'), ['bzip2', '-k', '-1', tar], { bzip2: ['bzip2', '-t', at('mail.tar.bz2')] }],
    [solid, ['7z', 'a', '-mx3', solid, tar], { '7z': ['7z', 't', solid] }],
  ] as const) {
    if (seconds(command) !== null) inputs.push({ path: name, peers });
  }
  return inputs;
}

/** Seconds a command takes, or null when it is not installed or fails. */
function seconds(command: readonly string[]): number | null {
  const start = performance.now();
  const result = spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' });
  return result.status === 0 ? (performance.now() - start) / 1000 : null;
}

const WORDS = [
  'campaign',
  'invoice',
  'meeting',
  'the',
  'of',
  'réunion',
  'budget',
  'draft',
  'please',
  'regards',
];

/** Text with about the entropy of mail: words, numbers, and a base64 line now and then. */
function message(index: number): string {
  let state = index + 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const parts = [`Message-ID: <${random()}@example.org>\r\nSubject: ${index}\r\n\r\n`];
  for (let length = 0; length < MESSAGE_BYTES; ) {
    const word =
      (random() >>> 8) % 4 === 0 ? random().toString(36) : (WORDS[(random() >>> 8) % WORDS.length] ?? '');
    parts.push(word, ' ');
    length += word.length + 1;
  }
  return parts.join('');
}

async function measureOne(path: string): Promise<void> {
  const source = fileSource(path);
  const format = detectArchive(source.read(0, 4096), source);
  if (format === null) throw new Error(path);
  const start = performance.now();
  const reader = await openArchive(format, source, { passwords: [], limits: DEFAULT_LIMITS });
  let [entries, bytes] = [0, 0];
  for await (const { outcome } of reader.entries(0)) {
    entries++;
    if (outcome.type === 'bytes') bytes += outcome.bytes.length;
    else if (outcome.type === 'stream') for await (const chunk of outcome.chunks) bytes += chunk.length;
    else throw new Error(`${path}: ${outcome.type}`);
  }
  const figures = {
    entries,
    megabytes: bytes / 1e6,
    seconds: (performance.now() - start) / 1000,
    peak: peakMegabytes(),
  };
  process.stdout.write(JSON.stringify(figures));
}

/** Linux counts the peak of a process from its parent's size on, but keeps a true one in /proc. */
function peakMegabytes(): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'latin1'));
    return Number(line?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const [, script, input] = process.argv;
if (script === import.meta.filename) {
  if (input !== undefined) await measureOne(input);
  else for (const figures of measureArchives()) process.stdout.write(`${JSON.stringify(figures)}\n`);
}
