import { spell } from '../fit/spelling.ts';
import { NAME, RARE } from '../fit/tokens.ts';
import type { Random } from '../model/random.ts';
import type { Player } from './cast.ts';
import type { LinkContext } from './made-link.ts';

/** What made-up words and names are drawn from. */
export interface FillContext extends LinkContext {
  readonly author: Player;
  /** Whom the author writes to. */
  readonly others: readonly Player[];
  readonly spelling: Readonly<Record<string, string>>;
  readonly digits: Readonly<Record<string, readonly string[]>>;
}

/** The text of sampled tokens, with rare words and names made up. */
export function textOf(tokens: readonly string[], context: FillContext): string {
  return tokens.map((token, index) => fill(token, index, context)).join('');
}

function fill(token: string, index: number, context: FillContext): string {
  if (token.startsWith(NAME)) return nameOf(token.slice(1), index === 0, context);
  if (!token.startsWith(RARE)) return token;
  const [, lead = '', kind = ''] = /^(\s*)(.*)$/s.exec(token.slice(1)) ?? [];
  return lead + rareOf(kind, context);
}

/** A name at the beginning signs; elsewhere it addresses or mentions somebody of the thread. */
function nameOf(written: string, first: boolean, { author, others, random }: FillContext): string {
  const [, lead = '', part] = /^(\s*)(\w+)$/.exec(written) ?? [];
  const who = first || others.length === 0 ? author : random.pick(others);
  const name = part === 'family' ? who.family : who.given;
  return lead + (name === '' ? author.given : name);
}

function rareOf(
  kind: string,
  { spelling, domain, digits, ownLinks, others, author, random }: FillContext,
): string {
  const word = (): string => {
    const made = spell(spelling, (row) => row[random.between(0, row.length - 1)] ?? '$');
    return made.length < 3 ? random.letters(4, 'aeinorst') : made;
  };
  if (kind === 'a') return word();
  if (kind === 'Aa') return capital(word());
  if (kind === 'A') return word().slice(0, random.between(3, 7)).toUpperCase();
  if (kind === 'aA') return word() + capital(word());
  if (kind === 'u') return `${drawFirst(ownLinks, random) ?? `https://www.${domain}/`}${word()}/${word()}`;
  if (kind === 'e') return (others.find(({ id }) => id.startsWith('p')) ?? author).address;
  if (kind === '.') return random.pick(MARKS);
  const places = digits[kind];
  let place = 0;
  return kind.replace(/0/g, () => random.letters(1, places?.[place++] || '123456789'));
}

/** Squared, so that what comes first is drawn most. */
function drawFirst(list: readonly string[], random: Random): string | undefined {
  return list[Math.floor(random.next() * random.next() * list.length)];
}

const MARKS = ['--', '...', '->', ':)', '**', '==', '",', '();'];

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
