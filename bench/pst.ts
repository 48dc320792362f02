import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { UNICODE } from '../src/parse/pst/layout.ts';
import { openPst } from '../src/parse/pst/pst.ts';
import { openFile } from '../src/source/file.ts';
import { PstWriter } from '../test/outlook/pst-writer.ts';
import {
  file,
  INBOX,
  mail,
  messageNode,
  recipient,
  type SampleMessage,
  storeNodes,
} from '../test/outlook/sample-store.ts';

/** Reads two generated stores, and readpst reads them in the same run: node bench/pst.ts [megabytes] */

export interface PstFigures {
  readonly store: string;
  readonly bytes: number;
  readonly messages: number;
  readonly tamis: RunFigures;
  /** Null where readpst or time(1) is not installed. */
  readonly readpst: RunFigures | null;
}

export interface RunFigures {
  readonly seconds: number;
  /** Peak resident memory of the whole process, in MiB. */
  readonly peak: number;
}

const MESSAGE_BYTES = 1500;

/** Makes the stores of about `megabytes` each in a folder of its own, measures, and removes them. */
export function measurePst(megabytes: number): PstFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'tamis-bench-'));
  try {
    const large = Math.max(1, Math.round(megabytes / 10));
    const small = Math.min(200_000, megabytes * 200);
    return [
      measure(folder, `${large} messages with 10 MB attached`, large, 10 * 2 ** 20),
      measure(folder, `${small} messages of ${MESSAGE_BYTES} characters`, small, 0),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, store: string, messages: number, attached: number): PstFigures {
  const path = join(folder, 'bench.pst');
  writeStore(path, messages, attached);
  const tamis = run(process.execPath, [import.meta.filename, '--read', path], folder);
  if (tamis === null) throw new Error('the reader failed on the store of the benchmark');
  const out = mkdtempSync(join(folder, 'readpst-'));
  const readpst = run('readpst', ['-q', '-D', '-j', '0', '-e', '-o', out, path], folder);
  const figures = { store, bytes: statSync(path).size, messages, tamis, readpst };
  rmSync(path);
  rmSync(out, { recursive: true, force: true });
  return figures;
}

/** A store of equal messages, written node by node: it never is in memory. */
function writeStore(path: string, messages: number, attached: number): void {
  const out = openSync(path, 'w');
  const layout = UNICODE;
  const content = Uint8Array.from({ length: attached }, (_, index) => (index * 2654435761) >>> 13);
  const sample = (index: number): SampleMessage => ({
    node: 0x200024 + index * 32,
    folder: INBOX,
    values: mail(`message ${index}`, `number ${index} `.padEnd(MESSAGE_BYTES, 'The quick brown fox. ')),
    recipients: [recipient(1, 'Bob', 'bob@example.net'), recipient(2, 'Cy', 'cy@example.net')],
    attachments: attached > 0 ? [file('large.bin', content)] : [],
  });
  let offset = 0x4600;
  const writer = new PstWriter({ layout, cipher: 'permute', nodes: [] }, (bytes) => {
    offset += writeSync(out, bytes, 0, bytes.length, offset);
  });
  const listed = Array.from({ length: messages }, (_, index) => ({
    node: 0x200024 + index * 32,
    folder: INBOX,
  }));
  for (const node of storeNodes(layout, listed)) writer.add(node);
  for (let index = 0; index < messages; index++) writer.add(messageNode(layout, sample(index)));
  const header = writer.finish();
  writeSync(out, header, 0, header.length, 0);
  closeSync(out);
}

/** Runs a program under time(1), which knows its peak memory. */
function run(program: string, args: readonly string[], folder: string): RunFigures | null {
  const report = join(folder, 'time.txt');
  const { status } = spawnSync('time', ['-f', '%e %M', '-o', report, program, ...args], { stdio: 'ignore' });
  if (status !== 0) return null;
  const [seconds, kilobytes] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { seconds: seconds ?? 0, peak: Math.round((kilobytes ?? 0) / 1024) };
}

async function readStore(path: string): Promise<void> {
  const reader = openPst(openFile(path), { passwords: [], limits: DEFAULT_LIMITS });
  for await (const { outcome } of reader.entries(0)) {
    if (outcome.type !== 'rebuilt') throw new Error('an item of the benchmark was not read whole');
  }
  reader.close();
}

function line({ store, bytes, messages, tamis, readpst }: PstFigures): string {
  const speed = `${Math.round(bytes / 2 ** 20 / tamis.seconds)} MiB/s, ${Math.round(messages / tamis.seconds)} messages/s, peak ${tamis.peak} MiB`;
  const other =
    readpst === null
      ? 'readpst not measured'
      : `readpst ${(readpst.seconds / tamis.seconds).toFixed(1)} times as long, peak ${readpst.peak} MiB`;
  return `${store} (${Math.round(bytes / 2 ** 20)} MiB): ${tamis.seconds} s, ${speed}; ${other}`;
}

if (import.meta.main) {
  const [first, second] = process.argv.slice(2);
  if (first === '--read' && second !== undefined) await readStore(second);
  else for (const figures of measurePst(Number(first ?? 300))) process.stdout.write(`${line(figures)}\n`);
}
