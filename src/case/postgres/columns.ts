import type { PreparedItem, StoredDetails } from '../prepare.ts';
import type { Scalar } from './database.ts';

type Column = readonly [
  name: string,
  type: 'text' | 'bigint' | 'integer',
  value: (item: PreparedItem) => Scalar,
];

const ofMessage =
  (value: (item: PreparedItem) => Scalar) =>
  (item: PreparedItem): Scalar =>
    item.message ? value(item) : null;

/** The columns of `items` but for the case, the row and the id, and what of a prepared item goes there. */
export const ITEM_COLUMNS: readonly Column[] = [
  ['role', 'text', (item) => item.role],
  ['path', 'text', (item) => item.path],
  ['parent', 'text', (item) => item.parent],
  ['kind', 'text', (item) => item.kind],
  ['type', 'text', (item) => item.type],
  ['name', 'text', (item) => item.name],
  ['size', 'bigint', (item) => item.size],
  ['sha256', 'text', (item) => item.sha256],
  ['status', 'text', (item) => item.status],
  ['failure', 'text', (item) => item.failure],
  ['failure_detail', 'text', (item) => item.failureDetail],
  ['date', 'text', (item) => item.date],
  ['attachments', 'integer', (item) => item.attachments],
  ['expected', 'bigint', (item) => item.expected],
  ['emitted', 'bigint', (item) => item.emitted],
  ['failed', 'bigint', (item) => item.failed],
  ['skipped', 'bigint', (item) => item.skipped],
  ['subject', 'text', ofMessage((item) => item.subject)],
  ['message_id', 'text', ofMessage((item) => item.messageId)],
  ['from_address', 'text', ofMessage((item) => item.fromAddress)],
  ['canonical', 'text', ofMessage((item) => item.canonical)],
  ['mih', 'text', ofMessage((item) => item.mih)],
  ['rebuilt', 'integer', ofMessage((item) => item.rebuilt)],
  ['list', 'text', ofMessage((item) => item.list)],
  ['people', 'text', ofMessage((item) => item.people)],
  ['links', 'text', ofMessage((item) => item.links)],
  ['text', 'text', (item) => (item.text === '' ? null : item.text)],
  ['traces', 'text', (item) => item.traces],
  ['details', 'text', (item) => item.details],
  ['programs', 'text', (item) => aboutDocument(item, programsOf)],
  ['details_language', 'text', (item) => aboutDocument(item, languageOf)],
];

/** Containers and messages have neither. */
export function aboutDocument(
  item: { readonly kind: string; readonly details: string },
  read: (details: StoredDetails) => string | null,
): string | null {
  if (item.kind !== 'document' && item.kind !== 'image' && item.kind !== 'other') return null;
  return read(JSON.parse(item.details) as StoredDetails);
}

const PROGRAMS: ReadonlySet<string> = new Set(['application', 'producer', 'application-version']);

/** As `app:` compares them. */
export function programsOf({ metadata = [] }: StoredDetails): string | null {
  const programs = metadata.filter(({ field }) => PROGRAMS.has(field)).map(({ value }) => asciiLower(value));
  return programs.length === 0 ? null : programs.join('\n');
}

/** As SQLite's lower(): the embedded store must not find less. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

export function languageOf({ language }: StoredDetails): string | null {
  return language ?? null;
}
