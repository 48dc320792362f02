import type { Defect, EntryOutcome, Failure, Limits } from '../../model/index.ts';
import { attempt, failureOf } from '../binary/fail.ts';
import { attachmentName, attachmentType, dispositionFields } from './attachment-part.ts';
import { type Bodies, bodiesOf, type TextPart } from './bodies.ts';
import { cardOf } from './card.ts';
import { parameter } from './header-fields.ts';
import { splitInline } from './inline-pictures.ts';
import { headerFacts, itemFacts } from './item-facts.ts';
import { boundaries, writeBody } from './item-parts.ts';
import type { AttachmentContent, MapiAttachment, MapiMessage } from './message.ts';
import { type RebuiltHeaders, rebuildHeaders } from './message-headers.ts';
import { base64Size, MimeWriter } from './mime-writer.ts';
import { securedEntity, writeSecured } from './secured-entity.ts';
import { subjectOf } from './stated.ts';
import { TAG } from './tags.ts';

/** An item as bytes, or why not. */
export interface RebuiltItem {
  readonly outcome: EntryOutcome;
  readonly facts: Readonly<Record<string, string>>;
  readonly defects: readonly Defect[];
}

/** Bytes of header and structure a message needs beside its attachments, to size the buffer once. */
const HEADROOM = 2048;
/** The same of each attachment: its header fields and boundary. */
const PART_HEADROOM = 512;

/** A message about to be written, with what was made of its properties. */
interface Rebuilding {
  readonly message: MapiMessage;
  readonly headers: RebuiltHeaders;
  readonly bodies: Bodies;
  readonly card: TextPart | null;
  /** Messages around it: 0 for the item itself. */
  readonly depth: number;
}

/** The multipart that attachments are written into. */
interface Multipart {
  readonly boundary: string;
  /** Pictures that the HTML shows, rather than files beside it. */
  readonly inline: boolean;
  readonly depth: number;
}

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
    const card = cardOf(message, bodies.plain);
    if (card !== null && message.attachments.length === 0 && message.failures.length === 0) {
      return { bytes: card.bytes, rebuilt: false };
    }
    const writer = new MimeWriter(expectedSize(message, bodies), this.#limits.itemBytes);
    const headers = rebuildHeaders(message);
    this.facts = headerFacts(headers);
    if (headers.strayLines > 0)
      this.defects.push({ code: 'stray-header-lines', detail: String(headers.strayLines) });
    this.#message(writer, { message, headers, bodies, card, depth: 0 });
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

  #message(writer: MimeWriter, { message, headers, bodies, card, depth }: Rebuilding): void {
    writer.text(headers.text);
    if (!headers.hasMimeVersion) writer.text('MIME-Version: 1.0\r\n');
    const secured = securedEntity(message, writer, this.#limits.itemBytes);
    if (secured !== null) {
      writeSecured(writer, secured);
      return;
    }
    const boundary = boundaries(headers.text, bodies);
    const alternatives = [bodies.plain, bodies.html, bodies.rtf, card].filter((part) => part !== null);
    const { inline, attached } = splitInline(message.attachments, bodies.html);
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
    this.#attachments(writer, inline, { boundary: boundary('related'), inline: true, depth });
    this.#attachments(writer, attached, { boundary: boundary('mixed'), inline: false, depth });
  }

  #attachments(writer: MimeWriter, list: readonly MapiAttachment[], within: Multipart): void {
    if (list.length === 0) return;
    const { boundary } = within;
    for (const attachment of list) {
      writer.text(`--${boundary}\r\n`);
      const start = writer.length;
      const written = attempt(() => this.#attachment(writer, attachment, within));
      if ('ok' in written) continue;
      writer.truncate(start);
      this.#missing(writer, attachment, written.failure);
    }
    writer.text(`--${boundary}--\r\n`);
  }

  #attachment(writer: MimeWriter, attachment: MapiAttachment, { inline, depth }: Multipart): void {
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
    const card = cardOf(message, bodies.plain);
    const name = attachmentName(attachment.properties) || subjectOf(message.properties);
    if (card !== null && message.attachments.length === 0) {
      writer.text(`Content-Type: ${card.type}\r\nContent-Transfer-Encoding: base64\r\n`);
      writer.text(`${dispositionFields(attachment.properties, name, false)}\r\n`);
      writer.base64([card.bytes]);
      return;
    }
    writer.text('Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n');
    writer.text(`${dispositionFields(attachment.properties, name, false)}\r\n`);
    this.#message(writer, { message, headers: rebuildHeaders(message), bodies, card, depth: depth + 1 });
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
}

/** An estimate of the written size in bytes, so that the buffer seldom grows. What items claim of attachments may lie. */
function expectedSize(message: MapiMessage, bodies: Bodies): number {
  let size = HEADROOM + (message.properties.stream(TAG.transportMessageHeaders)?.size ?? 0);
  for (const part of [bodies.plain, bodies.html, bodies.rtf])
    size += part === null ? 0 : base64Size(part.bytes.length);
  for (const { properties } of message.attachments)
    size += base64Size(Math.max(0, properties.number(TAG.attachSize) ?? 0)) + PART_HEADROOM;
  return size;
}

/** The failed outcome of an item of which not even the properties could be read. */
export function failedItem(error: unknown): RebuiltItem {
  return { outcome: { type: 'failed', failure: failureOf(error) }, facts: {}, defects: [] };
}
