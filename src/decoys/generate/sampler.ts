import { contextKey, kindOf, type LanguageModel, ORDER } from '../fit/language-model.ts';
import type { Random } from '../model/random.ts';

/** What begins a sequence (`startToken`). */
const START = '\u0003';

export interface Manner {
  /** Whether a token may be the last one, once the target is reached. */
  readonly ends: (token: string) => boolean;
  /** What stands before (`startToken`); '' for nothing. */
  readonly start: string;
  /** Put between two sequences where one alone is too short. */
  readonly joint: string;
}

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
   * About `target` characters, ended where texts of the mailbox end.
   */
  sequence(target: number, random: Random, { ends, start, joint }: Manner): string[] {
    const first = this.#numbers.get(start);
    const ids: number[] = first === undefined ? [] : [first];
    const out: string[] = [];
    const most = target + 40 + target / 4;
    let written = 0;
    while (written < most && ids.length < most) {
      let id = this.#next(ids, random);
      if (id === 0 && written >= 0.9 * target) break;
      // Ended too early: go on in the same paragraph, as what came before it goes on elsewhere.
      for (let tries = 0; id === 0 && tries < 12; tries++) id = this.#loose(ids, random);
      if (id === 0) {
        out.push(joint);
        ids.push(0, ...(first === undefined ? [] : [first]));
        continue;
      }
      ids.push(id);
      const token = this.#model.vocabulary[id] ?? '';
      if (token.startsWith(START)) continue;
      out.push(token);
      written += lengthOf(token);
      if (written >= target && ends(token)) break;
    }
    return out;
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
