import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createCase, prepareItem } from '../../src/case/index.ts';
import { type Address, type ItemRecord, type Judgement, VERDICTS } from '../../src/model/index.ts';
import { Prose } from './prose.ts';
import { Random } from './random.ts';

/** People of an invented leak, and its mailboxes. */
const PEOPLE = 3_000;
const MAILBOXES = 40;
const BEGIN = Date.UTC(2015, 0, 1);
const SPAN_MS = 850 * 86_400_000;
const ROWS = 2_000;
const CODES = [
  'dkim-aligned',
  'no-signature',
  'copies-agree',
  'reference-absent',
  'header-changed',
  'expired-signature',
];

/**
 * A case of so many items, one in six of them a document, made without sifting: what is measured over it is the
 * workbench. Messages have their bytes in a file beside it, so that they can be opened. Returns the case's folder.
 */
export function largeCase(data: string, items: number, seed: string): string {
  const directory = join(data, `server-${items}.tamis`);
  if (existsSync(directory)) return directory;
  const making = `${directory}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const maker = new CaseMaker(seed, join(directory, 'messages.bin'));
  const file = openSync(join(making, 'messages.bin'), 'w');
  const store = createCase(making, { now: () => new Date(0) });
  let offset = 0;
  for (let first = 0; first < items; first += ROWS) {
    const records = Array.from({ length: Math.min(ROWS, items - first) }, (_, at) => {
      const { record, bytes } = maker.next(first + at, offset);
      offset += writeSync(file, bytes);
      return record;
    });
    store.addItems(records.map((record) => prepareItem('leak', record)));
  }
  const judged: [number, Judgement][] = [];
  const threads: [number, string][] = [];
  for (let after = 0; ; ) {
    const page = store.table(after, ROWS);
    for (const { row, id } of page) {
      judged.push([row, maker.judgement()]);
      threads.push([row, id]);
    }
    after = page.at(-1)?.row ?? 0;
    if (page.length < ROWS) break;
  }
  store.transaction(() => {
    store.setJudgements(judged);
    store.setThreads(threads);
  });
  store.close();
  closeSync(file);
  renameSync(making, directory);
  return directory;
}

class CaseMaker {
  readonly #random: Random;
  readonly #prose: Prose;
  readonly #people: readonly Address[];
  readonly #path: string;

  constructor(seed: string, path: string) {
    this.#random = new Random(seed);
    this.#prose = new Prose(seed);
    this.#path = path;
    this.#people = Array.from({ length: PEOPLE }, (_, at) => ({
      name: this.#prose.words('fr', 2, this.#random).join(' '),
      address: `person${at}@${['campagne', 'parti', 'presse'][at % 3]}.example`,
    }));
  }

  next(number: number, offset: number): { readonly record: ItemRecord; readonly bytes: Buffer } {
    const random = this.#random;
    const language = random.chance(0.7) ? 'fr' : 'en';
    const text = this.#prose.paragraphs(language, random.logNormal(1_500, 0.9), random).join('\n');
    const parent = `leak/box${random.int(MAILBOXES)}.mbox`;
    const path = `${parent}/#${number}`;
    const isMessage = !random.chance(1 / 6);
    const subject = this.#prose.sentence(language, random);
    const from = this.#person();
    const to = Array.from({ length: 1 + random.int(4) }, () => this.#person());
    const date = new Date(BEGIN + random.int(SPAN_MS)).toISOString();
    const list = to.map(({ address }) => address).join(', ');
    const bytes = Buffer.from(
      `From: ${from.address}\r\nTo: ${list}\r\nSubject: ${subject}\r\nDate: ${new Date(date).toUTCString()}\r\nMessage-ID: <${number}@campagne.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`,
    );
    const base: Omit<ItemRecord, 'kind' | 'type' | 'name' | 'message'> = {
      path: isMessage ? path : `${path}/file${number}.pdf`,
      parent,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      locator: { type: 'file', path: this.#path, start: offset, end: offset + bytes.length },
      status: 'ok',
      failure: null,
      children: null,
      ...{ text, attachments: [], defects: [], facts: {}, language },
    };
    if (!isMessage)
      return {
        bytes,
        record: {
          ...base,
          kind: 'document',
          type: 'application/pdf',
          name: `file${number}.pdf`,
          message: null,
        },
      };
    const message = {
      ...{
        messageId: `${number}@campagne.example`,
        inReplyTo: [],
        references: [],
        from: [from],
        to,
        cc: [],
        bcc: [],
      },
      ...{
        subject,
        date,
        signatures: [],
        canonical: `${number}`,
        mih: null,
        rebuilt: false,
        list: null,
        clockGap: null,
      },
    };
    return { bytes, record: { ...base, kind: 'message', type: 'message/rfc822', name: subject, message } };
  }

  judgement(): Judgement {
    const random = this.#random;
    const verdict = VERDICTS[random.rank(VERDICTS.length)] ?? 'unverified';
    const codes = [...new Set([random.pick(CODES), random.pick(CODES)])];
    const reason = (code: string) =>
      ({ code, polarity: 'for', weight: 50, detail: { domain: 'campagne.example' } }) as const;
    return { verdict, reasons: codes.map(reason) };
  }

  #person(): Address {
    return this.#people[this.#random.rank(PEOPLE)] ?? { name: '', address: 'a@b.example' };
  }
}
