/**
 * Parses every message of an mbox file: `node bench/programs/parse-mbox.ts PARSER FILE.mbox` prints figures as
 * JSON. A process of its own for each parser, so that the peak of memory is its own too.
 */
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { canonicalHash } from '../../src/parse/mime/canonical.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { summarize } from '../../src/parse/mime/summary.ts';

export const PARSERS = ['tamis', 'tamis-canonical', 'postal-mime'] as const;
export type Parser = (typeof PARSERS)[number];

export interface MimeFigures {
  readonly messages: number;
  readonly bytes: number;
  /** Of a cold run, without reading and splitting the file: wall-clock, and processor time of all threads. */
  readonly wall: number;
  readonly processor: number;
}

async function measure(parser: Parser, path: string): Promise<MimeFigures> {
  const messages = splitMbox(readFileSync(path));
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const message of messages) await READ[parser](message);
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const bytes = messages.reduce((sum, message) => sum + message.length, 0);
  return { messages: messages.length, bytes, wall, processor: (user + system) / 1e6 };
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

if (import.meta.main) {
  const [name, path] = process.argv.slice(2);
  const parser = PARSERS.find((known) => known === name);
  if (parser === undefined || path === undefined) throw new Error(`${PARSERS.join('|')} FILE.mbox`);
  process.stdout.write(`${JSON.stringify(await measure(parser, path))}\n`);
}
