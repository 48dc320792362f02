import { authorKey, footersOf, type Mail } from './mail.ts';
import { NAME, tokensOf } from './tokens.ts';

/**
 * Tells lines that at least `least` people wrote in as many threads and that name nobody: list footers, rulers,
 * "Thanks,". `tag` marks the names of people of the mailbox; `isOpen` tells addresses that may be written down.
 */
export function commonLines(
  mails: readonly Mail[],
  least: number,
  tag: (tokens: readonly string[]) => readonly string[],
  isOpen: (address: string) => boolean,
): (line: string) => boolean {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> } | true>();
  for (const { text, from, thread, tree } of mails) {
    const author = authorKey({ from });
    for (const line of new Set([text, ...footersOf(tree)].join('\n').split('\n'))) {
      if (line.trim().length < 2 || line.startsWith('>')) continue;
      const entry = seen.get(line) ?? { authors: new Set(), threads: new Set() };
      if (entry === true) continue;
      entry.authors.add(author);
      entry.threads.add(thread);
      seen.set(line, (entry.authors.size >= least && entry.threads.size >= least) || entry);
    }
  }
  const kept = new Set<string>();
  for (const [line, entry] of seen) if (entry === true && !namesSomebody(line, tag, isOpen)) kept.add(line);
  return (line) => kept.has(line);
}

function namesSomebody(
  line: string,
  tag: (tokens: readonly string[]) => readonly string[],
  isOpen: (address: string) => boolean,
): boolean {
  const addresses = line.match(/[\w.+-]{1,64}@[\w.-]{1,253}/g) ?? [];
  return (
    addresses.some((each) => !isOpen(each)) || tag(tokensOf(line)).some((token) => token.startsWith(NAME))
  );
}
