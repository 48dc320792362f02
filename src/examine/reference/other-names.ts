import type { Address } from '../../model/index.ts';
import type { PartDifference } from './compare.ts';
import { diffWords } from './diff.ts';

/** What bears names in a message: people in its header, and its files. */
export interface NamedMessage {
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly files: readonly NamedFile[];
}

/** A file of a message by its content and the name it bears. */
export interface NamedFile {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Names that a reader sees and that differ between two messages whose words, addresses and bytes of attachments agree. Mail
 * programs show the name in place of the address, and the name of a file before it is opened. Left out is what stores and
 * exports do: a name lost, turned round, shortened, in other quotation marks, or broken by an encoding.
 */
export function otherNames(one: NamedMessage, other: NamedMessage): readonly PartDifference[] {
  const found: PartDifference[] = [];
  const [people, shown] = [namesOf(one), namesOf(other)];
  for (const [address, name] of shown) {
    const known = people.get(address) ?? '';
    if (!isSameName(known, name, address)) found.push({ part: 'names', ...diffWords(known, name) });
  }
  const files = new Map(one.files.map(({ sha256, name }) => [sha256, name]));
  for (const { sha256, name } of other.files.slice(0, MOST_FILES)) {
    const known = files.get(sha256);
    // A file that hangs there twice has two names there.
    const isThere = one.files.some((each) => each.sha256 === sha256 && isSameFileName(each.name, name));
    if (known !== undefined && !isThere) found.push({ part: 'file-names', ...diffWords(known, name) });
  }
  return found.slice(0, MOST_TOLD);
}

/** Attack: a message of a hundred thousand files, each looked for among as many. */
const MOST_FILES = 200;
const MOST_TOLD = 12;

function namesOf({ from, to, cc }: NamedMessage): ReadonlyMap<string, string> {
  return new Map([...from, ...to, ...cc].map(({ address, name }) => [address.toLowerCase(), name]));
}

/** Every word of the name is one of the known name or of the address, as far as initials and lost letters tell. */
function isSameName(known: string, name: string, address: string): boolean {
  if (known.trim() === '' || name.trim() === '' || isBroken(known) || isBroken(name)) return true;
  const words = [...wordsOf(known), ...wordsOf(address)];
  return wordsOf(name).every((word) => words.some((each) => each.startsWith(word) || each === word));
}

/** The same letters and figures; or cut to eight letters, as old stores do ("RAPPOR~1.PDF"); or named by number. */
function isSameFileName(known: string, name: string): boolean {
  if (known === '' || name === '' || isBroken(known) || isBroken(name)) return true;
  const [a, b] = [wordsOf(known).join(''), wordsOf(name).join('')];
  if (a === b || isMadeUp(known) || isMadeUp(name)) return true;
  const short = /^(.{1,6})~\d/.exec(name.toLowerCase())?.[1];
  return short !== undefined && a.startsWith(short.replace(/[^a-z0-9]/g, ''));
}

/** Given to a part that has none. */
function isMadeUp(name: string): boolean {
  return /^(?:part-\d|att\d{5}|image\d{3}\.|noname|untitled|unnamed|attachment\b)/i.test(name);
}

/** Letters that an encoding broke: `Ã©`, the replacement character, question marks. */
function isBroken(text: string): boolean {
  return /[\ufffd?]|[\u00c2\u00c3][\u0080-\u00bf]/.test(text);
}

function wordsOf(text: string): readonly string[] {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}
