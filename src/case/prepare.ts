import type { Address, ItemContent, ItemRecord, ItemRole, MessageFacts, TraceKind } from '../model/index.ts';
import { ID_LENGTH, itemId, LONG_ID_LENGTH } from './item-id.ts';
import { type PackedHabits, packHabits } from './packed-habits.ts';
import { signaturesToJson } from './signature-json.ts';

/** The JSON of `details`: what only `show` and the exports read. */
export type StoredDetails = Pick<
  ItemRecord,
  'locator' | 'attachments' | 'defects' | 'facts' | 'metadata' | 'clocks' | 'pages' | 'language'
>;
/** An element of the JSON of `traces`: kind, value, where. */
export type StoredTrace = readonly [kind: TraceKind, value: string, where: string];
/** The JSON of `people` of a message. */
export type StoredPeople = Pick<MessageFacts, 'from' | 'to' | 'cc' | 'bcc'>;
/** The JSON of `links` of a message. `clockGap` and `beside` are here only where there are any: too rare for columns, and older cases have none. */
export type StoredLinks = Pick<MessageFacts, 'inReplyTo' | 'references'> &
  Partial<Pick<MessageFacts, 'clockGap' | 'beside'>> & { readonly habits?: PackedHabits };

/** One item with every column in the form the database takes: flat, so that threads copy it cheaply. */
export interface PreparedItem {
  readonly id: string;
  /** Taken instead of `id` by the item whose short id another path holds already. */
  readonly longId: string;
  readonly role: ItemRole;
  readonly path: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly status: string;
  readonly failure: string | null;
  readonly failureDetail: string | null;
  readonly attachments: number;
  readonly expected: number | null;
  readonly emitted: number | null;
  readonly failed: number | null;
  readonly skipped: number | null;
  /** `StoredDetails`. */
  readonly details: string;
  readonly text: string;
  /** Words of the attachments' names and of the item's own. */
  readonly files: string;
  /** Whether the columns below hold a message. */
  readonly message: boolean;
  readonly messageId: string | null;
  readonly subject: string;
  readonly date: string | null;
  readonly fromAddress: string;
  readonly canonical: string;
  readonly mih: string | null;
  readonly rebuilt: number;
  readonly list: string | null;
  /** `StoredPeople`. */
  readonly people: string;
  /** `StoredLinks`. */
  readonly links: string;
  /** The signatures as `signaturesToJson` writes them, null without any. */
  readonly signatures: string | null;
  /** JSON of the traces in the headers (`StoredTrace[]`), null without any. */
  readonly traces: string | null;
  /** Whether the columns below hold what words tell. */
  readonly content: boolean;
  readonly contentLanguage: string | null;
  /** JSON of `ItemTopic[]` and `PersonalDataCount[]`, null without any. */
  readonly topics: string | null;
  readonly personal: string | null;
  readonly sketch: Uint8Array | null;
  /** Names and addresses as the index takes them. */
  readonly sender: string;
  readonly recipients: string;
  readonly copies: string;
  /** The words as tsvectors in binary form, cut beforehand for PostgreSQL by a thread that has the time. */
  readonly words?: readonly Uint8Array[];
}

/** Makes an item ready to be written. Pure: the workers do it, so that the writing thread only binds. */
export function prepareItem(role: ItemRole, item: ItemRecord): PreparedItem {
  const { message, failure, children, attachments } = item;
  // A lone surrogate would come back from the database as U+FFFD, and the path would not be known again.
  const path = item.path.toWellFormed();
  const longId = itemId(role, path, LONG_ID_LENGTH);
  return {
    id: longId.slice(0, ID_LENGTH),
    longId,
    role,
    path,
    parent: item.parent?.toWellFormed() ?? null,
    kind: item.kind,
    type: item.type,
    name: item.name,
    size: item.size,
    sha256: item.sha256,
    status: item.status,
    failure: failure?.code ?? null,
    failureDetail: failure?.detail ?? null,
    attachments: attachments.length,
    expected: children?.expected ?? null,
    emitted: children?.emitted ?? null,
    failed: children?.failed ?? null,
    skipped: children?.skipped ?? null,
    details: detailsOf(item),
    text: item.text,
    files: fileNames(item),
    message: message !== null,
    traces: tracesOf(item),
    ...contentColumns(item.content),
    ...(message ? messageColumns(message) : { ...NO_MESSAGE, ...documentWords(item) }),
  };
}

