import { decodeCharset } from '../text/charset.ts';

/** A property of a card or a calendar (RFC 6350, 3.3; RFC 5545, 3.1). */
export interface ContentLine {
  /** In capitals, without the group that cards may put before it. */
  readonly name: string;
  /** As written, from the first semicolon on. */
  readonly parameters: string;
  /** Quoted-printable undone; escapes are left. */
  readonly value: string;
}

/** What stands before the colon or the first parameter: a name, perhaps a group. */
const NAME = /^(?:[\w-]{1,40}\.)?([A-Za-z][\w-]{0,60})$/;

/**
 * The properties of cards and calendars, lines put together that were folded: with white space in all versions, and in
 * vCard 2.1 and vCalendar 1.0 with the `=` of quoted-printable.
 */
export function* contentLines(source: string): Generator<ContentLine> {
  const lines = source.replace(/\n[ \t]/g, '').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const colon = colonOf(line);
    const semicolon = line.slice(0, Math.max(0, colon)).indexOf(';');
    const end = semicolon < 0 ? colon : semicolon;
    const name = colon < 0 ? undefined : NAME.exec(line.slice(0, end))?.[1];
    if (name === undefined) continue;
    const parameters = line.slice(end, colon);
    let value = line.slice(colon + 1);
    if (/QUOTED-PRINTABLE/i.test(parameters)) {
      while (value.endsWith('=') && i + 1 < lines.length) value = value.slice(0, -1) + (lines[++i] ?? '');
      value = quotedPrintable(value, CHARSET.exec(parameters)?.[1] ?? '');
    }
    yield { name: name.toUpperCase(), parameters, value };
  }
}

/** The first colon outside of quotation marks; where a mark is not closed, the first one. */
function colonOf(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return line.indexOf(':');
}

const CHARSET = /;CHARSET="?([\w:.-]{1,40})/i;

/** 2.1 names the charset of each value; what names none is UTF-8, or in what it reads best in. */
function quotedPrintable(value: string, charset: string): string {
  const bytes = value.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeCharset(Buffer.from(bytes, 'latin1'), charset);
}
