import type { LinkBeginning } from '../fit/link-beginnings.ts';
import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { Random } from '../model/random.ts';

/** Parts of made-up links: words of the mailbox by their length, which say nothing by themselves. */
export type PathWords = ReadonlyMap<number, readonly string[]>;

/** What links are made of. */
export interface LinkContext {
  readonly linkBeginnings: readonly LinkBeginning[];
  readonly pathWords: PathWords;
  readonly ownLinks: readonly string[];
  /** A domain of the owner's or a reserved one. */
  readonly domain: string;
  readonly random: Random;
}

const LEAST_SAID = 3;
const [SHORTEST, LONGEST] = [3, 9];
const MOST_PATH = 60;
/** Share of rare links that lead to the owner's house, where the mailbox links to it at all. */
const OWN_HOSTS = 0.5;
const LETTERS = 'eeeeetttaaaaooiiinnnssrrrllcdupmhgbvfk';

/** Words in lower case that the kept words say three times at least. */
export function pathWordsOf({ words }: Pick<MailboxModel, 'words'>): PathWords {
  const said = new Map<string, number>();
  for (const { mails } of words)
    for (const { body } of mails)
      for (const { words: text } of body)
        for (const [word] of (text ?? '').matchAll(/(?<=\s|^)[a-z]{3,9}(?=\s)/g))
          said.set(word, (said.get(word) ?? 0) + 1);
  const common = [...said].filter(([, count]) => count >= LEAST_SAID).map(([word]) => word);
  return Map.groupBy(common.sort(), (word) => word.length);
}

/** A word of so many letters. */
export function pathWord(
  length: number,
  { pathWords, random }: Pick<LinkContext, 'pathWords' | 'random'>,
): string {
  const words = pathWords.get(length) ?? [];
  if (words.length > 0) return random.pick(words);
  if (length <= LONGEST) return random.letters(length, LETTERS);
  // Longer than any word: several in a row, as names of files are.
  const first = random.between(SHORTEST, LONGEST);
  return pathWord(first, { pathWords, random }) + pathWord(length - first, { pathWords, random });
}

/**
 * A link of about so many characters. It begins as links of the mailbox do, as often, or with a host of the owner's
 * that it links to. (Owner's hosts in place of all foreign links told decoys at once: 32 % of them in a
 * mailbox where no mail had one.)
 */
export function linkOf(length: number, context: LinkContext): string {
  const begin = drawnBeginning(context);
  let path = '';
  for (const least = Math.max(4, Math.min(MOST_PATH, length - begin.length)); path.length < least; ) {
    const joint = path === '' ? '' : context.random.chance(0.6) ? '/' : '-';
    path += joint + pathWord(context.random.between(SHORTEST, LONGEST), context);
  }
  return begin + path;
}

function drawnBeginning({ linkBeginnings, ownLinks, domain, random }: LinkContext): string {
  const hosts = [...new Set(ownLinks.flatMap((link) => /^https?:\/\/[^/]+\//.exec(link)?.[0] ?? []))];
  // A link that is nobody else's has no kin: all of them under the few common beginnings would make those too frequent.
  if (hosts.length > 0 && random.chance(OWN_HOSTS)) return random.pick(hosts);
  const all = linkBeginnings.reduce((sum, { threads }) => sum + threads, 0);
  let left = random.next() * all;
  for (const { begin, threads } of linkBeginnings) {
    left -= threads;
    if (left < 0) return begin;
  }
  return hosts.length === 0 ? `https://www.${domain}/` : random.pick(hosts);
}
