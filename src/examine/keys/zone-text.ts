/** One entry of a zone file: a logical line, which parentheses may spread over several. */
export interface ZoneEntry {
  /** Of its first line, from 1. */
  readonly line: number;
  /** Unquoted words. */
  readonly words: readonly string[];
  /** Quoted strings, escapes resolved. */
  readonly strings: readonly string[];
  readonly comment: string;
  /** The text as it stands, for the many files that write a record unquoted, semicolons and all. */
  readonly raw: string;
}

/** Splits zone text (RFC 1035 section 5.1) into entries: quotes, parentheses, comments, escapes. */
export function* readZoneEntries(text: string): Generator<ZoneEntry> {
  let line = 1;
  let position = 0;
  while (position < text.length) {
    const entry = readEntry(text, position, line);
    if (entry.words.length + entry.strings.length > 0) yield entry;
    for (let i = position; i < entry.end; i++) if (text.charCodeAt(i) === 10) line++;
    position = entry.end;
  }
}

function readEntry(text: string, start: number, line: number): ZoneEntry & { end: number } {
  const words: string[] = [];
  const strings: string[] = [];
  let comment = '';
  let depth = 0;
  let i = start;
  while (i < text.length) {
    const char = text.charAt(i);
    if (char === '\n' && depth === 0) break;
    if (char === '"') {
      const string = readString(text, i + 1);
      strings.push(string.value);
      i = string.end;
    } else if (char === ';' || (char === '#' && words.length === 0)) {
      const end = lineEnd(text, i);
      comment += text.slice(i + 1, end);
      i = end;
    } else if (char === '(' || char === ')') {
      depth = Math.max(0, depth + (char === '(' ? 1 : -1));
      i++;
    } else if (/\s/.test(char)) i++;
    else {
      const end = wordEnd(text, i);
      words.push(text.slice(i, end));
      i = end;
    }
  }
  return { line, words, strings, comment, raw: text.slice(start, i), end: i + 1 };
}

function readString(text: string, start: number): { value: string; end: number } {
  let value = '';
  let i = start;
  while (i < text.length && text.charAt(i) !== '"') {
    if (text.charAt(i) === '\\') {
      const code = /^\d{3}/.exec(text.slice(i + 1, i + 4))?.[0];
      value += code === undefined ? text.charAt(i + 1) : String.fromCharCode(Number(code));
      i += code === undefined ? 2 : 4;
    } else value += text.charAt(i++);
  }
  return { value, end: i + 1 };
}

function wordEnd(text: string, start: number): number {
  let i = start;
  while (i < text.length && !/[\s;()"]/.test(text.charAt(i))) i++;
  return i;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}
