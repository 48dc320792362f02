import type { Defect, EntryOutcome, Failure, Limits } from '../../model/index.ts';
import { attempt, failureOf } from '../binary/fail.ts';
import { readAll } from '../binary/stream.ts';
import { attachmentContentId, attachmentName, attachmentType, dispositionFields } from './attachment-part.ts';
import { type Bodies, bodiesOf, type TextPart } from './bodies.ts';
import { parameter } from './header-fields.ts';
import { writeCalendar } from './icalendar.ts';
import { headerFacts, itemFacts } from './item-facts.ts';
import { boundaries, writeBody } from './item-parts.ts';
import type { AttachmentContent, MapiAttachment, MapiMessage } from './message.ts';
import { type RebuiltHeaders, rebuildHeaders, subjectOf } from './message-headers.ts';
import { base64Size, MimeWriter } from './mime-writer.ts';
import { TAG } from './tags.ts';
import { writeVcard } from './vcard.ts';

export interface RebuiltItem {
  readonly outcome: EntryOutcome;
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
}

/** Bytes of header and structure a message needs beside its attachments, to size the buffer once. */
const HEADROOM = 2048;

/**
 * A MAPI item as bytes other programs read: mail, posts, tasks, notes, journal entries and reports as
 * RFC 822; a contact as vCard and an appointment as iCalendar unless they carry attachments, which only
 * a message can hold. `partial` says which attachment or table is missing.
 */
export function rebuildItem(message: MapiMessage, limits: Limits): RebuiltItem {
  const rebuilder = new Rebuilder(limits);
  const written = attempt(() => rebuilder.item(message));
  const facts = { ...itemFacts(message), ...rebuilder.facts };
  if ('failure' in written)
    return { outcome: { type: 'failed', failure: written.failure }, facts, defects: rebuilder.defects };
  const { bytes, rebuilt } = written.ok;
  const failure = rebuilder.failure();
  const outcome: EntryOutcome =
    failure !== null ? { type: 'partial', bytes, failure } : { type: rebuilt ? 'rebuilt' : 'bytes', bytes };
  return { outcome, facts, defects: rebuilder.defects };
}

class Rebuilder {
  facts: Record<string, string> = {};
  readonly defects: Defect[] = [];
  readonly #limits: Limits;
  readonly #failures: Failure[] = [];

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  failure(): Failure | null {
    const [first] = this.#failures;
    if (first === undefined || this.#failures.length === 1) return first ?? null;
    return { code: first.code, detail: `${first.detail} (and ${this.#failures.length - 1} more parts)` };
  }

  item(message: MapiMessage): { readonly bytes: Uint8Array; readonly rebuilt: boolean } {
    const bodies = this.#bodies(message);
    const card = cardOf(message, bodies);
    if (card !== null && message.attachments.length === 0 && message.failures.length === 0) {
      return { bytes: card.bytes, rebuilt: false };
    }
    const writer = new MimeWriter(expectedSize(message, bodies), this.#limits.itemBytes);
    const headers = rebuildHeaders(message);
    this.facts = headerFacts(headers);
    if (headers.strayLines > 0)
      this.defects.push({ code: 'stray-header-lines', detail: String(headers.strayLines) });
    this.#message(writer, message, headers, bodies, card, 0);
    return { bytes: writer.finish(), rebuilt: true };
  }

  #bodies(message: MapiMessage): Bodies {
    const bodies = bodiesOf(message.properties, this.#limits);
    this.defects.push(...bodies.defects);
    this.#failures.push(...message.failures);
    for (const id of [TAG.body, TAG.html, TAG.rtfCompressed, TAG.transportMessageHeaders]) {
      if (message.properties.unreadable.includes(id)) {
        this.#failures.push({
          code: 'malformed',
          detail: `Property 0x${id.toString(16)} of the item could not be read.`,
        });
      }
    }
    return bodies;
  }

