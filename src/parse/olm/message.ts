import type { Failure } from '../../model/index.ts';
import { streamOf } from '../binary/stream.ts';
import type { MapiAttachment, MapiMessage } from '../mapi/message.ts';
import { NO_NAMES } from '../mapi/named-properties.ts';
import { PropertyBag, type RawProperty } from '../mapi/property-bag.ts';
import { TAG, TYPE } from '../mapi/tags.ts';
import { xmlEvents } from './xml.ts';

/** What an attachment of an OLM message says of itself; its bytes are another member of the archive. */
export interface OlmAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly contentId: string;
  /** The member's path in the archive, percent signs and all. */
  readonly member: string;
}

/** A message of Outlook for Mac, as MAPI properties, and its attachments, which are members of the archive. */
export interface OlmMessage {
  readonly message: MapiMessage;
  readonly attachments: readonly OlmAttachment[];
}

/** An attachment's bytes, or why they are not there. */
export type OlmContent = { readonly bytes: Uint8Array } | { readonly failure: Failure };

/** Text of an element by the property it stands for. */
const TEXTS: Readonly<Record<string, number>> = {
  OPFMessageCopySubject: TAG.subject,
  OPFMessageCopySource: TAG.transportMessageHeaders,
  OPFMessageCopyInternetHeaders: TAG.transportMessageHeaders,
  OPFMessageCopyInReplyTo: TAG.inReplyTo,
  OPFMessageCopyReferences: TAG.internetReferences,
  OPFMessageCopyThreadTopic: TAG.conversationTopic,
};
const TIMES: Readonly<Record<string, number>> = {
  OPFMessageCopySentTime: TAG.clientSubmitTime,
  OPFMessageCopyReceivedTime: TAG.messageDeliveryTime,
  OPFMessageCopyModDate: TAG.lastModificationTime,
};
const RECIPIENTS: Readonly<Record<string, number>> = {
  OPFMessageCopyToAddresses: 1,
  OPFMessageCopyCCAddresses: 2,
  OPFMessageCopyBCCAddresses: 3,
};

/** The messages of one `message_*.xml` (there is one, as a rule), as MAPI messages without their attachments' bytes. */
export function readOlmMessages(xml: string): OlmMessage[] {
  const messages: OlmMessage[] = [];
  let builder: OlmBuilder | null = null;
  let field = '';
  let text = '';
  for (const event of xmlEvents(xml)) {
    if (event.type === 'text') text += event.text;
    else if (event.type === 'open') {
      if (event.name === 'email') builder = new OlmBuilder();
      else if (event.name === 'emailAddress') builder?.person(field, event.attributes);
      else if (event.name === 'messageAttachment') builder?.attachment(event.attributes);
      else field = event.name;
      text = '';
    } else if (event.name === 'email') {
      if (builder !== null) messages.push(builder.finish());
      builder = null;
    } else if (event.name === field) builder?.text(field, text);
  }
  return messages;
}

/** The message with its attachments' bytes, each fetched when it is written. */
export function withContents(
  olm: OlmMessage,
  contentOf: (attachment: OlmAttachment) => OlmContent,
): MapiMessage {
  return {
    ...olm.message,
    attachments: olm.attachments.map((attachment) => attachmentOf(attachment, contentOf)),
  };
}

class OlmBuilder {
  readonly #properties = new Map<number, RawProperty>();
  readonly #recipients: PropertyBag[] = [];
  readonly #attachments: OlmAttachment[] = [];
  #body = '';
  #html = '';

  text(field: string, text: string): void {
    const tag = TEXTS[field];
    const time = TIMES[field];
    if (tag !== undefined) this.#add(unicode(tag, text));
    else if (time !== undefined) this.#addTime(time, text);
    else if (field === 'OPFMessageCopyMessageID' && text !== '')
      this.#add(unicode(TAG.internetMessageId, `<${text.replace(/^<|>$/g, '')}>`));
    else if (field === 'OPFMessageCopyBody') this.#body = text;
    else if (field === 'OPFMessageCopyHTMLBody') this.#html = text;
    else if (field === 'OPFMessageCopyThreadIndex')
      this.#add(binary(TAG.conversationIndex, Buffer.from(text, 'base64')));
    else if (field === 'OPFMessageGetIsRead') this.#add(long(TAG.messageFlags, text.startsWith('1') ? 1 : 0));
  }

