/** Which parts of a message are its body and which are attachments. */
import type { Part } from './message.ts';

/** The parts of a message, sorted. */
export interface Bodies {
  /** Parts whose text makes up the body, in order. */
  readonly shown: readonly ShownPart[];
  /** The first HTML body. */
  readonly html: Part | null;
  /** Every other leaf, in order. */
  readonly attachments: readonly Part[];
}

/** `only-if-poor`: an HTML alternative, read when the plain text beside it says nothing. */
export interface ShownPart {
  readonly part: Part;
  readonly use: 'always' | 'only-if-poor';
}

/** Sorts the leaves of a message. */
export function sortBodies(root: Part): Bodies {
  const sorter: Sorter = { shown: [], html: null, attachments: [] };
  visit(sorter, root, { covered: false, inPlace: true });
  return sorter;
}

interface Sorter {
  shown: ShownPart[];
  html: Part | null;
  attachments: Part[];
}

interface Place {
  /** An alternative gives the same words as plain text. */
  readonly covered: boolean;
  /** False for what a related group only refers to. */
  readonly inPlace: boolean;
}

function visit(sorter: Sorter, part: Part, place: Place): void {
  if (part.children.length > 0) {
    const covered =
      place.covered || (part.type === 'multipart/alternative' && part.children.some(hasPlainText));
    const related = part.type === 'multipart/related';
    part.children.forEach((child, index) => {
      visit(sorter, child, { covered, inPlace: !related || index === 0 || isText(child) });
    });
    return;
  }
  const html = part.type === 'text/html';
  if (!isBody(part) || !place.inPlace || (place.covered && part.type !== 'text/plain' && !html)) {
    sorter.attachments.push(part);
    // Saved as files by those who want them, but their words are for the index too.
    if (INDEXED.has(part.type)) sorter.shown.push({ part, use: 'always' });
    return;
  }
  if (html) sorter.html ??= part;
  sorter.shown.push({ part, use: place.covered && html ? 'only-if-poor' : 'always' });
}

function hasPlainText(part: Part): boolean {
  return part.children.length > 0
    ? part.children.some(hasPlainText)
    : part.type === 'text/plain' && isBody(part);
}

function isText(part: Part): boolean {
  return part.type === 'text/plain' || part.type === 'text/html' || part.children.length > 0;
}

/** Text that a mail reader shows in place. */
function isBody(part: Part): boolean {
  if (part.disposition === 'attachment') return false;
  if (part.type.startsWith('multipart/')) return true; // its delimiters were not found: all is text
  // A text with a name is a file, unless there is nothing else in the message.
  return SHOWN.has(part.type) && (part.filename === null || part.id === '');
}

const SHOWN = new Set(['text/plain', 'text/html', 'text/markdown', 'text/x-markdown']);

/** Machine parts of delivery reports (RFC 3464, 8098, 6522), invitations, rich text of old. */
const INDEXED = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
  'text/rfc822-headers',
  'text/calendar',
  'text/enriched',
  'text/richtext',
]);
