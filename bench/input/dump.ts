import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttachmentMaker } from './attachment.ts';
import { Correspondence, type MadeMessage } from './correspondence.ts';
import { maildirWriter, mboxWriter, zipWriter } from './mailbox-writer.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';

/** The dump of 2017 as its publishers counted it; the mean is what a dump of another size keeps. */
export const FULL_MESSAGES = 71_848;
const BYTES_PER_MESSAGE = 9e9 / FULL_MESSAGES;

export interface Dump {
  readonly folder: string;
  /** Key file for the signatures in it, outside the folder. */
  readonly keys: string;
  readonly messages: number;
  /** On the disk. */
  readonly bytes: number;
  /** How long it took to make, in seconds; of the run that made it. */
  readonly seconds: number;
}

/** Share of the messages, and the form, of each mailbox. */
const MAILBOXES = [
  { share: 0.32, open: (root: string) => mboxWriter(join(root, 'director.mbox'), '\n') },
  { share: 0.2, open: (root: string) => mboxWriter(join(root, 'treasurer.mbox'), '\r\n') },
  { share: 0.22, open: (root: string) => maildirWriter(join(root, 'speechwriter')) },
  { share: 0.14, open: (root: string) => maildirWriter(join(root, 'press')) },
  { share: 0.12, open: (root: string) => zipWriter(join(root, 'counsel')) },
] as const;

/** Part of the bytes that lies about as loose documents. */
const LOOSE = 0.04;
const LOOSE_MEAN_BYTES = 300_000;
/** Small messages that other mailboxes hold too: sender and recipient both kept them. */
const COPIES = 0.03;
const COPY_BYTES = 40_000;
const COPY_POOL = 100;

/**
 * Makes, or finds made, the dump of `messages` messages below `data`: mailboxes as mbox, Maildir and zip, loose
 * documents, and keys. Written as it is made; memory is bounded by the remembered threads and attachments.
 */
export function makeDump(data: string, messages: number, seed: number): Dump {
  const root = join(data, `dump-${messages}-${seed}`);
  const record = join(root, 'made.json');
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as Dump;
  rmSync(root, { recursive: true, force: true });
  const folder = join(root, 'dump');
  mkdirSync(folder, { recursive: true });
  const start = performance.now();
  const mail = new Correspondence(String(seed));
  const target = messages * BYTES_PER_MESSAGE;
  const bytes =
    writeMail(folder, mail, messages, target * (1 - LOOSE), seed) + writeLoose(folder, target, seed);
  const keys = join(root, 'keys.jsonl');
  writeFileSync(keys, mail.keyFile());
  const dump: Dump = { folder, keys, messages, bytes, seconds: (performance.now() - start) / 1000 };
  writeFileSync(record, JSON.stringify(dump));
  return dump;
}

function writeMail(
  root: string,
  mail: Correspondence,
  messages: number,
  target: number,
  seed: number,
): number {
  const random = new Random(`${seed} copies`);
  const small: MadeMessage[] = [];
  let [bytes, written] = [0, 0];
  let share = 0;
  for (const mailbox of MAILBOXES) {
    share += mailbox.share;
    const until = mailbox === MAILBOXES.at(-1) ? messages : Math.round(messages * share);
    const writer = mailbox.open(root);
    for (; written < until; written++) {
      const copy = small.length === COPY_POOL && random.chance(COPIES);
      // The mean follows what is left, so that the long tail of sizes does not decide the total.
      const wanted = Math.max(0, target - bytes) / (messages - written);
      const message = copy ? random.pick(small) : mail.next(wanted);
      bytes += writer.add(message.bytes, message.from, message.date);
      if (!copy && message.bytes.length < COPY_BYTES) {
        small[small.length < COPY_POOL ? small.length : random.int(COPY_POOL)] = message;
      }
    }
    writer.close();
  }
  return bytes;
}

function writeLoose(root: string, target: number, seed: number): number {
  const folder = join(root, 'documents');
  mkdirSync(folder);
  const random = new Random(`${seed} loose`);
  const maker = new AttachmentMaker(new Prose(String(seed)), String(seed));
  let bytes = 0;
  for (let count = 0; bytes < target * LOOSE; count++) {
    const document = maker.make(Math.min(8e6, random.logNormal(LOOSE_MEAN_BYTES, 1)), random);
    writeFileSync(join(folder, `${String(count).padStart(5, '0')}-${document.name}`), document.bytes);
    bytes += document.bytes.length;
  }
  return bytes;
}
