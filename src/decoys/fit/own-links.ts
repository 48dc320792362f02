import { isOwnOrReserved } from '../guard/domains.ts';
import type { Mail } from './mail.ts';
import type { Owner } from './people.ts';

const MOST = 20;
const LINK = /https?:\/\/([\w.-]{1,253})((?:\/[a-z-]{1,20}(?=\/)){0,2})\//g;

/** Beginnings of addresses on the owner's own domains that three threads have, most frequent first. */
export function ownLinks(mails: readonly Mail[], { domains }: Owner): string[] {
  const seen = new Map<string, Set<string>>();
  for (const { text, thread } of mails)
    for (const [link, host = ''] of text.matchAll(LINK))
      if (isOwnOrReserved(host, domains)) seen.set(link, (seen.get(link) ?? new Set()).add(thread));
  return [...seen]
    .filter(([, threads]) => threads.size >= 3)
    .sort(([a, m], [b, n]) => n.size - m.size || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([link]) => link);
}
