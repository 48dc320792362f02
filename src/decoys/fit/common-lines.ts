import type { Mail } from './mail.ts';
import { NAME, tokensOf } from './tokens.ts';

/**
 * Tells lines that at least `least` people wrote in as many threads and that name nobody: list footers, rulers,
 * "Thanks,". `tag` marks the names of people of the mailbox.
 */
export function commonLines(
  mails: readonly Mail[],
  least: number,
  tag: (tokens: readonly string[]) => readonly string[],
): (line: string) => boolean {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> } | true>();
  for (const { text, from, thread } of mails) {
    for (const line of new Set(text.split('\n'))) {
      if (line.trim().length < 2 || line.startsWith('>')) continue;
      const entry = seen.get(line) ?? { authors: new Set(), threads: new Set() };
      if (entry === true) continue;
      entry.authors.add(from?.address ?? '');
      entry.threads.add(thread);
      seen.set(line, (entry.authors.size >= least && entry.threads.size >= least) || entry);
    }
  }
  const kept = new Set<string>();
  for (const [line, entry] of seen) if (entry === true && !namesSomebody(line, tag)) kept.add(line);
  return (line) => kept.has(line);
}

function namesSomebody(line: string, tag: (tokens: readonly string[]) => readonly string[]): boolean {
  return /@|https?:|www\./.test(line) || tag(tokensOf(line)).some((token) => token.startsWith(NAME));
}
