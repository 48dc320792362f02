import type { MessageHabits } from '../../model/index.ts';
import type { HabitSample } from './sample.ts';

const WORDS = [
  'program',
  'order',
  'id',
  'boundary',
  'coding',
  'zone',
  'name',
  'block',
  'route',
  'signer',
] as const satisfies readonly (keyof MessageHabits)[];
/** Sender, month, folder and list beside them. */
export const WIDTH = WORDS.length + 4;
/** Which of the words of a sample is its sender. */
export const SENDER = WORDS.length;

/** Stands in the column of lags where there is none: the least number it holds. */
const NO_LAG = -(2 ** 31);
const TRUSTED = 1;
const COUNTED = 2;

/** Samples as plain data: the words that occur, and for each sample its words by their places, and its lag. */
export interface SampleColumns {
  readonly words: readonly string[];
  readonly codes: readonly number[];
  readonly lags: readonly number[];
}

/** The samples of some messages in fifty bytes each: values are the same again and again, and kept once. */
export class SampleTable {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  #codes = new Int32Array(1024 * WIDTH);
  #lags = new Int32Array(1024);
  #marks = new Uint8Array(1024);
  #size = 0;
  /** That of the message before is mostly this one's too, and long. */
  #lastFolder: string | null = null;
  #folder = 0;

  get size(): number {
    return this.#size;
  }

  /** Returns its number. */
  add({ sender, habits, month, folder, list, trusted, counted }: HabitSample): number {
    const at = this.#size++;
    if (at >= this.#marks.length) this.#grow();
    const start = at * WIDTH;
    for (let i = 0; i < WORDS.length; i++) this.#codes[start + i] = this.#code(habits[WORDS[i] ?? 'program']);
    this.#codes[start + WORDS.length] = this.#code(sender);
    this.#codes[start + WORDS.length + 1] = this.#code(month);
    this.#codes[start + WORDS.length + 2] = folder === this.#lastFolder ? this.#folder : this.#code(folder);
    this.#codes[start + WORDS.length + 3] = this.#code(list);
    this.#lastFolder = folder;
    this.#folder = this.#codes[start + WORDS.length + 2] ?? 0;
    const lag = habits.lag ?? NO_LAG;
    // Dates of other centuries, wrong on purpose: no route takes them.
    this.#lags[at] = Math.abs(lag) < MOST_LAG ? lag : NO_LAG;
    this.#marks[at] = (trusted ? TRUSTED : 0) | (counted ? COUNTED : 0);
    return at;
  }

  columns(): SampleColumns {
    return {
      words: [...this.#words],
      codes: [...this.#codes.subarray(0, this.#size * WIDTH)],
      lags: [...this.#lags.subarray(0, this.#size)],
    };
  }

  get(at: number): HabitSample {
    const marks = this.#marks[at] ?? 0;
    return sampleOf((i) => this.#words[this.#codes[at * WIDTH + i] ?? 0] ?? '', this.#lags[at] ?? NO_LAG, {
      trusted: (marks & TRUSTED) !== 0,
      counted: (marks & COUNTED) !== 0,
    });
  }

  *[Symbol.iterator](): IterableIterator<HabitSample> {
    for (let at = 0; at < this.#size; at++) yield this.get(at);
  }

  #code(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }

  #grow(): void {
    const length = 2 * this.#marks.length;
    const codes = new Int32Array(length * WIDTH);
    codes.set(this.#codes);
    const lags = new Int32Array(length);
    lags.set(this.#lags);
    const marks = new Uint8Array(length);
    marks.set(this.#marks);
    this.#codes = codes;
    this.#lags = lags;
    this.#marks = marks;
  }
}

const MOST_LAG = 2 ** 31;

/** Puts a sample together from its words, by their places. */
export function sampleOf(
  word: (at: number) => string,
  lag: number,
  marks: Pick<HabitSample, 'trusted' | 'counted'>,
): HabitSample {
  return {
    sender: word(WORDS.length),
    month: word(WORDS.length + 1),
    folder: word(WORDS.length + 2),
    list: word(WORDS.length + 3),
    trusted: marks.trusted,
    counted: marks.counted,
    habits: {
      program: word(0),
      order: word(1),
      id: word(2),
      boundary: word(3),
      coding: word(4),
      zone: word(5),
      name: word(6),
      block: word(7),
      route: word(8),
      signer: word(9),
      lag: lag === NO_LAG ? null : lag,
    },
  };
}
