/**
 * Content lines as vCard (RFC 6350) and iCalendar (RFC 5545) share them: escaped text, folded at 75 bytes.
 */
export class ContentLines {
  readonly #lines: string[] = [];

  raw(line: string): void {
    this.#lines.push(fold(line));
  }

  /** One text value; nothing is written for an absent one. */
  text(name: string, value: string | null): void {
    if (value !== null && value !== '') this.raw(`${name}:${escapeText(value)}`);
  }

  /** A value of several components, of which at least one must be there. */
  components(name: string, values: readonly (string | null)[]): void {
    if (values.some((value) => value !== null && value !== '')) {
      this.raw(`${name}:${values.map((value) => escapeText(value ?? '')).join(';')}`);
    }
  }

  bytes(): Uint8Array {
    return Buffer.from(this.#lines.map((line) => `${line}\r\n`).join(''));
  }
}

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n');
}

/** A parameter value may hold neither quotes nor control characters. */
export function parameterText(text: string): string {
  return `"${text.toWellFormed().replace(/["\p{Cc}]/gu, ' ')}"`;
}

/** Lines of at most 75 bytes, never cut inside a character. */
function fold(line: string): string {
  if (line.length <= 24) return line;
  const bytes = Buffer.from(line);
  if (bytes.length <= 75) return line;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    let end = Math.min(bytes.length, at + 74);
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
    parts.push(bytes.toString('utf8', at, end));
    at = end;
  }
  return parts.join('\r\n ');
}
