import { decodePlain } from '../document/plain-text.ts';
import { unescapedText } from '../mime/calendar.ts';
import { type ContentLine, contentLines } from '../mime/content-lines.ts';
import { isoMoment } from './clock.ts';
import type { Collector } from './collector.ts';
import { isRemoteTarget } from './remote-target.ts';

/** Properties of cards (RFC 6350, 6.7) and calendars (RFC 5545, 3.7 and 3.8) that say who or what made them, and when. */
const FIELDS: Readonly<Record<string, string>> = {
  PRODID: 'application',
  UID: 'document-id',
  REV: 'modified',
  CREATED: 'created',
  'LAST-MODIFIED': 'modified',
  DTSTAMP: 'metadata-modified',
  'X-WR-CALNAME': 'title',
  'X-WR-TIMEZONE': 'time-zone',
  TZ: 'time-zone',
  TZID: 'time-zone',
};

const TIMES = new Set(['REV', 'CREATED', 'LAST-MODIFIED', 'DTSTAMP']);

/** Properties whose value may be a file. */
const FILES = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'ATTACH']);

/**
 * What a card or a calendar says of itself: program, ids, times, zones, who invites; its pictures, sounds, keys and
 * attachments are files of their own. An alarm that runs a program (RFC 2445, 4.8.6.1) is a finding.
 */
export function collectCalendarOrCard(bytes: Uint8Array, out: Collector): void {
  let files = 0;
  let runs = false;
  for (const line of contentLines(decodePlain(bytes))) {
    const { name, value } = line;
    const field = FIELDS[name];
    if (field !== undefined) collectField(field, line, out);
    else if (name === 'ORGANIZER') collectOrganizer(line, out);
    else if (name === 'BEGIN') runs = false;
    else if (name === 'ACTION') runs = /^PROCEDURE/i.test(value);
    if (runs && name === 'ACTION') out.finding('launch-action', 'VALARM ACTION:PROCEDURE');
    if (FILES.has(name)) collectFile(line, ++files, out);
  }
}

function collectField(field: string, { name, value }: ContentLine, out: Collector): void {
  const written = unescapedText(value);
  out.time(field, written, TIMES.has(name) ? isoMoment(extended(written)) : null, name);
}

/** `20170405T101112Z` as ISO 8601 with its signs; RFC 5545 knows no other form, RFC 6350 both. */
function extended(written: string): string {
  return written.replace(
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?/,
    (_, year: string, month: string, day: string, hour?: string, minute?: string, second?: string) =>
      `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}:${second ?? '00'}`}`,
  );
}

function collectOrganizer({ parameters, value }: ContentLine, out: Collector): void {
  const person = /;CN=(?:"([^"]{1,200})"|([^";:]{1,200}))/i.exec(parameters);
  out.field('author', person?.[1] ?? person?.[2], 'ORGANIZER CN');
  out.field('account', value.replace(/^mailto:/i, ''), 'ORGANIZER');
}

/** In base64 (`ENCODING=b`, `BASE64`, or an address that holds its bytes), or somewhere else. */
function collectFile({ name, parameters, value }: ContentLine, number: number, out: Collector): void {
  const address = /^data:[^,]{0,200};base64,/i.exec(value);
  if (address !== null || /;(?:ENCODING=)?(?:B|BASE64)(?=;|$)/i.test(parameters)) {
    const given = /;(?:X-(?:APPLE-)?)?FILENAME=(?:"([^"]{1,200})"|([^";:]{1,200}))/i.exec(parameters);
    const bytes = Buffer.from(value.slice(address?.[0].length ?? 0), 'base64');
    out.embed(given?.[1] ?? given?.[2] ?? `${name.toLowerCase()}-${number}`, bytes);
  } else if (/^[a-z][\w+.-]{1,20}:/i.test(value)) {
    out.field(isRemoteTarget(value) ? 'link' : 'linked-path', value, name);
  }
}
