import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { parseMessage } from '../../src/parse/mime/message.ts';
import { summarize } from '../../src/parse/mime/summary.ts';

/** Lines of one text, and how many further on the next one begins: neighbours share half of their lines. */
const WINDOW = 12;
const STEP = 6;
const MOST_BYTES = 2 ** 30;

/**
 * Texts of real mail, each different: whole messages of the mailing lists and of the collections in the corpus, then
 * windows of lines out of them, which overlap. What is quoted is left out: it would not be compared.
 */
export function* realTexts(corpus: string): Generator<string> {
  const bodies: string[][] = [];
  for (const message of messages(corpus)) {
    const { text } = summarize(parseMessage(message, DEFAULT_LIMITS), DEFAULT_LIMITS);
    const own = text.split('\n').filter((line) => !line.startsWith('>'));
    yield own.join('\n');
    bodies.push(own.filter((line) => line.trim() !== ''));
  }
  for (const lines of bodies)
    for (let at = 0; at + WINDOW <= lines.length; at += STEP) yield lines.slice(at, at + WINDOW).join('\n');
}

function* messages(corpus: string): Generator<Buffer> {
  const unpack = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { maxBuffer: MOST_BYTES });
  yield* parted(unpack('xz', '-dc', join(corpus, 'bulk/lists.mbox.xz')), '\nFrom ');
  const folder = join(corpus, 'mail-real/messages');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.tar.gz')))
    yield* members(unpack('gzip', '-dc', join(folder, name)));
}

function* parted(box: Buffer, mark: string): Generator<Buffer> {
  for (let at = 0; at >= 0 && at < box.length; ) {
    const next = box.indexOf(mark, at + 1);
    yield box.subarray(box.indexOf(0x0a, at + 1) + 1, next < 0 ? box.length : next);
    at = next;
  }
}

/** Files of a tar: name, size in octal at byte 124, blocks of 512. */
function* members(tar: Buffer): Generator<Buffer> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    if (tar[at + 156] === 0x30) yield tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
