import type { MapiMessage } from './message.ts';
import type { RebuiltHeaders } from './message-headers.ts';
import type { PropertyBag } from './property-bag.ts';
import { SET, TAG } from './tags.ts';

/** A fact is a remark, not a body. Attack: a class name of 100 MB. */
const LONGEST = 4000;
const IMPORTANCE = ['low', 'normal', 'high'];
const TASK_STATUS = ['not started', 'in progress', 'complete', 'waiting', 'deferred'];

/**
 * What the store knows of an item beside the message itself: times it kept on its own account, who
 * touched it, how it travelled. Times are ISO 8601 in UTC.
 */
export function itemFacts(message: MapiMessage): Record<string, string> {
  const { properties } = message;
  const facts: Record<string, string> = {};
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') facts[name] = String(value).slice(0, LONGEST);
  };
  add('message-class', properties.text(TAG.messageClass));
  add('creation-time', properties.time(TAG.creationTime));
  add('last-modification-time', properties.time(TAG.lastModificationTime));
  add('client-submit-time', properties.time(TAG.clientSubmitTime));
  add('delivery-time', properties.time(TAG.messageDeliveryTime));
  add('creator', properties.text(TAG.creatorName));
  add('last-modifier', properties.text(TAG.lastModifierName));
  add('conversation-topic', properties.text(TAG.conversationTopic));
  add('conversation-index', hex(properties.binary(TAG.conversationIndex)));
  add('search-key', hex(properties.binary(TAG.searchKey)));
  add('code-page', properties.number(TAG.internetCodePage));
  add('locale', properties.number(TAG.messageLocaleId));
  const importance = properties.number(TAG.importance);
  add('importance', importance === null || importance === 1 ? null : (IMPORTANCE[importance] ?? importance));
  addFlags(properties, add);
  addTask(properties, add);
  return facts;
}

/** How the header came about: what an examiner must know before resting anything on it. */
export function headerFacts(headers: RebuiltHeaders): Record<string, string> {
  const facts: Record<string, string> = { headers: headers.source };
  if (headers.added.length > 0) facts['added-headers'] = headers.added.join(', ');
  if (headers.replaced.length > 0) {
    facts['replaced-headers'] = headers.replaced
      .map(({ raw }) => raw)
      .join('\n')
      .slice(0, LONGEST);
  }
  return facts;
}

type Add = (name: string, value: string | number | null) => void;

/** MS-OXCMSG 2.2.1.6: read 0x1, unmodified 0x2, unsent 0x8, from me 0x20. */
function addFlags(properties: PropertyBag, add: Add): void {
  const flags = properties.number(TAG.messageFlags);
  if (flags === null) return;
  add('read', (flags & 1) !== 0 ? 'yes' : 'no');
  if ((flags & 8) !== 0) add('draft', 'yes');
}

function addTask(properties: PropertyBag, add: Add): void {
  const named = (id: number) => properties.named(SET.task, id);
  const status = properties.number(named(0x8101));
  add('task-status', status === null ? null : (TASK_STATUS[status] ?? status));
  add('task-start', properties.time(named(0x8104)));
  add('task-due', properties.time(named(0x8105)));
  add('task-completed', properties.time(named(0x810f)));
  add('task-owner', properties.text(named(0x811f)));
  add('journal-type', properties.text(properties.named(SET.log, 0x8700)));
  add('journal-start', properties.time(properties.named(SET.log, 0x8706)));
  add('reminder-time', properties.time(properties.named(SET.common, 0x8502)));
}

function hex(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes.subarray(0, 256)).toString('hex');
}
