import { createHash } from 'node:crypto';
import type { Draft, Meeting } from '../story/terms.ts';
import { base64 } from '../wire/transfer.ts';
import { utf8, type Wire } from '../wire/wire.ts';

/** A calendar part (RFC 5545) that asks the recipients to a meeting. */
export function invitation(draft: Draft, meeting: Meeting): Wire {
  const uid = createHash('sha256').update(`${draft.from.address}${draft.at}`).digest('hex').slice(0, 32);
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Agenda partagé//1.4//FR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(draft.at)}`,
    `DTSTART:${stamp(meeting.start)}`,
    `DTEND:${stamp(meeting.start + meeting.minutes * 60_000)}`,
    `SUMMARY:${draft.subject}`,
    `LOCATION:${meeting.place}`,
    `ORGANIZER;CN=${draft.from.name}:mailto:${draft.from.address}`,
    ...draft.to.map(({ name, address }) => `ATTENDEE;CN=${name}:mailto:${address}`),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return {
    headers: [
      ['Content-Type', 'text/calendar; charset=utf-8; method=REQUEST'],
      ['Content-Transfer-Encoding', 'base64'],
    ],
    body: base64(utf8(`${lines.join('\r\n')}\r\n`)),
  };
}

function stamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}
