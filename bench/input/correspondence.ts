import { type Attachment, AttachmentMaker } from './attachment.ts';
import { attachmentPart, htmlPart, textPart } from './mail-part.ts';
import { signatureField } from './mail-signer.ts';
import { type Language, Prose } from './prose.ts';
import { Random } from './random.ts';
import { type SeededKey, seededKey } from './seeded-key.ts';
import { encodedWords } from './transfer-encoding.ts';

/** One message as bytes with CRLF; the body ends in exactly one. */
export interface MadeMessage {
  readonly bytes: Buffer;
  readonly from: string;
  readonly date: Date;
}

interface Draft {
  /** The message it answers; null of what is remembered, so that threads do not stay in memory. */
  readonly parent: Draft | null;
  readonly language: Language;
  readonly from: string;
  readonly id: string;
  readonly subject: string;
  readonly date: Date;
  readonly references: readonly string[];
  readonly lines: readonly string[];
}

/** Mean bytes of a message without attachments, as made here. */
const TEXT_BYTES = 5_000;
/** Attachments a message has in the mean, and how much base64 in lines adds. */
const ATTACHMENTS = 0.45;
const BASE64 = 78 / 57;
/** Spread of attachment sizes (of their logarithm), and the largest: what mail servers accept. */
const SIGMA = 1.3;
const LARGEST = 12 * 2 ** 20;
/** What is remembered for answers and repeats: memory does not grow with the number of messages. */
const REMEMBERED = 300;
const REPEATABLE = 24;
const REPEATABLE_BYTES = 2 * 2 ** 20;
/** References that mail programs keep; without a bound long threads would grow for ever. */
const REFERENCES = 12;
const SPACING_MS = 240_000;
const BEGIN = Date.UTC(2016, 7, 1);

/** Mail among the staff of one invented campaign: threads, two languages, attachments, a part of it signed. */
export class Correspondence {
  readonly #keys: readonly SeededKey[];
  readonly #random: Random;
  readonly #prose: Prose;
  readonly #maker: AttachmentMaker;
  readonly #people: readonly string[];
  readonly #earlier: Draft[] = [];
  readonly #sent: Attachment[] = [];
  #count = 0;

  constructor(seed: string) {
    this.#random = new Random(`${seed} mail`);
    this.#prose = new Prose(seed);
    this.#maker = new AttachmentMaker(this.#prose, seed);
    const keys = new Random(`${seed} keys`);
    this.#keys = [
      seededKey('campaign.example', 'mail2016', 2048, keys),
      seededKey('webmail.example', '20161025', 2048, keys),
      seededKey('party.example', 'default', 1024, keys),
    ];
    this.#people = Array.from({ length: 400 }, (_, i) => {
      const [first = 'a', last = 'b'] = this.#prose.words('fr', 2, this.#random);
      const domain = this.#keys[i % 4]?.domain ?? 'elsewhere.example';
      return `${encodedWords(`${first} ${last}`)} <person${i}@${domain}>`;
    });
  }

  /** The signers' keys as JSON Lines (docs/key-files.md). */
  keyFile(): string {
    const lines = this.#keys.map(({ domain, selector, record }) =>
      JSON.stringify({ domain, selector, record, source: 'benchmark', trust: 'archive' }),
    );
    return `${lines.join('\n')}\n`;
  }

  /** The next message, whose size is `meanBytes` on average over many. */
  next(meanBytes: number): MadeMessage {
    const draft = this.#draft();
    const { from, date, lines, parent } = draft;
    const quoted = parent?.lines.map((line) => (line === '' ? '>' : `> ${line}`)) ?? [];
    const { type, body } = this.#body([...lines, ...quoted], meanBytes);
    const fields = [...this.#fields(draft), 'MIME-Version: 1.0', ...type];
    const received = `Received: from mx.${domainOf(from)} by mail.campaign.example; ${date.toUTCString()}`;
    const header = [received, ...this.#signature(from, fields, body), ...fields].join('\r\n');
    remember(this.#earlier, { ...draft, parent: null }, REMEMBERED, this.#random);
    return { bytes: Buffer.concat([Buffer.from(`${header}\r\n\r\n`), body]), from, date };
  }

  /** What somebody writes to begin a thread or, more often, to answer in one. */
  #draft(): Draft {
    const random = this.#random;
    const parent = this.#earlier.length > 0 && random.chance(0.6) ? random.pick(this.#earlier) : null;
    const language = parent?.language ?? (random.chance(0.7) ? 'fr' : 'en');
    const from = random.pick(this.#people);
    return {
      parent,
      language,
      from,
      id: `<${this.#count}.${random.int(2 ** 31)}@${domainOf(from)}>`,
      subject: parent?.subject ?? this.#prose.sentence(language, random),
      date: new Date(BEGIN + this.#count++ * SPACING_MS + random.int(SPACING_MS)),
      references: parent === null ? [] : [...parent.references, parent.id].slice(-REFERENCES),
      lines: this.#prose.paragraphs(language, random.logNormal(1_800, 0.9), random),
    };
  }

  #fields({ from, subject, date, id, parent, references }: Draft): string[] {
    const random = this.#random;
    const to = Array.from({ length: 1 + random.int(3) }, () => random.pick(this.#people));
    return [
      `From: ${from}`,
      `To: ${to.join(', ')}`,
      `Subject: ${encodedWords(parent === null ? subject : `Re: ${subject}`)}`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: ${id}`,
      ...(parent === null ? [] : [`In-Reply-To: ${parent.id}`, `References: ${references.join(' ')}`]),
    ];
  }

  #signature(from: string, fields: readonly string[], body: Buffer): string[] {
    const key = this.#keys.find(({ domain }) => domain === domainOf(from));
    return key !== undefined && this.#random.chance(0.7) ? [signatureField(fields, body, key)] : [];
  }

  #body(lines: readonly string[], meanBytes: number): { type: string[]; body: Buffer } {
    const random = this.#random;
    const text = textPart(`${lines.join('\r\n').trimEnd()}\r\n`, random);
    const html = random.chance(0.4) ? [htmlPart(lines)] : [];
    const count = random.chance(ATTACHMENTS / 1.5) ? 1 + random.int(2) : 0;
    const attached = Array.from({ length: count }, () => attachmentPart(this.#attachment(meanBytes)));
    const parts = [text, ...html, ...attached];
    if (parts.length === 1) return { type: text.fields, body: text.body };
    const boundary = `=_${random.int(2 ** 31).toString(36)}_${this.#count}`;
    const kind = attached.length > 0 ? 'mixed' : 'alternative';
    const pieces = parts.flatMap(({ fields, body }) => [
      Buffer.from(`--${boundary}\r\n${fields.join('\r\n')}\r\n\r\n`),
      body,
    ]);
    return {
      type: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
      body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    };
  }

  /** A new attachment or, one time in four, one that was sent before: files travel along threads. */
  #attachment(meanBytes: number): Attachment {
    const random = this.#random;
    if (this.#sent.length > 0 && random.chance(0.25)) return random.pick(this.#sent);
    const mean = Math.max(2_000, (meanBytes - TEXT_BYTES) / ATTACHMENTS / BASE64);
    const made = this.#maker.make(Math.min(LARGEST, random.logNormal(mean, SIGMA)), random);
    if (made.bytes.length < REPEATABLE_BYTES) remember(this.#sent, made, REPEATABLE, random);
    return made;
  }
}

function domainOf(person: string): string {
  return person.slice(person.lastIndexOf('@') + 1, -1);
}

function remember<T>(list: T[], value: T, most: number, random: Random): void {
  if (list.length < most) list.push(value);
  else list[random.int(most)] = value;
}
