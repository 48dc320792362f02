/** Which parts of a message are its body and which are attachments. */
import type { Part } from './message.ts';

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
  visit(sorter, root, false, true);
  return sorter;
}

interface Sorter {
  shown: ShownPart[];
  html: Part | null;
  attachments: Part[];
}

/** `alternative`: a sibling has given the text already. `first`: may be the body of a related group. */
function visit(sorter: Sorter, part: Part, alternative: boolean, first: boolean): void {
  if (part.children.length > 0) {
    const among = part.type === 'multipart/alternative';
    const related = part.type === 'multipart/related';
    const before = sorter.shown.length;
    part.children.forEach((child, index) => {
      const covered = alternative || (among && sorter.shown.length > before);
      visit(sorter, child, covered, !related || index === 0 || isAlternativeText(child));
    });
    return;
  }
  if (!isBody(part) || !first) {
    sorter.attachments.push(part);
    if (part.type === 'text/calendar') sorter.shown.push({ part, use: 'always' });
    return;
  }
  if (part.type === 'text/html') sorter.html ??= part;
  sorter.shown.push({ part, use: alternative && part.type === 'text/html' ? 'only-if-poor' : 'always' });
}

function isAlternativeText(part: Part): boolean {
  return part.type === 'text/plain' || part.type === 'text/html' || part.children.length > 0;
}

/** Text that a mail reader shows in place, and the machine part of a delivery report. */
function isBody(part: Part): boolean {
  if (part.disposition === 'attachment') return false;
  if (part.type === 'message/delivery-status' || part.type === 'message/disposition-notification')
    return true;
  if (part.type.startsWith('multipart/')) return true; // its delimiters were not found: all is text
  return SHOWN.has(part.type) && part.filename === null;
}

const SHOWN = new Set([
  'text/plain',
  'text/html',
  'text/enriched',
  'text/richtext',
  'text/markdown',
  'text/x-markdown',
  'text/rfc822-headers',
  'text/watch-html',
  'text/x-amp-html',
]);
