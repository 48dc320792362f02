/** Canonicalisation, RFC 6376 section 3.4. */
import type { Header } from '../wire/wire.ts';

export type Canonicalization = 'simple' | 'relaxed';

export function canonicalHeader([name, value]: Header, how: Canonicalization): string {
  if (how === 'simple') return `${name}: ${value}`;
  return `${name.toLowerCase()}:${value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/gu, ' ')
    .trim()}`;
}

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
