/** What a message says: people, subject, date, text, attachments. */
import type { Address, Limits } from '../../model/index.ts';
import { sortBodies } from './bodies.ts';
import type { ParsedMessage, Part } from './message.ts';
import { readShownText } from './shown-text.ts';
import { readFields, type SummaryFields } from './summary-fields.ts';
import { partText } from './text-part.ts';

/** A file that goes with the text, under the name it is given. */
export interface Attachment {
  readonly part: Part;
  readonly name: string | null;
}

/** What index, threads and rules know of a message. */
export interface MessageSummary {
  /** Without angle brackets, as found. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Of the first From field: one written twice is a defect. */
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  /** ISO 8601 UTC with milliseconds, null when absent or unreadable. */
  readonly date: string | null;
  readonly dateRaw: string | null;
  /** User-Agent, X-Mailer or X-MimeOLE, whichever comes first in that order. */
  readonly mailer: string | null;
  readonly listId: string | null;
  /** Plain text for index and threads, line ends as LF, at most `limits.textChars` characters. */
  readonly text: string;
  /** Source of the HTML body, not made safe; decoded when first asked for. */
  readonly html: string | null;
  /** Every leaf that is not the shown body, and files inside its text. */
  readonly attachments: readonly Attachment[];
}

/** Reads the header fields and bodies of a parsed message. Never throws. */
export function summarize(message: ParsedMessage, limits: Limits): MessageSummary {
  const fields = readFields(message);
  const bodies = sortBodies(message.root);
  const shown = readShownText(message, bodies, limits);
  const html = new LazyText(message, bodies.html, limits);
  return new Summary(fields, shown.text, html, shown.attachments);
}

/** The text of a part, decoded when first asked for. */
class LazyText {
  private readonly message: ParsedMessage;
  private readonly part: Part | null;
  private readonly limits: Limits;
  private text: string | null = null;

  constructor(message: ParsedMessage, part: Part | null, limits: Limits) {
    this.message = message;
    this.part = part;
    this.limits = limits;
  }

  read(): string | null {
    if (this.part === null) return null;
    this.text ??= partText(this.message, this.part, this.limits);
    return this.text;
  }
}

/**
 * A class, because a getter in an object literal makes V8 build a hidden class for every message, which
 * keeps the message alive until a full collection: a third of all time was spent on that.
 */
class Summary implements MessageSummary {
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly subject: string;
  readonly date: string | null;
  readonly dateRaw: string | null;
  readonly mailer: string | null;
  readonly listId: string | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  private readonly lazyHtml: LazyText;

  constructor(fields: SummaryFields, text: string, html: LazyText, attachments: readonly Attachment[]) {
    this.messageId = fields.messageId;
    this.inReplyTo = fields.inReplyTo;
    this.references = fields.references;
    this.from = fields.from;
    this.sender = fields.sender;
    this.replyTo = fields.replyTo;
    this.to = fields.to;
    this.cc = fields.cc;
    this.bcc = fields.bcc;
    this.subject = fields.subject;
    this.date = fields.date;
    this.dateRaw = fields.dateRaw;
    this.mailer = fields.mailer;
    this.listId = fields.listId;
    this.text = text;
    this.lazyHtml = html;
    this.attachments = attachments;
  }

  get html(): string | null {
    return this.lazyHtml.read();
  }
}
