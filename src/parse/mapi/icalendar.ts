import { fromOf, type Mailbox, recipientsOf } from './addresses.ts';
import { ContentLines, parameterText } from './content-lines.ts';
import type { MapiMessage } from './message.ts';
import { subjectOf } from './stated.ts';
import { SET, TAG } from './tags.ts';

const BUSY = ['FREE', 'TENTATIVE', 'BUSY', 'OOF'];
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/meeting\.request/i, 'REQUEST'],
  [/meeting\.canceled/i, 'CANCEL'],
  [/meeting\.resp/i, 'REPLY'],
];
const REPLIES: readonly (readonly [RegExp, string])[] = [
  [/resp\.pos/i, 'ACCEPTED'],
  [/resp\.neg/i, 'DECLINED'],
  [/resp\.tent/i, 'TENTATIVE'],
];

/**
 * An appointment or meeting (MS-OXOCAL) as iCalendar, RFC 5545. Times are UTC; a recurrence stands in the
 * words of Outlook (COMMENT) for its binary rule is not translated.
 */
export function writeCalendar(message: MapiMessage, description: string | null): Uint8Array {
  const { properties } = message;
  const named = (id: number) => properties.named(SET.appointment, id);
  const messageClass = properties.text(TAG.messageClass) ?? '';
  const lines = new ContentLines();
  lines.raw('BEGIN:VCALENDAR');
  lines.raw('VERSION:2.0');
  lines.raw('PRODID:-//Tamis//rebuilt from MAPI properties//EN');
  const method = METHODS.find(([pattern]) => pattern.test(messageClass))?.[1];
  if (method !== undefined) lines.raw(`METHOD:${method}`);
  lines.raw('BEGIN:VEVENT');
  lines.text('UID', uidOf(message));
  const stamp = properties.time(TAG.lastModificationTime) ?? properties.time(TAG.creationTime);
  if (stamp !== null) lines.raw(`DTSTAMP:${basic(stamp)}`);
  const allDay = properties.number(named(0x8215)) === 1;
  addTime(lines, 'DTSTART', properties.time(named(0x820d)) ?? properties.time(TAG.startDate), allDay);
  addTime(lines, 'DTEND', properties.time(named(0x820e)) ?? properties.time(TAG.endDate), allDay);
  lines.text('SUMMARY', subjectOf(properties));
  lines.text('LOCATION', properties.text(named(0x8208)));
  lines.text('COMMENT', properties.text(named(0x8232)));
  lines.text('DESCRIPTION', description);
  const busy = properties.number(named(0x8205));
  if (busy !== null) lines.raw(`X-MICROSOFT-CDO-BUSYSTATUS:${BUSY[busy] ?? busy}`);
  addPeople(lines, message, messageClass);
  const created = properties.time(TAG.creationTime);
  if (created !== null) lines.raw(`CREATED:${basic(created)}`);
  lines.raw('END:VEVENT');
  lines.raw('END:VCALENDAR');
  return lines.bytes();
}

function addPeople(lines: ContentLines, message: MapiMessage, messageClass: string): void {
  const from = fromOf(message.properties);
  const reply = REPLIES.find(([pattern]) => pattern.test(messageClass))?.[1];
  if (from !== null)
    lines.raw(person(reply === undefined ? 'ORGANIZER' : `ATTENDEE;PARTSTAT=${reply}`, from));
  if (reply !== undefined) return;
  for (const box of recipientsOf(message, 'to')) lines.raw(person('ATTENDEE;ROLE=REQ-PARTICIPANT', box));
  for (const box of recipientsOf(message, 'cc')) lines.raw(person('ATTENDEE;ROLE=OPT-PARTICIPANT', box));
}

function person(property: string, { name, address }: Mailbox): string {
  const named = name === '' ? '' : `;CN=${parameterText(name)}`;
  return `${property}${named}:mailto:${address.replace(/\p{Cc}/gu, '')}`;
}

/** PidLidGlobalObjectId; for items that came from elsewhere it carries their own UID after `vCal-Uid` (MS-OXCICAL 2.1.3.1.1.20.26). */
function uidOf(message: MapiMessage): string | null {
  const { properties } = message;
  const id = properties.named(SET.meeting, 0x03);
  const bytes = id === null ? null : properties.binary(id);
  if (bytes === null || bytes.length === 0) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const foreign = buffer.indexOf('vCal-Uid');
  if (foreign < 0) return buffer.toString('hex').toUpperCase();
  return buffer.toString('utf8', foreign + 12).split('\0')[0] ?? null;
}

function addTime(lines: ContentLines, name: string, iso: string | null, allDay: boolean): void {
  if (iso === null) return;
  // An all-day event starts at local midnight, and the offset is not known here: the time tells both.
  lines.raw(`${name}:${basic(iso)}`);
  if (allDay && name === 'DTSTART') lines.raw('X-MICROSOFT-CDO-ALLDAYEVENT:TRUE');
}

function basic(iso: string): string {
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
