/** Small valid documents, and what they were made from, so that a maker can change one and make it again. */
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import { xlsx } from './xlsx.ts';

/** Kinds of documents that are made. */
export type DocumentKind = 'docx' | 'xlsx' | 'pdf' | 'csv' | 'png';

/** What the properties of a document say of it. */
export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly lastModifiedBy: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
}

/** Paragraphs of a text, rows of a table (cells separated by tabs), lines of a page. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly lines: readonly string[];
  readonly facts: DocumentFacts;
}

/** A document under a name, and what it was made from. */
export interface Attachment {
  readonly name: string;
  readonly content: DocumentContent;
  readonly bytes: Buffer;
}

/** A document made from its content, under a name. */
export function attach(name: string, content: DocumentContent): Attachment {
  return { name, content, bytes: WRITERS[content.kind](content) };
}

const WRITERS: Readonly<Record<DocumentKind, (content: DocumentContent) => Buffer>> = {
  docx,
  xlsx,
  pdf,
  csv,
  png,
};

/** Media types of the kinds. */
export const MEDIA_TYPES: Readonly<Record<DocumentKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv',
  png: 'image/png',
};
