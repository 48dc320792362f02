/**
 * Verifies signed messages of 5 KB made for it: `node bench/programs/verify-dkim.ts tamis|mailauth BITS COUNT`
 * prints rates as JSON. One thread; the making of keys and messages is outside the times.
 */
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { SignedMessage } from '../../src/examine/dkim/message.ts';
import { verifySignatures } from '../../src/examine/dkim/verify.ts';
import { KeyRing } from '../../src/examine/keys/key-ring.ts';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { domainKey, makeTestKey, signMessage, type TestKey } from '../../test/mail/sign.ts';

const BODY_BYTES = 5_000;
const LARGE_BYTES = 5_000_000;
/** Repeats of what is too short to time once. */
const ROUNDS = 6;

export interface Rate {
  readonly what: string;
  /** Of each message, without its header. */
  readonly bytes: number;
  /** Messages a second by the wall clock, and a second of processor time of all threads. */
  readonly wall: number;
  readonly processor: number;
}

async function measureTamis(messages: readonly Buffer[], key: TestKey): Promise<Rate[]> {
  const ring = new KeyRing();
  ring.add(domainKey(key));
  const run = (list: readonly SignedMessage[]) => {
    for (const message of list) verifySignatures(message, ring, { now: Date.now(), undo: true });
  };
  const split = messages.map(toSigned);
  const edited = messages.map((bytes) => toSigned(replaced(bytes, 'word', 'Word')));
  const footed = messages.map((bytes) => toSigned(Buffer.concat([bytes, Buffer.from('____\r\nA list\r\n')])));
  const large = toSigned(makeMessage(0, LARGE_BYTES, key));
  run(messages.map(toSigned));
  return [
    await rate('parse and verify', ROUNDS * messages.length, () => repeat(() => run(messages.map(toSigned)))),
    await rate('verify, parsed before', ROUNDS * messages.length, () => repeat(() => run(split))),
    await rate('a changed word: the search for benign changes in vain', messages.length, () => run(edited)),
    await rate('a list footer, found and undone', messages.length, () => run(footed)),
    await rate('verify, parsed before', ROUNDS, () => repeat(() => run([large])), LARGE_BYTES),
  ];
}

async function measureMailauth(messages: readonly Buffer[], key: TestKey): Promise<Rate[]> {
  const resolver = async () => [[key.record]];
  const run = async () => {
    for (const message of messages) await dkimVerify(message, { resolver });
  };
  await run();
  return [await rate('parse and verify', messages.length, run)];
}

function repeat(run: () => void): void {
  for (let i = 0; i < ROUNDS; i++) run();
}

async function rate(
  what: string,
  messages: number,
  run: () => void | Promise<void>,
  bytes = BODY_BYTES,
): Promise<Rate> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { what, bytes, wall: messages / wall, processor: (messages * 1e6) / (user + system) };
}

function makeMessage(number: number, size: number, key: TestKey): Buffer {
  const line = `Line of message ${number} with a word or two, as long as lines in mail are.\r\n`;
  const header = [
    'From: Alice <alice@example.org>',
    'To: Bob <bob@example.net>',
    `Subject: Message ${number}`,
    'Date: Mon, 1 May 2017 10:00:00 +0200',
    `Message-ID: <${number}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ];
  const body = line.repeat(Math.ceil(size / line.length));
  return Buffer.from(signMessage(`${header.join('\r\n')}\r\n\r\n${body}`, key), 'latin1');
}

function toSigned(bytes: Buffer): SignedMessage {
  const { root } = parseMessage(bytes, DEFAULT_LIMITS);
  return { bytes, headers: root.headers, bodyStart: root.bodyRange.start };
}

function replaced(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
}

if (import.meta.main) {
  const [verifier, bits, count] = process.argv.slice(2);
  const key = makeTestKey('example.org', 'bench', Number(bits ?? 2048));
  const messages = Array.from({ length: Number(count ?? 500) }, (_, i) => makeMessage(i, BODY_BYTES, key));
  const measure = verifier === 'mailauth' ? measureMailauth : measureTamis;
  process.stdout.write(`${JSON.stringify(await measure(messages, key))}\n`);
}
