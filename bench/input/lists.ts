import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { openArchive } from '../../src/parse/archive/archive.ts';
import { openFile } from '../../src/source/file.ts';
import { Correspondence } from './correspondence.ts';
import { maildirWriter, mboxWriter } from './mailbox-writer.ts';

/** The same messages in two forms, so that programs that read only one of them can be compared. */
export interface Lists {
  readonly mbox: string;
  readonly maildir: string;
  readonly keys: string;
  readonly messages: number;
  readonly bytes: number;
  /** Real mailing lists, or made up where those are not at hand. */
  readonly real: boolean;
}

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const REAL = join(CORPUS, 'bulk/lists.mbox.xz');
/** Keys of some of the domains that signed mail to those lists. */
const REAL_KEYS = join(CORPUS, 'mail-real/dkim-keys.json');
/** Of the made-up stand-in: as many as the real ones, of about their mean size. */
const STAND_IN_BYTES = 11_000;
const LIST_MESSAGES = 12_548;

const AFTER_BLANK = Buffer.from('\n\nFrom ');

/** Makes, or finds made, the mail of many lists below `data`. With `standIn`, made-up mail of that many messages. */
export async function makeLists(data: string, seed: number, standIn: number | null): Promise<Lists> {
  const real = standIn === null && existsSync(REAL);
  const count = standIn ?? LIST_MESSAGES;
  const root = join(data, real ? 'lists-real' : `lists-made-${count}-${seed}`);
  const record = join(root, 'made.json');
  if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as Lists;
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const [mbox, maildir] = [join(root, 'lists.mbox'), join(root, 'maildir')];
  let [messages, keys] = [count, REAL_KEYS];
  if (real) {
    await unpack(REAL, mbox);
    messages = splitToMaildir(readFileSync(mbox), maildir);
  } else keys = writeStandIn(root, mbox, maildir, count, seed);
  const lists: Lists = { mbox, maildir, keys, messages, bytes: statSync(mbox).size, real };
  writeFileSync(record, JSON.stringify(lists));
  return lists;
}

/** By Tamis's own reader, so that no xz need be installed. */
async function unpack(path: string, to: string): Promise<void> {
  const reader = await openArchive('xz', openFile(path), { passwords: [], limits: DEFAULT_LIMITS });
  const file = openSync(to, 'w');
  for await (const { outcome } of reader.entries(0)) {
    if (outcome.type === 'bytes') writeSync(file, outcome.bytes);
    else if (outcome.type === 'stream') for await (const chunk of outcome.chunks) writeSync(file, chunk);
    else throw new Error(`cannot unpack the lists: ${outcome.type}`);
  }
  closeSync(file);
  reader.close();
}

function splitToMaildir(mbox: Buffer, maildir: string): number {
  const writer = maildirWriter(maildir);
  let count = 0;
  for (let start = 0; start < mbox.length; count++) {
    const next = mbox.indexOf(AFTER_BLANK, start);
    const end = next < 0 ? mbox.length : next + 1;
    const message = mbox.toString('latin1', mbox.indexOf('\n', start) + 1, end);
    const plain = message.replace(/^>(>*From )/gm, '$1');
    writer.add(Buffer.from(plain, 'latin1'), '', new Date(count * 1000));
    start = next < 0 ? mbox.length : next + 2;
  }
  return count;
}

function writeStandIn(root: string, mbox: string, maildir: string, count: number, seed: number): string {
  const mail = new Correspondence(`${seed} lists`);
  const writers = [mboxWriter(mbox, '\n'), maildirWriter(maildir)];
  for (let i = 0; i < count; i++) {
    const { bytes, from, date } = mail.next(STAND_IN_BYTES);
    for (const writer of writers) writer.add(bytes, from, date);
  }
  for (const writer of writers) writer.close();
  const keys = join(root, 'keys.jsonl');
  writeFileSync(keys, mail.keyFile());
  return keys;
}
