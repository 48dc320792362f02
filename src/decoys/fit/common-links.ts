import { authorKey, type Mail } from './mail.ts';
import { isSecretLink } from './secret-link.ts';

const LINK = /https?:\/\/[^\s<>"]{1,400}/g;

/** Links that at least `least` people wrote in as many threads and that open nothing by themselves: pages of a list, a licence. */
export function commonLinks(mails: readonly Mail[], least: number): Set<string> {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> }>();
  for (const { text, from, thread } of mails)
    for (const link of new Set(text.match(LINK) ?? [])) {
      const entry = seen.get(link) ?? { authors: new Set(), threads: new Set() };
      seen.set(link, entry);
      if (entry.authors.size < least) entry.authors.add(authorKey({ from }));
      if (entry.threads.size < least) entry.threads.add(thread);
    }
  const kept = [...seen].filter(([, { authors, threads }]) => authors.size >= least && threads.size >= least);
  return new Set(
    kept
      .map(([link]) => link)
      .filter((link) => !isSecretLink(link))
      .sort(),
  );
}
