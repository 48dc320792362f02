import { banal } from './banal.ts';
import { fileNameOf, fullName, type ItemContext, type MadeItem } from './item.ts';

const HOUR = 3_600_000;

/** One appointment (RFC 5545), as a calendar exports it. */
export function makeCalendar({ language, people, at, random }: ItemContext): MadeItem {
  const [organiser, ...guests] = people;
  const { title, sentences } = banal(language, 3, people.map(fullName), random);
  const start = Math.ceil((at + random.between(1, 20) * 24 * HOUR) / (HOUR / 2)) * (HOUR / 2);
  const end = start + random.pick([1, 2, 3, 4]) * (HOUR / 2);
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `CREATED:${stamp(at)}`,
    `LAST-MODIFIED:${stamp(at)}`,
    `DTSTAMP:${stamp(at)}`,
    `UID:${[8, 4, 4, 4, 12].map((length) => random.letters(length, '0123456789abcdef')).join('-')}`,
    `SUMMARY:${escaped(title)}`,
    `ORGANIZER;CN=${fullName(organiser)}:mailto:${organiser.address}`,
    ...guests.map((guest) => `ATTENDEE;CN=${fullName(guest)};PARTSTAT=NEEDS-ACTION:mailto:${guest.address}`),
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    `DESCRIPTION:${escaped(sentences.join('\n'))}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return {
    bytes: Buffer.from(lines.map(folded).join('\r\n'), 'utf8'),
    fileName: fileNameOf(title, start, 'ics'),
    type: 'text/calendar',
    folder: language === 'fr' ? 'Agenda' : 'Calendar',
    text: [title, ...sentences, ...people.map(fullName)].join('\n'),
    accounts: [],
    harm: 'none',
  };
}

function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** RFC 5545 section 3.3.11, and the same in RFC 6350. */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of at most 75 octets (section 3.1); a character is never cut in two. */
export function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
