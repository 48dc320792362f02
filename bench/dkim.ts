import { pathToFileURL } from 'node:url';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { SignedMessage } from '../src/examine/dkim/message.ts';
import { verifySignatures } from '../src/examine/dkim/verify.ts';
import { KeyRing } from '../src/examine/keys/key-ring.ts';
import { DEFAULT_LIMITS } from '../src/model/index.ts';
import { parseMessage } from '../src/parse/mime/message.ts';
import { domainKey, makeTestKey, signMessage, type TestKey } from '../test/mail/sign.ts';

/** As measured elsewhere, so that figures can be set side by side. */
const MESSAGES = 500;
const BODY_BYTES = 5_000;
const LARGE_BYTES = 5_000_000;
/** Repeats of our own runs, which are too short to time once. */
const ROUNDS = 6;

export interface DkimFigures {
  readonly bits: number;
  /** Messages of 5 KB a second, one thread. */
  readonly verify: number;
  /** The same with the MIME parser before it, which mailauth has inside. */
  readonly parseAndVerify: number;
  /** A failing body hash in every message: the whole search for benign changes runs and finds nothing. */
  readonly searchInVain: number;
  /** A list footer under every message, found and undone. */
  readonly undoFooter: number;
  readonly mailauth: number;
  readonly ratio: number;
  /** Megabytes a second on one message of 5 MB. */
  readonly largeMb: number;
  readonly peakMb: number;
}

/** Compares the verifier with mailauth over the same messages and key, in this process and on one thread. */
export async function measureDkim(bits: number): Promise<DkimFigures> {
  const key = makeTestKey('example.org', 'bench', bits);
  const ring = new KeyRing();
  ring.add(domainKey(key));
  const messages = Array.from({ length: MESSAGES }, (_, i) => makeMessage(i, BODY_BYTES, key));
  const split = messages.map(toSigned);
  const run = (list: readonly SignedMessage[]) => {
    for (const message of list) verifySignatures(message, ring, { now: Date.now(), undo: true });
  };
  const verify = rate(() => run(split));
  const parseAndVerify = rate(() => run(messages.map(toSigned)));
  const edited = messages.map((bytes) => toSigned(replaced(bytes, 'word', 'Word')));
  const footed = messages.map((bytes) => toSigned(Buffer.concat([bytes, Buffer.from('____\r\nA list\r\n')])));
  const searchInVain = rate(() => run(edited), 1);
  const undoFooter = rate(() => run(footed), 1);
  const resolver = async () => [[key.record]];
  const start = performance.now();
  for (const message of messages) await dkimVerify(message, { resolver });
  const mailauth = (MESSAGES * 1000) / (performance.now() - start);
  const large = toSigned(makeMessage(0, LARGE_BYTES, key));
  const largeStart = performance.now();
  for (let i = 0; i < ROUNDS; i++) run([large]);
  const largeMb = (ROUNDS * LARGE_BYTES) / 1000 / (performance.now() - largeStart);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const ratio = parseAndVerify / mailauth;
  return { bits, verify, parseAndVerify, searchInVain, undoFooter, mailauth, ratio, largeMb, peakMb };
}

function rate(run: () => void, rounds = ROUNDS): number {
  if (rounds > 1) run();
  const start = performance.now();
  for (let i = 0; i < rounds; i++) run();
  return (rounds * MESSAGES * 1000) / (performance.now() - start);
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

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const bits of [1024, 2048]) {
    const figures = await measureDkim(bits);
    const round = (value: number) => (value < 100 ? Math.round(value * 10) / 10 : Math.round(value));
    console.log(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])));
  }
}
