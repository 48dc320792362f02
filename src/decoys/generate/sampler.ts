import { contextKey, kindOf, type LanguageModel, ORDER } from '../fit/language-model.ts';
import type { Random } from '../model/random.ts';

/** What begins a sequence (`startToken`). */
const START = '\u0003';

/** How a sequence begins, ends, and goes on. */
export interface Manner {
  /** Whether a token may be the last one, once the target is reached. */
  readonly ends: (token: string) => boolean;
  /** What stands before (`startToken`); '' for nothing. */
  readonly start: string;
  /** Put between two sequences where one alone is too short. */
  readonly joint: string;
}

interface Drawn {
  readonly tokens: readonly string[];
  readonly length: number;
}

/** Sequences drawn for one paragraph. */
const CANDIDATES = 6;
/** Sequences put one after another for a paragraph that no single one fills. */
const MOST_JOINED = 60;

/** Draws token sequences from a language model. */
export class Sampler {
  readonly #model: LanguageModel;
  readonly #numbers = new Map<string, number>();

  constructor(model: LanguageModel) {
    this.#model = model;
    model.vocabulary.forEach((token, id) => {
      if (token.startsWith(START)) this.#numbers.set(token, id);
    });
  }

  /** Whether there is anything to draw from. */
  get empty(): boolean {
    return (this.#model.orders[0]?.['']?.length ?? 0) < 4;
  }

  /**
   * About `target` characters. Of several drawn sequences that ended by themselves, the one nearest in length is
   * taken: cutting or stretching one would put endings where nobody ends, and beginnings inside paragraphs.
   */
  sequence(target: number, random: Random, manner: Manner): string[] {
    const out: string[] = [];
    let left = target;
    for (let joined = 0; joined < MOST_JOINED && left > 0.25 * target; joined++) {
      const best = this.#nearest(left, random, manner);
      if (out.length > 0) out.push(manner.joint);
      out.push(...best.tokens);
      left -= best.length;
    }
    return out;
  }

  #nearest(target: number, random: Random, manner: Manner): Drawn {
    let best = this.#one(target, random, manner);
    for (let tries = 1; tries < CANDIDATES && Math.abs(best.length - target) > 0.1 * target; tries++) {
      const other = this.#one(target, random, manner);
      if (Math.abs(other.length - target) < Math.abs(best.length - target)) best = other;
    }
    return best;
  }

  /** One sequence to its own end, or to the first good one after the target. */
  #one(target: number, random: Random, { ends, start }: Manner): Drawn {
    const first = this.#numbers.get(start);
    const ids: number[] = first === undefined ? [] : [first];
    const tokens: string[] = [];
    let length = 0;
    while (length < 1.3 * target + 30 && ids.length < target + 40) {
      const id = this.#next(ids, random);
      if (id === 0) break;
      ids.push(id);
      const token = this.#model.vocabulary[id] ?? '';
      if (token.startsWith(START)) continue;
      tokens.push(token);
      length += lengthOf(token);
      if (length >= target && ends(token)) break;
    }
    return { tokens, length };
  }

  /** Longest context first; what followed it but was too rare to keep is drawn from the next shorter one. */
  #next(ids: readonly number[], random: Random): number {
    for (let length = ORDER - 1; length >= 1; length--) {
      const drawn = draw(this.#model.orders[length]?.[contextKey(ids, ids.length, length)], random);
      if (drawn !== null) return drawn;
    }
    return this.#loose(ids, random);
  }

  /** By what the last token looks like alone. */
  #loose(ids: readonly number[], random: Random): number {
    const before = this.#model.vocabulary[ids.at(-1) ?? 0] ?? '';
    return draw(this.#model.kinds[kindOf(before)], random) ?? this.#single(before, random);
  }

  /** Any token at all, but no two words without a space between them. */
  #single(before: string, random: Random): number {
    const row = this.#model.orders[0]?.[''];
    for (let tries = 0; tries < 20; tries++) {
      const drawn = draw(row, random) ?? 0;
      const token = this.#model.vocabulary[drawn] ?? '';
      if (!WORD_END.test(before) || !WORD_BEGIN.test(token)) return drawn;
    }
    return 0;
  }
}

/** Characters it will have once filled: made-up words have about six. */
function lengthOf(token: string): number {
  return token < ' ' && token !== '\n' && token !== '\t' ? 6 : token.length;
}

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_BEGIN = /^[\p{L}\p{N}\p{Cc}]/u;

/** A token of the row, or null where the draw falls on what was not kept. */
function draw(row: readonly number[] | undefined, random: Random): number | null {
  if (row === undefined) return null;
  let at = random.next() * totalOf(row);
  for (let i = 1; i < row.length; i += 2) {
    at -= row[i + 1] ?? 0;
    if (at < 0) return row[i] ?? 0;
  }
  return null;
}

function totalOf(row: readonly number[]): number {
  let total = row[0] ?? 0;
  for (let i = 2; i < row.length; i += 2) total += row[i] ?? 0;
  return total;
}
