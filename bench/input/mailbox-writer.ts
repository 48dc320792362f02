import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { type TestMember, writeZip } from '../../src/parse/archive/testing/zip-writer.ts';

/** Where messages go, one after the other. `message` has CRLF lines. */
export interface MailboxWriter {
  /** Gives the bytes it takes in the mailbox. */
  add(message: Buffer, from: string, date: Date): number;
  close(): void;
}

/** Bytes held back before they are written or packed: the bound on a writer's memory. */
const HELD_BYTES = 48 * 2 ** 20;
const FROM = Buffer.from('\nFrom ');

/** One mbox file with the given line ends; "From " in bodies is escaped as mboxrd does. */
export function mboxWriter(path: string, lineEnd: '\n' | '\r\n'): MailboxWriter {
  const file = openSync(path, 'w');
  return {
    add(message, from, date) {
      const address = from.slice(from.lastIndexOf('<') + 1, -1);
      const stamp = date.toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+).*/, '$1 $3 $2 $5 $4');
      writeAll(file, Buffer.from(`From ${address} ${stamp}${lineEnd}`));
      const bytes = lineEnd === '\n' ? withoutReturns(message) : message;
      writeAll(file, bytes.includes(FROM) ? escaped(bytes) : bytes);
      writeAll(file, Buffer.from(lineEnd));
      return bytes.length;
    },
    close: () => closeSync(file),
  };
}

/** A Maildir: a file per message in `cur`. */
export function maildirWriter(path: string): MailboxWriter {
  for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(path, folder), { recursive: true });
  let count = 0;
  return {
    add(message, _from, date) {
      const name = `${Math.floor(date.getTime() / 1000)}.${String(count++).padStart(6, '0')}.bench:2,S`;
      const bytes = withoutReturns(message);
      writeFileSync(join(path, 'cur', name), bytes);
      return bytes.length;
    },
    close() {},
  };
}

/** Zips of some hundred .eml files each, numbered, as a web mail's export comes. */
export function zipWriter(folder: string): MailboxWriter {
  mkdirSync(folder, { recursive: true });
  let members: TestMember[] = [];
  let held = 0;
  let [messages, files] = [0, 0];
  const flush = () => {
    if (members.length === 0) return;
    writeFileSync(join(folder, `mail-${String(++files).padStart(3, '0')}.zip`), writeZip(members));
    [members, held] = [[], 0];
  };
  return {
    add(content) {
      const packed = deflateRawSync(content, { level: 1 });
      members.push({ name: `mail/${messages++}.eml`, content, packed, crc: crc32(content) });
      held += packed.length + content.length;
      if (held > HELD_BYTES) flush();
      return packed.length;
    },
    close: flush,
  };
}

/** writeSync may write less than it was given. */
function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function withoutReturns(message: Buffer): Buffer {
  return Buffer.from(message.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

function escaped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/^(>*From )/gm, '>$1'), 'latin1');
}
