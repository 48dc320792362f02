import { personHash } from '../fit/person-hash.ts';

/** People that no decoy may name: staff, rivals, voters, and whoever wrote to or was written by the owner. */
export interface BlockList {
  /** Whether a name or an address is on the list. */
  names(nameOrAddress: string): boolean;
  /** Every listed name that occurs in a text. */
  found(text: string): string[];
}

/** Words of a name that are looked at together. */
const LONGEST_NAME = 4;
const MOST_REMEMBERED = 100_000;

/**
 * `lines` as in a file: one name or address a line, `#` begins a remark. A line of one word blocks that word
 * wherever it stands; `hashes` are `personHash` values (the mailbox model's).
 */
export function blockList(lines: readonly string[], hashes: readonly string[]): BlockList {
  const listed = new Set(hashes);
  for (const line of lines) {
    const name = line.replace(/#.*/, '').trim();
    if (name === '') continue;
    listed.add(personHash(name));
    const words = name.split(/\s+/);
    if (words.length === 2 && !name.includes('@')) listed.add(personHash(words.toReversed().join(' ')));
  }
  const known = new Map<string, boolean>();
  const names = (name: string): boolean => {
    const answer = known.get(name) ?? listed.has(personHash(name));
    // The same greetings and hosts stand in thousands of mails.
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(name, answer);
    return answer;
  };
  return { names, found: (text) => candidates(text).filter(names) };
}

/** Runs of capitalised words, each stretch of them, and addresses. */
function candidates(text: string): string[] {
  const out = new Set<string>(text.match(/[\w.+-]{1,64}@[\w.-]{1,253}/g) ?? []);
  for (const [run] of text.matchAll(/\p{Lu}[\p{L}’'-]{1,30}(?:[ \t]+\p{Lu}[\p{L}’'-]{1,30}){0,7}/gu)) {
    const words = run.split(/\s+/);
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++)
        out.add(words.slice(from, to).join(' '));
  }
  return [...out];
}