  person(field: string, attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('OPFContactEmailAddressName') ?? '';
    const address = attributes.get('OPFContactEmailAddressAddress') ?? '';
    const kind = RECIPIENTS[field];
    if (kind !== undefined) {
      const cells = [
        long(TAG.recipientType, kind),
        unicode(TAG.displayName, name),
        unicode(TAG.smtpAddress, address),
      ];
      this.#recipients.push(bagOf(cells));
    } else if (field === 'OPFMessageCopyFromAddresses') {
      this.#add(unicode(TAG.sentRepresentingName, name));
      this.#add(unicode(TAG.sentRepresentingSmtpAddress, address));
    } else if (field === 'OPFMessageCopySenderAddress') {
      this.#add(unicode(TAG.senderName, name));
      this.#add(unicode(TAG.senderSmtpAddress, address));
    }
  }

  attachment(attributes: ReadonlyMap<string, string>): void {
    this.#attachments.push({
      name: attributes.get('OPFAttachmentName') ?? '',
      mediaType: attributes.get('OPFAttachmentContentType') ?? '',
      contentId: attributes.get('OPFAttachmentContentID') ?? '',
      member: attributes.get('OPFAttachmentURL') ?? '',
    });
  }

  /** OPFMessageCopyBody repeats the HTML where there is no plain text. */
  finish(): OlmMessage {
    const bodyIsHtml = /^\s*<(!doctype|html|head|body|div|meta)\b/i.test(this.#body);
    const html = this.#html || (bodyIsHtml ? this.#body : '');
    if (html !== '') this.#add(unicode(TAG.html, html));
    if (!bodyIsHtml && this.#body !== this.#html) this.#add(unicode(TAG.body, this.#body));
    this.#add(unicode(TAG.messageClass, 'IPM.Note'));
    return {
      message: {
        properties: new PropertyBag(this.#properties, NO_NAMES),
        recipients: this.#recipients,
        attachments: [],
        failures: [],
      },
      attachments: this.#attachments,
    };
  }

  #add(property: RawProperty): void {
    this.#properties.set(property.id, property);
  }

  /** Written without a zone; Outlook for Mac means UTC. */
  #addTime(tag: number, text: string): void {
    const ms = Date.parse(`${text.slice(0, 19)}Z`);
    if (Number.isNaN(ms)) return;
    const ticks = Buffer.alloc(8);
    ticks.writeBigInt64LE((BigInt(ms) + 11_644_473_600_000n) * 10_000n);
    this.#add({ id: tag, type: TYPE.time, open: () => streamOf(ticks) });
  }
}

function attachmentOf(
  attachment: OlmAttachment,
  contentOf: (attachment: OlmAttachment) => OlmContent,
): MapiAttachment {
  const cells = [
    unicode(TAG.attachLongFilename, attachment.name),
    unicode(TAG.attachMimeTag, attachment.mediaType),
  ];
  if (attachment.contentId !== '') cells.push(unicode(TAG.attachContentId, attachment.contentId));
  return {
    properties: bagOf(cells),
    content: () => {
      const content = contentOf(attachment);
      return 'failure' in content
        ? { type: 'failed', failure: content.failure }
        : { type: 'bytes', stream: streamOf(content.bytes) };
    },
  };
}

function bagOf(cells: readonly RawProperty[]): PropertyBag {
  return new PropertyBag(new Map(cells.map((cell) => [cell.id, cell])), NO_NAMES);
}

function unicode(id: number, text: string): RawProperty {
  return { id, type: TYPE.unicode, open: () => streamOf(Buffer.from(text, 'utf16le')) };
}

function binary(id: number, bytes: Uint8Array): RawProperty {
  return { id, type: TYPE.binary, open: () => streamOf(bytes) };
}

function long(id: number, value: number): RawProperty {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return { id, type: TYPE.long, open: () => streamOf(bytes) };
}