export type ContentColumns = Pick<
  PreparedItem,
  'content' | 'contentLanguage' | 'topics' | 'personal' | 'sketch'
>;

const NO_CONTENT: ContentColumns = {
  content: false,
  contentLanguage: null,
  topics: null,
  personal: null,
  sketch: null,
};

/** As a row of `contents`. */
export function contentColumns(content: ItemContent | undefined): ContentColumns {
  if (content === undefined) return NO_CONTENT;
  const { language, topics, personalData, sketch } = content;
  return {
    content: true,
    contentLanguage: language,
    topics: topics.length > 0 ? JSON.stringify(topics) : null,
    personal: personalData.length > 0 ? JSON.stringify(personalData) : null,
    sketch,
  };
}

/** Lists instead of objects: 300 bytes a message. */
function tracesOf({ traces }: ItemRecord): string | null {
  if (traces === undefined || traces.length === 0) return null;
  return JSON.stringify(traces.map(({ kind, value, where }): StoredTrace => [kind, value, where]));
}

/** Undefined fields, which all but documents have, leave no trace in JSON. */
function detailsOf(item: ItemRecord): string {
  const { locator, attachments, defects, facts, metadata, clocks, pages, language } = item;
  return JSON.stringify({ locator, attachments, defects, facts, metadata, clocks, pages, language });
}

type MessageColumns = Pick<
  PreparedItem,
  | 'messageId'
  | 'subject'
  | 'date'
  | 'fromAddress'
  | 'canonical'
  | 'mih'
  | 'rebuilt'
  | 'list'
  | 'people'
  | 'links'
  | 'signatures'
  | 'sender'
  | 'recipients'
  | 'copies'
>;

const NO_MESSAGE: MessageColumns = {
  messageId: null,
  subject: '',
  date: null,
  fromAddress: '',
  canonical: '',
  mih: null,
  rebuilt: 0,
  list: null,
  people: '',
  links: '',
  signatures: null,
  sender: '',
  recipients: '',
  copies: '',
};

function messageColumns(message: MessageFacts): MessageColumns {
  const { from, to, cc, bcc, inReplyTo, references, signatures, clockGap, habits, beside } = message;
  return {
    messageId: message.messageId,
    subject: message.subject,
    date: message.date,
    fromAddress: (from[0]?.address ?? '').toLowerCase(),
    canonical: message.canonical,
    mih: message.mih,
    rebuilt: message.rebuilt ? 1 : 0,
    list: message.list,
    people: JSON.stringify({ from, to, cc, bcc } satisfies StoredPeople),
    links: JSON.stringify({
      inReplyTo,
      references,
      ...(clockGap && { clockGap }),
      ...(beside && { beside }),
      ...(habits && { habits: packHabits(habits) }),
    } satisfies StoredLinks),
    signatures: signatures.length > 0 ? signaturesToJson(signatures) : null,
    sender: words(from),
    recipients: words(to),
    copies: words(cc) + words(bcc),
  };
}

const PEOPLE = new Set([
  'author',
  'last-author',
  'saved-by',
  'person',
  'account',
  'comment-author',
  'change-author',
  'signer',
  'owner',
  'write-access',
  'last-user',
]);

/** Who had a document in hand is found as its sender, its title as its subject. */
function documentWords({ metadata = [] }: ItemRecord): Pick<PreparedItem, 'sender' | 'subject'> {
  if (metadata.length === 0) return { sender: '', subject: '' };
  const people = metadata.filter(({ field }) => PEOPLE.has(field)).map(({ value }) => value);
  const titles = metadata.filter(({ field }) => field === 'title').map(({ value }) => value);
  return { sender: [...new Set(people)].join('\n'), subject: [...new Set(titles)].join('\n') };
}

function words(people: readonly Address[]): string {
  let all = '';
  for (const { name, address } of people) all += `${name} ${address}\n`;
  return all;
}

/** A message's own name is its subject, which has a column of its own. */
function fileNames(item: ItemRecord): string {
  const names = item.attachments.join('\n');
  return item.message ? names : `${item.name}\n${names}`;
}
