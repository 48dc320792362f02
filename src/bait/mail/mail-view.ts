import type { Address } from '../../model/index.ts';
import type { HtmlFacts } from './html-facts.ts';
import type { Link } from './link.ts';

/** What the rules look at. Nothing that a collector, a list server or a receiving host wrote is in it. */
export interface MailView {
  readonly from: readonly Address[];
  readonly replyTo: readonly Address[];
  /** Address of the Return-Path, lower case; empty without. */
  readonly returnPath: string;
  readonly subject: string;
  /** ISO 8601; null when absent. */
  readonly date: string | null;
  /** Without angle brackets; null when absent. */
  readonly messageId: string | null;
  /** As a reader sees it, quoted lines of others left out; bounded. */
  readonly text: string;
  readonly html: HtmlFacts | null;
  /** Of the text, the HTML, the attachments and the QR codes, in that order; bounded. */
  readonly links: readonly Link[];
  readonly attachments: readonly AttachedFile[];
  /** It names a message that it answers. */
  readonly answers: boolean;
  /** It has a DKIM signature, checked or not. */
  readonly signed: boolean;
  /** X-Mailer, User-Agent or X-PHP-Originating-Script. */
  readonly mailer: string;
}

/** A file of a mail, looked at and not run. */
export interface AttachedFile {
  readonly name: string;
  /** Media type as declared, lower case. */
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly holds: AttachedContent;
}

/** What an attached file is to its reader, and where it leads. */
export type AttachedContent =
  /** A page that a browser would open: HTML or SVG. */
  | {
      readonly type: 'page';
      readonly links: readonly Link[];
      readonly asksPassword: boolean;
      readonly script: boolean;
    }
  | { readonly type: 'pdf'; readonly links: readonly Link[] }
  | { readonly type: 'picture'; readonly codes: readonly Link[] }
  /** Runs when opened, by its name. */
  | { readonly type: 'program' }
  | { readonly type: 'other' };
