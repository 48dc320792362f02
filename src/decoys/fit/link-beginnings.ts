import { isOwnOrReserved } from '../guard/domains.ts';
import { authorKey, type Mail } from './mail.ts';
import type { Owner } from './people.ts';
import { isSecretLink } from './secret-link.ts';

const LINK = /https?:\/\/[^\s<>"]{1,400}/g;
/** Deeper parts of a path are one page's, not a place's. */
const DEEPEST = 5;
/** Beginnings kept, the most frequent ones. */
const MOST = 200;
/** What stands behind one of these names a person: a profile under a made-up name may be somebody's. */
const PEOPLE = /\/(?:in|u|users?|people|profiles?|person|members?|~[^/]{0,60}|@[^/]{0,60})\/$/i;

/** How foreign links of the mailbox begin, and in how many threads: a host with a part of its path at least. */
export interface LinkBeginning {
  readonly begin: string;
  readonly threads: number;
}

/**
 * Beginnings of links to others' pages that `least` people wrote in as many threads, the most frequent first: the house of
 * a project on a code host, the archive of a list. Each link counts for the longest of its beginnings.
 */
export function linkBeginnings(mails: readonly Mail[], least: number, { domains }: Owner): LinkBeginning[] {
  const seen = new Map<string, { authors: Set<string>; threads: Set<string> }>();
  const links = mails.map(({ text }) => [...new Set(text.match(LINK) ?? [])]);
  for (const [at, { from, thread }] of mails.entries())
    for (const begin of new Set((links[at] ?? []).flatMap(beginningsOf))) {
      const entry = seen.get(begin) ?? { authors: new Set(), threads: new Set() };
      seen.set(begin, entry);
      if (entry.authors.size < least) entry.authors.add(authorKey({ from }));
      if (entry.threads.size < least) entry.threads.add(thread);
    }
  const common = new Set<string>();
  for (const [begin, { authors, threads }] of seen)
    if (authors.size >= least && threads.size >= least && isNobodys(begin, domains)) common.add(begin);
  const threads = new Map<string, Set<string>>();
  for (const [at, { thread }] of mails.entries())
    for (const link of links[at] ?? []) {
      const begin = beginningOf(link, common);
      if (begin !== null) threads.set(begin, (threads.get(begin) ?? new Set()).add(thread));
    }
  return [...threads]
    .map(([begin, { size }]) => ({ begin, threads: size }))
    .sort((a, b) => b.threads - a.threads || (a.begin < b.begin ? -1 : 1))
    .slice(0, MOST);
}

/** The longest of the beginnings with which a link begins, or null. */
export function beginningOf(
  link: string,
  known: { readonly has: (begin: string) => boolean },
): string | null {
  return beginningsOf(link).findLast((begin) => known.has(begin)) ?? null;
}

/** `https://host/a/`, `https://host/a/b/`, `https://host/a/b?id=`, the shortest first; something follows each. */
function beginningsOf(link: string): string[] {
  const out: string[] = [];
  const host = /^https?:\/\/[^/?#]*\//.exec(link)?.[0].length ?? link.length;
  for (let at = host; at < link.length - 1 && out.length < DEEPEST; at++)
    if ((link[at] === '/' || link[at] === '=') && at > host) out.push(link.slice(0, at + 1));
  return out;
}

function isNobodys(begin: string, domains: readonly string[]): boolean {
  const host = /^https?:\/\/([\w.-]+)\//.exec(begin)?.[1];
  return host !== undefined && !isOwnOrReserved(host, domains) && !isSecretLink(begin) && !PEOPLE.test(begin);
}
