/**
 * What a message costs in a worker, stage by stage: processor seconds of one thread over all messages of an mbox file, without
 * reading it (docs/decisions/0360). The first round is cold, the others are warm. Stages that stand apart are parts of others.
 *
 *   node scripts/measure-stages.ts MBOX [--keys FILE] [--rounds N] [--at-once N]
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clockGapOf } from '../src/examine/clocks/index.ts';
import { verifySignatures } from '../src/examine/dkim/verify.ts';
import { messageHabits } from '../src/examine/habits/message-habits.ts';
import { parseKeyFile } from '../src/examine/keys/key-file.ts';
import { KeyRing } from '../src/examine/keys/key-ring.ts';
import { messageTraces } from '../src/examine/traces/message-traces.ts';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { decodePart } from '../src/parse/mime/body.ts';
import { canonicalHash } from '../src/parse/mime/canonical.ts';
import { leafParts, parseMessage } from '../src/parse/mime/message.ts';
import { summarize } from '../src/parse/mime/summary.ts';
import { hashWords } from '../src/parse/text/word-hashes.ts';
import { messageContent } from '../src/pipeline/items/content.ts';
import { signaturesOf } from '../src/pipeline/items/message-facts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keys: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    // As many as a sift gives to a stage (docs/decisions/0395).
    'at-once': { type: 'string', default: '16' },
  },
});
const [input] = positionals;
if (input === undefined) throw new Error('an mbox file is needed');
const atOnce = Number(values['at-once']);
const messages = messagesOf(readFileSync(input));
const ring = new KeyRing();
if (values.keys !== undefined)
  for (const key of parseKeyFile(readFileSync(values.keys, 'utf8'), values.keys).keys) ring.add(key);
for (let round = 0; round < Number(values.rounds); round++) print(round, measured());

interface Spent {
  readonly stages: Map<string, number>;
  readonly parts: Map<string, number>;
}

function measured(): Spent {
  const spent: Spent = { stages: new Map(), parts: new Map() };
  const stage = timer(spent.stages);
  const part = timer(spent.parts);
  const now = Date.now();
  for (let at = 0; at < messages.length; at += atOnce) {
    const some = messages.slice(at, at + atOnce);
    stage('hash', some, (bytes) => hash('sha256', bytes));
    const parsed = stage('parse', some, (bytes) => parseMessage(bytes, DEFAULT_LIMITS));
    stage('decode', parsed, (one) => leafParts(one.root).forEach((leaf) => void decodePart(one, leaf)));
    const read = stage('summary', parsed, (message) => ({
      message,
      summary: summarize(message, DEFAULT_LIMITS),
    }));
    stage('content', read, ({ message, summary }) => messageContent(message, summary));
    part('words', read, ({ summary }) => hashWords(summary.text, true).count);
    stage('signatures', parsed, (one) => signaturesOf({ ring, now }, one, false));
    part('signatures without undoing', parsed, ({ bytes, root }) =>
      verifySignatures({ bytes, headers: root.headers, bodyStart: root.bodyRange.start }, ring, {
        now,
        undo: false,
      }),
    );
    stage('canonical', read, ({ message, summary }) => canonicalHash(message, summary));
    stage('clocks', parsed, clockGapOf);
    stage('habits', read, ({ message, summary }) => messageHabits(message, summary, false));
    stage('traces', parsed, messageTraces);
  }
  return spent;
}

type Timer = <In, Out>(name: string, list: readonly In[], run: (each: In) => Out) => Out[];

function timer(sums: Map<string, number>): Timer {
  return (name, list, run) => {
    const before = process.threadCpuUsage();
    const out = list.map((each) => run(each));
    const { user, system } = process.threadCpuUsage(before);
    sums.set(name, (sums.get(name) ?? 0) + (user + system) / 1e6);
    return out;
  };
}

function print(round: number, { stages, parts }: Spent): void {
  const total = [...stages.values()].reduce((sum, seconds) => sum + seconds, 0);
  console.log(`round ${round}: ${total.toFixed(2)} s, ${messages.length} messages`);
  for (const [name, seconds] of stages) console.log(`  ${seconds.toFixed(2)}  ${name}`);
  for (const [name, seconds] of parts) console.log(`    ${seconds.toFixed(2)}  ${name}`);
}

/** Cut at the lines that begin with `From ` behind an empty one; good enough for files that quote them. */
function messagesOf(mbox: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let start = 0; start < mbox.length; ) {
    const next = mbox.indexOf('\n\nFrom ', start);
    const end = next < 0 ? mbox.length : next + 1;
    found.push(mbox.subarray(mbox.indexOf('\n', start) + 1, end));
    start = end + 1;
  }
  return found;
}
