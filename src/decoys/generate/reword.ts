import type { MailboxModel } from '../fit/mailbox-model.ts';
import type { Random } from '../model/random.ts';
import { EQUAL_WORDS, SHORT_FORMS } from './equal-words.ts';
import { changeNumbers } from './other-number.ts';
import { canSwap, JOINTS, swapSentences } from './swap-sentences.ts';

/** Places at least at which a text is changed, where it has them: more than it is told by, as some are lost on the way. */
const LEAST_CHANGES = 10;
/** So many also by words that the mailbox hardly says, which are a tell in themselves: it has to be told from that. */
const FEWEST_CHANGES = 8;
/** A word that the mailbox says so often, for once that it says the other, is no stranger there. */
const SAID_ENOUGH = 0.1;
/** A long text is changed once in so many words, so that a part of it is told as well. */
const WORDS_A_CHANGE = 20;

/** One of several passages of a mail that its author wrote. */
export interface Passage {
  readonly text: string;
  /** Sentences, whose order may change. */
  readonly prose: boolean;
  /** The column at which its lines are broken; 0 where they are not. */
  readonly width: number;
}

interface Choice {
  readonly passage: number;
  readonly at: number;
  readonly found: string;
  readonly others: readonly string[];
  /** How often the mailbox says the others for once that it says this, at most 1. */
  readonly odds: number;
}

/**
 * Says the words of a mailbox again in other words, so that what a decoy says is its own: numbers become others, and of
 * words that say the same one takes the place of the other. As often as the mailbox has each of them (a Metropolis step
 * towards its own counts), so that a change tells nothing by itself; only a text with too few of them is changed
 * against the counts, and has sentences change places. Without it, a decoy would be told from the mail that gave its
 * words by names alone.
 */
export class Rewording {
  readonly #counts = new Map<string, number>();

  constructor({ words }: Pick<MailboxModel, 'words'>) {
    for (const { mails } of words)
      for (const { body } of mails)
        for (const { words: said } of body)
          for (const { 0: found } of (said ?? '').matchAll(ANY)) {
            const key = found.toLowerCase();
            this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
          }
  }

  /** The passages of one mail, changed; a number that stands in it twice stays one. */
  reworded(passages: readonly Passage[], random: Random): string[] {
    const texts = passages.map(({ text }) => text);
    const words = texts.reduce((sum, text) => sum + text.length / 6, 0);
    const wanted = Math.max(LEAST_CHANGES, words / WORDS_A_CHANGE);
    let changes = changeNumbers(texts, random);
    const swappable = passages.filter(({ text, prose, width }) => prose && canSwap(text, width)).length;
    const chosen = this.#chosen(
      texts,
      wanted - changes,
      FEWEST_CHANGES - changes - JOINTS * swappable,
      random,
    );
    // From the end of a text to its beginning, so that places hold.
    for (const { passage, at, found, others } of chosen.sort((a, b) => b.at - a.at)) {
      const text = texts[passage] ?? '';
      const other = asWritten(found, this.#drawn(others, random));
      const changed = text.slice(0, at) + other + text.slice(at + found.length);
      if (!fits(changed, at, passages[passage]?.width ?? 0)) continue;
      texts[passage] = changed;
      changes++;
    }
    for (const [at, { prose, width }] of passages.entries()) {
      const text = texts[at] ?? '';
      if (changes >= wanted || !prose || !canSwap(text, width)) continue;
      texts[at] = swapSentences(text, width, random);
      changes += JOINTS;
    }
    return texts;
  }

  /**
   * Which words give way: those that the mailbox's counts let, of the others the likeliest up to `wanted`, and up to
   * `least` also those whose fellows the mailbox hardly says.
   */
  #chosen(texts: readonly string[], wanted: number, least: number, random: Random): Choice[] {
    const choices = texts.flatMap((text, passage) => this.#choicesIn(text, passage));
    const keyed = choices.map((choice) => ({ choice, key: choice.odds - random.next() }));
    keyed.sort((a, b) => b.key - a.key || a.choice.passage - b.choice.passage || a.choice.at - b.choice.at);
    return keyed
      .filter(({ key, choice }, rank) => key > 0 || rank < (choice.odds >= SAID_ENOUGH ? wanted : least))
      .map(({ choice }) => choice);
  }

  #choicesIn(text: string, passage: number): Choice[] {
    return [...text.matchAll(ANY)].map(({ 0: found, index }) => {
      const key = found.toLowerCase();
      const others = (ROWS.get(key) ?? []).filter((word) => word !== key);
      const most = Math.max(...others.map((word) => this.#counts.get(word) ?? 0));
      return { passage, at: index, found, others, odds: Math.min(1, most / (this.#counts.get(key) ?? 1)) };
    });
  }

  /** Mostly what the mailbox mostly says. */
  #drawn(words: readonly string[], random: Random): string {
    const weights = words.map((word) => (this.#counts.get(word) ?? 0) + 0.01);
    let left = random.next() * weights.reduce((sum, each) => sum + each, 0);
    for (const [at, word] of words.entries()) {
      left -= weights[at] ?? 0;
      if (left < 0) return word;
    }
    return words[0] ?? '';
  }
}

const ROWS: ReadonlyMap<string, readonly string[]> = new Map(
  [...EQUAL_WORDS, ...SHORT_FORMS].flatMap((row) => row.map((word) => [word, row] as const)),
);

const ANY = new RegExp(
  `(?<![\\p{L}\\p{N}'’_/.@-])(?:(?:${listed(EQUAL_WORDS)})(?=[\\s,;:!?]|\\.\\s|$)|(?:${listed(SHORT_FORMS)})(?= \\p{Ll}))`,
  'giu',
);

/** Longer ones first: "thank you" before "thanks" is found before a part of it. */
function listed(rows: readonly (readonly string[])[]): string {
  return rows
    .flat()
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join('|');
}

/** With the capital of what it replaces; `I` always has one. */
function asWritten(found: string, other: string): string {
  const isCapital = /^\p{Lu}/u.test(found) && !/^I\b/.test(found);
  const text = other.replace(/^i(?=['’ ])/, 'I');
  return isCapital || /^i(?=['’ ])/.test(other) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** Whether the line at a place is no longer than its column allows. */
function fits(text: string, at: number, width: number): boolean {
  if (width === 0) return true;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return (end < 0 ? text.length : end) - start <= width;
}
