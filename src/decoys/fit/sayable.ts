import { validAccountNumbers } from '../guard/account-numbers.ts';
import type { BlockList } from '../guard/block-list.ts';
import { isOwnOrReserved } from '../guard/domains.ts';
import { sensitiveTerms } from '../guard/topics.ts';
import { FAMILY, GIVEN } from '../persona/names.ts';
import { beginningOf } from './link-beginnings.ts';
import type { Mail } from './mail.ts';
import { maskedPath } from './masked-path.ts';
import { mailboxNames } from './names.ts';
import type { Owner, People } from './people.ts';
import { isSecretLink } from './secret-link.ts';
import { slot } from './slots.ts';

/** Telephone numbers as people write them: groups of digits behind + or 0. */
const TELEPHONE = /(?:\+\d|(?<![\w.])0\d)\d{0,2}(?:[ .()/-]{1,2}\d{1,4}){3,6}(?!\w)/;
const SECRET =
  /\b(?:pass(?:word|wd|phrase|code)|mot de passe|identifiants?|pin|iban|ssn|credit card|carte bancaire)\b\s{0,3}[:=]/i;
const FINDABLE =
  /https?:\/\/[^\s<>"]{1,400}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|[\p{L}][\p{L}\p{M}’'-]{0,40}/gu;
/** A word with a capital that fewer threads have may name a person or a house. */
const LEAST_THREADS = 3;

/** Turns a text into words that may be said again, or null: see `sayable`. */
export type Sayable = (text: string, form: 'prose' | 'lines') => string | null;

/** Links to others' pages that are nobody's: whole ones, and beginnings. */
export interface CommonLinks {
  readonly whole: { readonly has: (link: string) => boolean };
  readonly beginnings: { readonly has: (begin: string) => boolean };
}

/**
 * Which texts of a mailbox may be said again in a decoy. Refused are those with a word of the banned topics, somebody of
 * the block list, a telephone or account number, a password, or a capitalised word that is neither common in the
 * mailbox nor a name that becomes a slot. People and foreign links become slots.
 */
export function sayable(
  mails: readonly Mail[],
  owner: Owner,
  people: People,
  block: BlockList,
  links: CommonLinks,
): Sayable {
  const names = numberedNames(mails, people);
  const displayed = displayNames(mails, people);
  const threads = threadsOfWords(mails);
  const common = (word: string): boolean => (threads.get(word) ?? 0) >= LEAST_THREADS;
  const persons = people.slots.flatMap(({ role }, number) => (role === 'person' ? [number] : []));
  const stranger = (name: string): number => persons[hashOf(name) % Math.max(1, persons.length)] ?? 0;

  const isCommonWord = (word: string): boolean => common(word) && !names.has(word);

  const addressSlot = (address: string): string => {
    const number = people.find(address);
    if (number !== null) return people.slots[number]?.role === 'person' ? slot('address', number) : address;
    const own = isOwnOrReserved(address.slice(address.indexOf('@') + 1), owner.domains);
    return own ? address : slot('address', stranger(address));
  };
  const linkSlot = (link: string): string => {
    const host = /^https?:\/\/([\w.-]+)/.exec(link)?.[1] ?? '';
    // A page of the house's own is public; a key to one is not, and openings are.
    const open = isOwnOrReserved(host, owner.domains) && !isSecretLink(link);
    if (open || links.whole.has(link)) return link;
    const begin = isSecretLink(link) ? null : beginningOf(link, links.beginnings);
    const rest = begin === null ? null : maskedPath(link.slice(begin.length), isCommonWord);
    return begin === null || rest === null ? slot('link', link.length) : begin + rest;
  };

  return (text, form) => {
    if (sensitiveTerms(text).length > 0 || TELEPHONE.test(text) || SECRET.test(text)) return null;
    if (validAccountNumbers(text).length > 0 || block.found(text).length > 0) return null;
    let last = { number: -1, end: -1 };
    let refused = false;
    const words = withoutDisplayNames(text, displayed).replace(FINDABLE, (found, at: number) => {
      if (/^https?:/.test(found)) return linkSlot(found);
      if (found.includes('@')) return addressSlot(found);
      if (!/^\p{Lu}/u.test(found)) return found;
      const afterName = at - last.end <= 2 ? last.number : -1;
      const named = names.get(found);
      if (named !== undefined) {
        const number = named.numbers.includes(afterName) ? afterName : (named.numbers[0] ?? 0);
        last = { number, end: at + found.length };
        return slot(afterName === number || named.part === 'family' ? 'family' : 'given', number);
      }
      if (afterName >= 0 && FAMILIES.has(found)) return slot('family', afterName);
      if (GIVENS.has(found) && !common(found.toLowerCase())) {
        last = { number: stranger(found), end: at + found.length };
        return slot('given', last.number);
      }
      if (!isOrdinary(found, at, text, form)) refused = true;
      return found;
    });
    return refused ? null : words;
  };

  function isOrdinary(word: string, at: number, text: string, form: 'prose' | 'lines'): boolean {
    if (word.length < 3 || !/^\p{Lu}[\p{Ll}’'-]+$/u.test(word)) return true;
    if (common(word) || common(word.toLowerCase())) return true;
    if (form === 'prose') return beginsSentence(text, at) && (threads.get(word.toLowerCase()) ?? 0) > 0;
    return !/\p{Lu}\p{Ll}+[ ,.]+$/u.test(text.slice(Math.max(0, at - 24), at));
  }
}

const GIVENS = new Set([...GIVEN.en, ...GIVEN.fr]);
const FAMILIES = new Set([...FAMILY.en, ...FAMILY.fr]);

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:]["”»)]?\s{1,3}|\n\s*|["“«(-]\s?)$/.test(text.slice(Math.max(0, at - 6), at));
}

interface Named {
  readonly part: 'given' | 'family';
  /** Who bears it, the most frequent first. */
  readonly numbers: readonly number[];
}

function numberedNames(mails: readonly Mail[], people: People): Map<string, Named> {
  const counts = new Map<string, Map<number, number>>();
  for (const { from, to, cc } of mails)
    for (const person of [from, ...to, ...cc]) {
      if (person === null) continue;
      const number = people.numberOf(person);
      for (const word of person.name.split(/[\s,."'()]+/)) {
        const bearers = counts.get(word) ?? new Map<number, number>();
        counts.set(word, bearers.set(number, (bearers.get(number) ?? 0) + 1));
      }
    }
  const named = [...mailboxNames(mails)].map(([word, part]) => {
    const bearers = [...(counts.get(word) ?? [])].filter(([n]) => people.slots[n]?.role !== 'kept');
    return [
      word,
      { part, numbers: bearers.sort(([a, m], [b, n]) => n - m || a - b).map(([n]) => n) },
    ] as const;
  });
  return new Map(named.filter(([, { numbers }]) => numbers.length > 0));
}

/** Address, lower case, to its number and the names it is shown under. */
function displayNames(mails: readonly Mail[], people: People): ReadonlyMap<string, Displayed> {
  const displayed = new Map<string, Displayed>();
  for (const { from, to, cc } of mails)
    for (const person of [from, ...to, ...cc]) {
      if (person === null || person.name === '') continue;
      const address = person.address.toLowerCase();
      const known = displayed.get(address) ?? { number: people.numberOf(person), names: new Set() };
      known.names.add(person.name);
      displayed.set(address, known);
    }
  return displayed;
}

interface Displayed {
  readonly number: number;
  readonly names: Set<string>;
}

/** "наб <nab@x>" by number: a name beside its address need not look like one. */
function withoutDisplayNames(text: string, displayed: ReadonlyMap<string, Displayed>): string {
  return text.replace(NAMED_ADDRESS, (all, before: string, between: string, address: string) => {
    const person = displayed.get(address.toLowerCase());
    const name = [...(person?.names ?? [])].find((each) => before.endsWith(each));
    if (person === undefined || name === undefined || /^\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$/u.test(name))
      return all;
    const shown = name.includes(' ')
      ? `${slot('given', person.number)} ${slot('family', person.number)}`
      : slot('given', person.number);
    return `${before.slice(0, -name.length)}${shown}${between}${address}`;
  });
}

const NAMED_ADDRESS = /([^\n<>]{1,80}?)("? ?<)([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?=>)/g;

/** In how many threads each word stands. */
function threadsOfWords(mails: readonly Mail[]): Map<string, number> {
  const seen = new Map<string, { last: string; threads: number }>();
  for (const { text, thread, subject } of mails)
    for (const [word] of `${subject}\n${text}`.matchAll(/[\p{L}][\p{L}\p{M}’'-]{0,40}/gu)) {
      const entry = seen.get(word);
      if (entry === undefined) seen.set(word, { last: thread, threads: 1 });
      else if (entry.last !== thread) {
        entry.last = thread;
        entry.threads++;
      }
    }
  return new Map([...seen].map(([word, { threads }]) => [word, threads]));
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
