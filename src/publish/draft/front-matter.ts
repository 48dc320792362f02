export interface FrontMatter {
  readonly entries: Readonly<Record<string, string>>;
  /** Lines it takes, both fences included; 0 where there is none. */
  readonly lines: number;
}

/** Attack: a file of nothing but entries. */
const MOST_LINES = 200;

/**
 * `key: value` lines between two `---`, as site generators have them. Only flat text is read: no lists, no types; a line
 * indented or beginning with `- ` goes on with the entry before.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trim() !== '---') return NONE;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  if (end < 0 || end > MOST_LINES) return NONE;
  const entries: Record<string, string> = {};
  let last: string | null = null;
  for (const line of lines.slice(1, end)) {
    const entry = /^([\p{L}][\p{L}\p{N} _’'-]{0,40}?)\s*:(?:\s+|$)(.*)$/u.exec(line);
    if (entry !== null) {
      last = (entry[1] ?? '').toLowerCase();
      entries[last] = unquoted(entry[2] ?? '');
    } else if (last !== null && /^\s+\S|^- /u.test(line))
      entries[last] = [entries[last], unquoted(line.replace(/^\s*-?\s*/u, ''))].filter(Boolean).join('; ');
  }
  return { entries, lines: end + 1 };
}

const NONE: FrontMatter = { entries: {}, lines: 0 };

function unquoted(value: string): string {
  const text = value.trim();
  const quoted = /^"(.*)"$|^'(.*)'$/u.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  return /^[>|][+-]?$/u.test(text) ? '' : text;
}
