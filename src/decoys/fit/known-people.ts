import type { Address } from '../../model/index.ts';
import type { Mail } from './mail.ts';
import type { People } from './people.ts';
import { personHash } from './person-hash.ts';

/**
 * SHA-256 of addresses and full names, sorted: to be told apart from, not to be read. A name of one word is left
 * out, since an Alex among the correspondents must not ban the word; the owner and the house's own addresses too.
 */
export function knownPeople(mails: readonly Mail[], people: People): string[] {
  const everybody = mails.flatMap(({ from, to, cc }) => [from, ...to, ...cc]).filter((each) => each !== null);
  const isOpen = ({ address }: Address): boolean =>
    people.slots[people.find(address) ?? -1]?.role !== 'person';
  const known = new Set<string>();
  for (const { name, address } of everybody.filter((each) => !isOpen(each))) {
    if (/\S\s+\S/.test(name)) known.add(personHash(name));
    if (address !== '') known.add(personHash(address));
  }
  for (const { name } of everybody.filter(isOpen)) known.delete(personHash(name));
  return [...known].sort();
}
