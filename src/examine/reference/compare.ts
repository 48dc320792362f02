import type { Address } from '../../model/index.ts';
import { comparableLinks } from '../links/rewritten-links.ts';
import { diffWords, type WordDiff } from './diff.ts';
import { wordsOf } from './words.ts';

/** The parts of a message that a person reads, of either side. */
export interface ReadableMessage {
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly date: string | null;
  readonly text: string;
  /** SHA-256 of each attachment, any order. */
  readonly attachments: readonly string[];
}

/** What differs from the victim's own copy in one part. */
export interface PartDifference extends WordDiff {
  readonly part:
    | 'subject'
    | 'from'
    | 'to'
    | 'date'
    | 'body'
    | 'attachments'
    | 'names'
    | 'file-names'
    | 'reply-to'
    | 'repeated'
    | 'links'
    | 'pictures'
    | 'hidden';
}

/**
 * What a reader would see differ between a reference message and a leaked one of the same Message-ID. Empty
 * when every word, address, date and attachment agrees, whatever the encoding did.
 */
export function compareMessages(
  reference: ReadableMessage,
  leaked: ReadableMessage,
): readonly PartDifference[] {
  const found: PartDifference[] = [];
  const add = (part: PartDifference['part'], from: string, to: string) => {
    if (wordsOf(from).join(' ') !== wordsOf(to).join(' ')) found.push({ part, ...diffWords(from, to) });
  };
  add('subject', reference.subject, leaked.subject);
  add('from', addresses(reference.from), addresses(leaked.from));
  add('to', addresses([...reference.to, ...reference.cc]), addresses([...leaked.to, ...leaked.cc]));
  add('date', reference.date ?? '', leaked.date ?? '');
  add('body', ...comparableLinks(sharedForms(reference.text, leaked.text), leaked.text));
  add('attachments', sorted(reference.attachments), sorted(leaked.attachments));
  return found;
}

/** As `parse` writes words behind a text that only its HTML form has. */
const HTML_ONLY = /\nHTML: [^\n]*$/;

/** What the HTML form of the reference says more is nothing that a copy without one has lost. */
function sharedForms(reference: string, leaked: string): string {
  return HTML_ONLY.test(leaked) ? reference : reference.replace(HTML_ONLY, '');
}

/** Addresses only: stores rewrite display names from their address books. */
function addresses(list: readonly Address[]): string {
  return sorted(list.map((each) => each.address.toLowerCase()));
}

function sorted(values: readonly string[]): string {
  return [...values].sort().join(' ');
}