  #message(
    writer: MimeWriter,
    message: MapiMessage,
    headers: RebuiltHeaders,
    bodies: Bodies,
    card: TextPart | null,
    depth: number,
  ): void {
    writer.text(headers.text);
    if (!headers.hasMimeVersion) writer.text('MIME-Version: 1.0\r\n');
    if (this.#secured(writer, message)) return;
    const boundary = boundaries(headers.text, bodies);
    const alternatives = [bodies.plain, bodies.html, bodies.rtf, card].filter((part) => part !== null);
    const [inline, attached] = splitInline(message.attachments, bodies);
    const mixed = attached.length > 0;
    if (mixed)
      writer.text(
        `Content-Type: multipart/mixed; boundary="${boundary('mixed')}"\r\n\r\n--${boundary('mixed')}\r\n`,
      );
    if (inline.length > 0) {
      writer.text(
        `Content-Type: multipart/related; boundary="${boundary('related')}"\r\n\r\n--${boundary('related')}\r\n`,
      );
    }
    writeBody(writer, alternatives, boundary('alternative'));
    this.#attachments(writer, inline, boundary('related'), true, depth);
    this.#attachments(writer, attached, boundary('mixed'), false, depth);
  }

  #attachments(
    writer: MimeWriter,
    list: readonly MapiAttachment[],
    boundary: string,
    inline: boolean,
    depth: number,
  ): void {
    if (list.length === 0) return;
    for (const attachment of list) {
      writer.text(`--${boundary}\r\n`);
      const start = writer.length;
      const written = attempt(() => this.#attachment(writer, attachment, inline, depth));
      if ('ok' in written) continue;
      writer.truncate(start);
      this.#missing(writer, attachment, written.failure);
    }
    writer.text(`--${boundary}--\r\n`);
  }

  #attachment(writer: MimeWriter, attachment: MapiAttachment, inline: boolean, depth: number): void {
    const { properties } = attachment;
    const content = attachment.content();
    if (content.type === 'message') {
      this.#embedded(writer, attachment, content.message, depth);
      return;
    }
    if (content.type === 'failed') {
      this.#missing(writer, attachment, content.failure);
      return;
    }
    const name = attachmentName(properties);
    if (content.type === 'reference') {
      this.defects.push({ code: 'attachment-by-reference', detail: content.path.slice(0, 500) });
    }
    writer.text(
      `Content-Type: ${attachmentType(properties)}${name === '' ? '' : parameter('name', name)}\r\n`,
    );
    writer.text(`Content-Transfer-Encoding: base64\r\n${dispositionFields(properties, name, inline)}\r\n`);
    this.#content(writer, content);
  }

  #content(writer: MimeWriter, content: AttachmentContent): void {
    if (content.type !== 'bytes') return;
    if (!writer.hasRoom(base64Size(content.stream.size))) {
      const detail = `An attachment of ${content.stream.size} bytes does not fit in the limit of one item.`;
      this.#failures.push({ code: 'too-large', detail });
      return;
    }
    writer.base64(content.stream.chunks());
  }

  #embedded(writer: MimeWriter, attachment: MapiAttachment, message: MapiMessage, depth: number): void {
    if (depth + 1 >= this.#limits.depth) {
      this.#missing(writer, attachment, {
        code: 'too-deep',
        detail: 'Messages in messages beyond the limit.',
      });
      return;
    }
    const bodies = this.#bodies(message);
    const card = cardOf(message, bodies);
    const name = attachmentName(attachment.properties) || subjectOf(message.properties);
    if (card !== null && message.attachments.length === 0) {
      writer.text(`Content-Type: ${card.type}\r\nContent-Transfer-Encoding: base64\r\n`);
      writer.text(`${dispositionFields(attachment.properties, name, false)}\r\n`);
      writer.base64([card.bytes]);
      return;
    }
    writer.text('Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n');
    writer.text(`${dispositionFields(attachment.properties, name, false)}\r\n`);
    this.#message(writer, message, rebuildHeaders(message), bodies, card, depth + 1);
    writer.text('\r\n');
  }

  /** Keeps the place and the name of an attachment whose content is gone. */
  #missing(writer: MimeWriter, attachment: MapiAttachment, failure: Failure): void {
    const name = attachmentName(attachment.properties);
    this.#failures.push({
      code: failure.code,
      detail: `Attachment "${name.slice(0, 200)}": ${failure.detail}`,
    });
    writer.text(`Content-Type: application/octet-stream${name === '' ? '' : parameter('name', name)}\r\n`);
    writer.text(
      `Content-Transfer-Encoding: base64\r\n${dispositionFields(attachment.properties, name, false)}\r\n`,
    );
  }

  /**
   * S/MIME (MS-OXOSMIME): the one attachment is the body as it was sent: for a clear-signed message the
   * whole MIME entity with its own Content-Type, which so stays checkable, else the opaque CMS bytes.
   */
  #secured(writer: MimeWriter, message: MapiMessage): boolean {
    const [only] = message.attachments;
    const messageClass = message.properties.text(TAG.messageClass) ?? '';
    if (!/\.smime(\.|$)/i.test(messageClass) || message.attachments.length !== 1 || only === undefined)
      return false;
    const content = only.content();
    if (content.type !== 'bytes' || !writer.hasRoom(base64Size(content.stream.size))) return false;
    const entity = readAll(content.stream, this.#limits.itemBytes);
    if (/^content-(type|transfer-encoding):/i.test(Buffer.from(entity.subarray(0, 40)).toString('latin1'))) {
      writer.bytes(entity);
      return true;
    }
    writer.text(
      'Content-Type: application/pkcs7-mime; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\n',
    );
    writer.text('Content-Disposition: attachment; filename="smime.p7m"\r\n\r\n');
    writer.base64([entity]);
    return true;
  }
}

