import type { Mail } from './mail.ts';
import type { Owner } from './people.ts';
import { nameToken } from './tokens.ts';

/** Display names of lists, robots and rooms: their words are nobody's. */
const NOBODY =
  /\b(?:list|liste|lists|users?|devel|developers?|team|équipe|group|groupe|mailing|kernel|linux|support|info|contact|bot|robot|daemon|admin|administrator|service|newsletter|office|bureau|project|community)\b/i;

// A name that is written in lower case this often beside capitals is also a word: Mark, Will, Rose.
const MOST_AS_WORD = 0.2;

/** Two letters are a name as well (Li, Bo, Yu), but no abbreviation (QA). */
const NAME_WORD = /^\p{Lu}(?:\p{Ll}|[\p{L}-]{2,})$/u;

const ADDRESSES = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|https?:\/\/\S{1,400}/g;

/** Replaces tokens that name somebody of the mailbox by a token that stands for a name. */
export function nameTagger(mails: readonly Mail[], owner: Owner): (tokens: readonly string[]) => string[] {
  const names = namesOf(mails, new Set(owner.addresses.map((each) => each.toLowerCase())));
  dropWords(names, mails);
  return (tokens) =>
    tokens.map((token) => {
      const part = names.get(token.trim());
      return part === undefined ? token : nameToken(token, part);
    });
}

/** Words that name somebody of the mailbox, with the part of the name they are. */
export function mailboxNames(mails: readonly Mail[]): Map<string, 'given' | 'family'> {
  const names = namesOf(mails, new Set());
  dropWords(names, mails);
  return names;
}

function namesOf(mails: readonly Mail[], owners: ReadonlySet<string>): Map<string, 'given' | 'family'> {
  const names = new Map<string, 'given' | 'family'>();
  for (const { from, to, cc } of mails) {
    for (const person of [from, ...to, ...cc]) {
      const name = (person?.name ?? '').replace(/\s+via\s.*$/i, '');
      if (NOBODY.test(name)) continue;
      const words = name.split(/[\s,."'()]+/).filter((word) => NAME_WORD.test(word));
      words.forEach((word, index) => {
        if (!names.has(word)) names.set(word, index === 0 ? 'given' : 'family');
      });
    }
  }
  // The owner agrees to appear, so the owner's names stay what they are.
  for (const { from } of mails)
    if (from !== null && owners.has(from.address.toLowerCase()))
      for (const word of from.name.split(/[\s,."'()]+/)) names.delete(word);
  return names;
}

function dropWords(names: Map<string, 'given' | 'family'>, mails: readonly Mail[]): void {
  const lower = new Map<string, { word: number; name: number }>();
  for (const name of names.keys()) lower.set(name.toLowerCase(), { word: 0, name: 0 });
  for (const { text } of mails) {
    // In an address a name stands in lower case, and is no less a name.
    for (const [word] of text.replace(ADDRESSES, ' ').matchAll(/\p{L}{2,30}/gu)) {
      const count = lower.get(word.toLowerCase());
      if (count !== undefined) count[word === word.toLowerCase() ? 'word' : 'name']++;
    }
  }
  for (const name of [...names.keys()]) {
    const { word, name: as } = lower.get(name.toLowerCase()) ?? { word: 0, name: 1 };
    if (word > MOST_AS_WORD * as) names.delete(name);
  }
}
