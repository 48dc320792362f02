import { contentLines } from './content-lines.ts';

const WORDS =
  /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|RESOURCES|CATEGORIES|URL|ORGANIZER|ATTENDEE|DTSTART|DTEND|DUE|X-WR-CALNAME|X-WR-CALDESC)$/;

/** The words of a calendar (RFC 5545, and vCalendar 1.0 before it): what, where, who and when, one a line; empty when it is no calendar. */
export function calendarText(source: string): string {
  const out: string[] = [];
  let inZone = false;
  for (const { name, parameters, value } of contentLines(source)) {
    // The rules of a time zone have beginnings too, most of them in 1601.
    if (name === 'BEGIN' || name === 'END') {
      if (/^VTIMEZONE/i.test(value)) inZone = name === 'BEGIN';
    } else if (WORDS.test(name) && !inZone) {
      const person = /;CN=(?:"([^"]{1,200})"|([^";:]{1,200}))/i.exec(parameters);
      const text = unescapedText(value);
      out.push(person === null ? text : `${person[1] ?? person[2]} ${text}`);
    }
  }
  return out.join('\n');
}

/** Section 3.3.11: escapes of the values of texts. */
export function unescapedText(value: string): string {
  return value
    .replace(/\\[nN]/g, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .trim();
}
