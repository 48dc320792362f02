/**
 * Parsing and reading every message of an mbox file: Tamis against postal-mime, each in a process of its
 * own so that the peak of memory is its own too. `node bench/mime.ts FILE.mbox`
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { canonicalHash } from '../src/parse/mime/canonical.ts';
import { parseMessage } from '../src/parse/mime/message.ts';
import { summarize } from '../src/parse/mime/summary.ts';

export const PARSERS = ['tamis', 'tamis-canonical', 'postal-mime'] as const;
export type Parser = (typeof PARSERS)[number];

export interface MimeFigures {
  readonly parser: Parser;
  readonly messages: number;
  readonly bytes: number;
  /** Wall-clock seconds of a cold run, without reading and splitting the file. */
  readonly seconds: number;
  /** Processor seconds, all threads of the runtime together. */
  readonly cpuSeconds: number;
  /** Peak resident megabytes, and how many of them were there before the first message was parsed. */
  readonly peakMb: number;
  readonly baseMb: number;
}

/** Runs every parser over the mbox file at `path`, one after the other. */
export function measureMime(path: string): MimeFigures[] {
  return PARSERS.map((parser) => {
    const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--only', parser, path], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`bench/mime.ts ${parser}: ${run.stderr.slice(-2000)}`);
    return JSON.parse(run.stdout) as MimeFigures;
  });
}

async function measure(parser: Parser, path: string): Promise<MimeFigures> {
  const messages = splitMbox(readFileSync(path));
  const baseMb = process.memoryUsage().rss / 1e6;
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const message of messages) await READ[parser](message);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const bytes = messages.reduce((sum, message) => sum + message.length, 0);
  const peakMb = process.resourceUsage().maxRSS / 1000;
  return {
    parser,
    messages: messages.length,
    bytes,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb,
    baseMb,
  };
}

const READ: Readonly<Record<Parser, (message: Buffer) => unknown>> = {
  tamis: (message) => summarize(parseMessage(message, DEFAULT_LIMITS), DEFAULT_LIMITS),
  'tamis-canonical': (bytes) => {
    const message = parseMessage(bytes, DEFAULT_LIMITS);
    return canonicalHash(message, summarize(message, DEFAULT_LIMITS));
  },
  'postal-mime': (message) => PostalMime.parse(message),
};

function splitMbox(mbox: Buffer): Buffer[] {
  const messages: Buffer[] = [];
  for (let start = 0; start < mbox.length; ) {
    const next = mbox.indexOf('\n\nFrom ', start);
    const end = next < 0 ? mbox.length : next + 1;
    messages.push(mbox.subarray(mbox.indexOf('\n', start) + 1, end));
    start = next < 0 ? mbox.length : next + 2;
  }
  return messages;
}

function print(figures: readonly MimeFigures[]): void {
  const tamis = figures[0]?.cpuSeconds ?? 1;
  for (const one of figures) {
    const rate = (one.bytes / 1e6 / one.seconds).toFixed(0);
    console.log(
      `${one.parser.padEnd(16)} ${one.seconds.toFixed(2)} s, processor ${one.cpuSeconds.toFixed(2)} s ` +
        `(x${(one.cpuSeconds / tamis).toFixed(1)}), ${rate} MB/s, peak ${one.peakMb.toFixed(0)} MB ` +
        `(${one.baseMb.toFixed(0)} before)`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, parser, path] = process.argv.slice(2);
  const only = first === '--only' ? PARSERS.find((name) => name === parser) : undefined;
  if (only !== undefined && path !== undefined) console.log(JSON.stringify(await measure(only, path)));
  else if (first !== undefined) print(measureMime(first));
  else console.error('usage: node bench/mime.ts FILE.mbox');
}
