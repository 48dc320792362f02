import type { MetadataField } from '../../model/index.ts';

/** How a document stands to one it is nearly the same as. */
export type DocumentClaim =
  /** It says that it is that very state of that very document: created and last saved in the same seconds. */
  | 'same-save'
  /** Name and creation of that document, saved after the leak's last message. */
  | 'saved-after-leak'
  /** A version, another document of one template: nothing follows. */
  | 'none';

/** What a document says of itself. */
export interface ClaimingDocument {
  readonly name: string;
  readonly metadata: readonly MetadataField[];
}

/** Clocks of the last mail and of an office differ by hours and zones; a day is beyond both. */
const BEYOND_SKEW_MS = 86_400_000;

/**
 * What a document claims about one that it nearly equals. Only names that agree but for what file managers add, and
 * stamps to the second, make a claim: invoices from a template differ in name, drafts in their times. Stamps that
 * programs put into every file they make are none.
 *
 * @param lastMessage of the whole leak, ISO 8601; null without
 */
export function claimOf(
  original: ClaimingDocument,
  copy: ClaimingDocument,
  lastMessage: string | null,
): DocumentClaim {
  if (plainName(original.name) !== plainName(copy.name)) return 'none';
  if (haveSameIds(original, copy)) return 'same-save';
  const [created, own] = [stampOf(original, 'created'), stampOf(copy, 'created')];
  if (created === null || created !== own) return 'none';
  const [saved, later] = [stampOf(original, 'modified'), stampOf(copy, 'modified')];
  if (saved === null || later === null) return 'none';
  if (saved === later) return 'same-save';
  return isSavedAfter(copy, lastMessage) ? 'saved-after-leak' : 'none';
}

/** Whether it says that it was last saved after the leak's last message (ISO 8601; null without). */
export function isSavedAfter(document: ClaimingDocument, lastMessage: string | null): boolean {
  const saved = savedAt(document);
  if (saved === null || lastMessage === null) return false;
  return Date.parse(saved) > Date.parse(lastMessage) + BEYOND_SKEW_MS;
}

/** Both halves of a PDF's /ID: the second is new at each save (ISO 32000-1, 14.4). */
function haveSameIds(original: ClaimingDocument, copy: ClaimingDocument): boolean {
  return ['document-id', 'instance-id'].every((field) => {
    const of = ({ metadata }: ClaimingDocument) =>
      metadata.find((each) => each.field === field && each.where.startsWith('trailer /ID'))?.value ?? '';
    return of(original).length >= SHORTEST_ID && of(original) === of(copy);
  });
}

/** 16 bytes in hexadecimal are usual; less is a counter or a placeholder. */
const SHORTEST_ID = 16;

/** When it says that it was last saved, to the second, or null. */
export function savedAt(document: ClaimingDocument): string | null {
  return stampOf(document, 'modified');
}

/** `001-Budget (2).xlsx`, `Copie de budget.xlsx` and `budget.xlsx` are one name. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:\d{1,4}[-_. ]+|copy of |copie de )/, '')
    .replace(/(?: ?\(\d{1,3}\)| ?- copie| ?- copy|~\d{1,3})(?=\.[a-z0-9]{1,5}$|$)/, '');
}

/** Stamps of empty templates: python-docx and python-pptx, Excel, LibreOffice's beginning of time, ZIP's. */
const TEMPLATE_STAMPS = [
  '2013-12-23T23:15:00',
  '2013-01-27T09:14:16',
  '2006-09-16T00:00:00',
  '2015-06-05T18:19:34',
  '1899-12-30T00:00:00',
  '1970-01-01T00:00:00',
  '1980-01-01T00:00:00',
];

function stampOf({ metadata }: ClaimingDocument, field: string): string | null {
  const values = new Set(metadata.filter((each) => each.field === field).map(({ value }) => value));
  const [value] = values;
  if (value === undefined || values.size > 1) return null;
  const isToTheSecond = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value);
  return isToTheSecond && !TEMPLATE_STAMPS.includes(value.slice(0, 19)) ? value : null;
}
