/** The words of a calendar part (RFC 5545) for the index. */

const WORDS =
  /^(SUMMARY|DESCRIPTION|LOCATION|COMMENT|ORGANIZER|ATTENDEE|DTSTART|DTEND)((?:;[^:\r\n]*)?):(.*)$/i;

/** Summary, description, place, people and times, one a line; empty when it is no calendar. */
export function calendarText(source: string): string {
  const out: string[] = [];
  // Section 3.1: a line that begins with white space continues the one before.
  for (const line of source.replace(/\n[ \t]/g, '').split('\n')) {
    const match = WORDS.exec(line);
    if (match === null) continue;
    const [, , params = '', value = ''] = match;
    const name = /;CN="?([^";:]{1,200})/i.exec(params)?.[1] ?? '';
    const text = value
      .replace(/\\[nN]/g, '\n')
      .replace(/\\([,;\\])/g, '$1')
      .trim();
    out.push(name === '' ? text : `${name} ${text}`);
  }
  return out.join('\n');
}