/** A contact or an appointment in its own format, or null for what is a message by nature. */
function cardOf(message: MapiMessage, bodies: Bodies): TextPart | null {
  const messageClass = message.properties.text(TAG.messageClass) ?? '';
  const note = bodies.plain === null ? null : Buffer.from(bodies.plain.bytes).toString('utf8');
  if (/^ipm\.contact(\.|$)/i.test(messageClass))
    return { type: 'text/vcard; charset=utf-8', bytes: writeVcard(message, note) };
  if (/^ipm\.(appointment|schedule\.meeting)(\.|$)/i.test(messageClass)) {
    return { type: 'text/calendar; charset=utf-8', bytes: writeCalendar(message, note) };
  }
  return null;
}

/** Pictures the HTML refers to belong with it; everything else is an attachment. */
function splitInline(
  attachments: readonly MapiAttachment[],
  bodies: Bodies,
): readonly [MapiAttachment[], MapiAttachment[]] {
  const shown = picturesIn(bodies.html);
  const inline: MapiAttachment[] = [];
  const attached: MapiAttachment[] = [];
  for (const attachment of attachments) {
    const id = shown.size === 0 ? null : attachmentContentId(attachment.properties);
    (id !== null && shown.has(id) ? inline : attached).push(attachment);
  }
  return [inline, attached];
}

/** Content ids the HTML refers to, found in one pass however many attachments there are. */
function picturesIn(html: TextPart | null): ReadonlySet<string> {
  if (html === null) return new Set();
  const text = Buffer.from(html.bytes).toString('utf8');
  return new Set(Array.from(text.matchAll(/\bcid:([^"'\s<>)]{1,256})/gi), ([, id]) => id ?? ''));
}

function expectedSize(message: MapiMessage, bodies: Bodies): number {
  let size = HEADROOM + (message.properties.stream(TAG.transportMessageHeaders)?.size ?? 0);
  for (const part of [bodies.plain, bodies.html, bodies.rtf])
    size += part === null ? 0 : base64Size(part.bytes.length);
  for (const { properties } of message.attachments)
    size += base64Size(Math.max(0, properties.number(TAG.attachSize) ?? 0)) + 512;
  return size;
}

/** The failed outcome of an item of which not even the properties could be read. */
export function failedItem(error: unknown): RebuiltItem {
  return { outcome: { type: 'failed', failure: failureOf(error) }, facts: {}, defects: [] };
}
