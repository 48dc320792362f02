import { didYouMean } from './did-you-mean.ts';
import { GROUPS } from './groups.ts';
import { REGISTRY, type RegistryEntry } from './registry.ts';
import { UsageError } from './usage-error.ts';

export type Found =
  | { readonly type: 'command'; readonly entry: RegistryEntry; readonly words: number }
  /** A word such as `keys` with nothing after it. */
  | { readonly type: 'group'; readonly name: string };

/** The command that words begin with; the longest path wins. Throws UsageError when there is none. */
export function findCommand(words: readonly string[], offset = 0): Found {
  const first = words[offset] ?? '';
  const second = words[offset + 1] ?? '';
  const long = REGISTRY.find((entry) => entry.path === `${first} ${second}`);
  if (long !== undefined) return { type: 'command', entry: long, words: 2 };
  const short = REGISTRY.find((entry) => entry.path === first);
  if (short !== undefined) return { type: 'command', entry: short, words: 1 };
  if (Object.hasOwn(GROUPS, first)) {
    if (second === '' || second.startsWith('-')) return { type: 'group', name: first };
    throw unknownCommand(
      second,
      entriesOf(first).map((entry) => entry.path.slice(first.length + 1)),
      offset + 1,
    );
  }
  if (first.startsWith('-')) throw new UsageError(NO_FLAG, offset);
  const firstWords = REGISTRY.map((entry) => entry.path.split(' ')[0] ?? '');
  throw unknownCommand(first, [...new Set([...firstWords, 'help'])], offset);
}

const NO_FLAG = {
  en: 'no flag of every command. Flags of a command stand behind it.',
  fr: 'ce n’est pas une option de toutes les commandes. Celles d’une commande la suivent.',
};

/** The commands of a group, such as all of `spread`. */
export function entriesOf(group: string): RegistryEntry[] {
  return REGISTRY.filter((entry) => entry.path.startsWith(`${group} `));
}

function unknownCommand(typed: string, known: readonly string[], at: number): UsageError {
  const near = didYouMean(typed, known);
  return new UsageError(
    {
      en: `unknown command. ${near === null ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`}`,
      fr: `commande inconnue. ${near === null ? `Il y a\u00a0: ${known.join(', ')}.` : `Vouliez-vous dire ${near}\u202f?`}`,
    },
    at,
  );
}
