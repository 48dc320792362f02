import type { MailboxModel } from '../fit/mailbox-model.ts';
import { SLOT } from '../fit/slots.ts';
import type { WordsBlock } from '../fit/words.ts';
import type { Random } from '../model/random.ts';

/** Sentences that are looked at for the one that best goes on. */
const LOOKED_AT = 24;
/** Blocks of nearly the wanted length among which one is drawn. */
const NEAR = 12;
/** Blocks are of nearly the wanted length from two thirds to one and a half of it. */
const NEARLY = 1.5;
/** A block of a size that nobody has is put together of at most so many times two. */
const MOST_HALVED = 5;
const LEAST_WORD = 5;

type Role = 'owner' | 'person';

interface Sayings {
  /** Paragraphs and runs of lines, by size. */
  readonly prose: readonly { readonly words: string; readonly size: number }[];
  readonly lines: readonly { readonly words: string; readonly size: number }[];
  readonly sentences: readonly string[];
}

/** Puts together what several mails say, where one mail's words were used already or may not be said. */
export class Mix {
  readonly #sayings: Readonly<Record<Role, Sayings>>;

  constructor(model: MailboxModel) {
    const role = (author: number): Role => (model.people[author]?.role === 'owner' ? 'owner' : 'person');
    const blocks: Record<Role, WordsBlock[]> = { owner: [], person: [] };
    for (const { mails } of model.words)
      for (const { author, body } of mails) blocks[role(author)].push(...body);
    const all = [...blocks.person, ...blocks.owner];
    this.#sayings = {
      // Whoever says too little borrows from everybody.
      owner: sayingsOf(blocks.owner.length < 4 * NEAR ? all : blocks.owner),
      person: sayingsOf(blocks.person.length < 4 * NEAR ? all : blocks.person),
    };
  }

  /**
   * A block of somebody's, near to a size: characters of prose, lines of lines. Where few are so long, two of half the
   * size together: else the few longest would stand in every long decoy, and tell it. Null where there is none.
   */
  block(form: 'prose' | 'lines', size: number, isOwner: boolean, random: Random): string | null {
    const row = this.#sayings[isOwner ? 'owner' : 'person'][form];
    return blockOf(row, size, form === 'prose' ? ' ' : '\n', random, MOST_HALVED);
  }

  /** Sentences one after another up to a size, each sharing a rarer word with those before where one does. */
  sentences(size: number, isOwner: boolean, random: Random): string | null {
    const { sentences } = this.#sayings[isOwner ? 'owner' : 'person'];
    if (sentences.length === 0) return null;
    const said = new Set<string>();
    const out: string[] = [];
    for (let length = 0; length < 0.8 * size; ) {
      let best = random.pick(sentences);
      let most = -1;
      for (let tried = 0; tried < LOOKED_AT; tried++) {
        const each = random.pick(sentences);
        const shared = wordsOf(each).filter((word) => said.has(word)).length;
        const fits = Math.abs(size - length - each.length) < 0.5 * size ? 1 : 0;
        if (shared + fits > most && !out.includes(each)) [best, most] = [each, shared + fits];
      }
      out.push(best);
      for (const word of wordsOf(best)) said.add(word);
      length += best.length + 1;
    }
    return out.join(' ');
  }
}

function blockOf(
  row: Sayings['prose'],
  size: number,
  joint: string,
  random: Random,
  depth: number,
): string | null {
  if (row.length === 0) return null;
  const [first, end] = [placeIn(row, size / NEARLY), placeIn(row, size * NEARLY)];
  if (end - first < NEAR && depth > 0 && size >= 2) {
    const halves = [size / 2, size / 2].map((half) => blockOf(row, half, joint, random, depth - 1));
    return halves.join(joint);
  }
  const after = Math.min(placeIn(row, size), row.length - 1);
  const start = Math.max(0, Math.min(after - NEAR / 2, row.length - NEAR));
  return row[random.between(start, Math.min(row.length - 1, start + NEAR - 1))]?.words ?? null;
}

/** The first place whose size is not smaller. */
function placeIn(row: Sayings['prose'], size: number): number {
  let [from, to] = [0, row.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((row[middle]?.size ?? 0) < size) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sayingsOf(blocks: readonly WordsBlock[]): Sayings {
  const prose: { words: string; size: number }[] = [];
  const lines: { words: string; size: number }[] = [];
  const sentences = new Set<string>();
  for (const { block, words } of blocks) {
    if (words === null || !('quote' in block) || block.quote !== '') continue;
    if (block.kind === 'prose') {
      prose.push({ words, size: block.characters });
      for (const [sentence] of words.replaceAll('\n', ' ').matchAll(/\S[^.!?]{12,300}[.!?](?=\s|$)/g))
        if (sentence.startsWith(SLOT) || /^\p{Lu}/u.test(sentence)) sentences.add(sentence);
    } else if (block.kind === 'lines') lines.push({ words, size: block.lines });
  }
  const bySize = (a: { size: number; words: string }, b: { size: number; words: string }): number =>
    a.size - b.size || (a.words < b.words ? -1 : 1);
  return { prose: prose.sort(bySize), lines: lines.sort(bySize), sentences: [...sentences].sort() };
}

function wordsOf(sentence: string): string[] {
  return (sentence.toLowerCase().match(/[\p{L}]{2,30}/gu) ?? []).filter((word) => word.length >= LEAST_WORD);
}
