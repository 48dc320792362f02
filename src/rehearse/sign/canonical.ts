/** Canonicalisation, RFC 6376 section 3.4. */
import type { Header } from '../wire/wire.ts';

/** The two algorithms. */
export type Canonicalization = 'simple' | 'relaxed';

/** One field without its line end (3.4.1, 3.4.2). */
export function canonicalHeader([name, value]: Header, how: Canonicalization): string {
  if (how === 'simple') return `${name}: ${value}`;
  return `${name.toLowerCase()}:${value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/gu, ' ')
    .trim()}`;
}

/** A body of CRLF lines (3.4.3, 3.4.4). */
export function canonicalBody(body: string, how: Canonicalization): string {
  const lines =
    how === 'simple'
      ? body
      : body
          .split('\r\n')
          .map((line) => line.replace(/[ \t]+/gu, ' ').replace(/ $/u, ''))
          .join('\r\n');
  const text = lines.replace(/(?:\r\n)+$/u, '');
  return text === '' && how === 'relaxed' ? '' : `${text}\r\n`;
}

/** The fields a list of names covers: each name takes the lowest instance not yet taken (section 5.4.2). */
export function coveredHeaders(headers: readonly Header[], names: readonly string[]): readonly Header[] {
  const taken = new Set<number>();
  return names.flatMap((name) => {
    const index = headers.findLastIndex((header, at) => !taken.has(at) && header[0].toLowerCase() === name);
    const header = headers[index];
    if (header === undefined) return [];
    taken.add(index);
    return [header];
  });
}
