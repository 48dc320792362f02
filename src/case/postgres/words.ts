import type { ItemRecord, ItemRole } from '../../model/index.ts';
import { type PreparedItem, prepareItem } from '../prepare.ts';
import type { WordColumn } from '../query/ast.ts';
import { tokens } from './tokens.ts';

/** As prepareItem, with its words cut: on a worker thread, as the thread that writes has enough to do. */
export function prepareWithWords(role: ItemRole, item: ItemRecord): PreparedItem {
  const prepared = prepareItem(role, item);
  return { ...prepared, words: wordsOf(prepared) };
}

export function wordsOf(item: PreparedItem): readonly string[] {
  const { subject, sender, recipients, copies, text: body, files, path: place } = item;
  return wordVectors({ subject, sender, recipients, copies, body, files, place });
}

/** The indexed columns of an item. */
export type ItemWords = Readonly<Record<WordColumn, string>>;

/** The letter that stands before each word of a column, and the weight its words have in the order of hits. */
const COLUMNS = {
  subject: ['s', 'A'],
  sender: ['f', 'B'],
  recipients: ['t', 'C'],
  copies: ['c', 'C'],
  body: ['b', 'D'],
  files: ['n', 'B'],
  place: ['p', 'D'],
} as const satisfies Record<WordColumn, readonly [letter: string, weight: string]>;

const NAMES = Object.keys(COLUMNS) as readonly WordColumn[];

/** Stands before the first word of a path, for queries that ask for its beginning. */
const START = '^';

/** Words of one phrase that a query may look for at once; longer ones are looked for in overlapping parts. */
export const LONGEST_PHRASE = 16;

// PostgreSQL: no place of a word beyond 16,383, 255 places of one word, 1 MB in all; more is silently dropped, and
// phrases with it.
const CHUNK_WORDS = 8000;
const CHUNK_PLACES = 250;
const CHUNK_CHARS = 200_000;

/**
 * An item's words as texts of tsvectors: as many as it takes for none of PostgreSQL's limits to be met. Neighbours
 * overlap by a phrase.
 */
export function wordVectors(item: ItemWords): readonly string[] {
  const chunks: string[] = [];
  let chunk = new Chunk();
  for (const column of NAMES) {
    if (item[column] === '') continue;
    const words = tokens(item[column]);
    if (column === 'place') words.unshift(START);
    chunk.begin(column);
    for (const [at, word] of words.entries()) {
      if (chunk.add(word)) continue;
      chunks.push(chunk.text());
      chunk = new Chunk();
      chunk.begin(column);
      for (const again of words.slice(Math.max(0, at - LONGEST_PHRASE + 1), at + 1)) chunk.add(again);
    }
  }
  const last = chunk.text();
  if (last !== '' || chunks.length === 0) chunks.push(last);
  return chunks;
}

class Chunk {
  readonly #places = new Map<string, number[]>();
  #letter = '';
  #next = 1;
  #words = 0;
  #chars = 0;

  begin(column: WordColumn): void {
    this.#letter = COLUMNS[column][0];
    this.#next = 1;
  }

  /** False where it has no room for another word. */
  add(word: string): boolean {
    if (this.#words >= CHUNK_WORDS || this.#chars + word.length > CHUNK_CHARS) return false;
    const key = this.#letter + word;
    const places = this.#places.get(key);
    if (places === undefined) {
      this.#places.set(key, [this.#next]);
      this.#chars += key.length;
    } else if (places.length < CHUNK_PLACES) places.push(this.#next);
    else return false;
    this.#next++;
    this.#words++;
    return true;
  }

  text(): string {
    let all = '';
    for (const [word, places] of this.#places) {
      const [first = ''] = word;
      const weight = WEIGHTS.get(first) ?? 'D';
      // D is what has no letter.
      const marks = weight === 'D' ? places.join(',') : places.map((place) => place + weight).join(',');
      all += `'${word}':${marks} `;
    }
    return all;
  }
}

const WEIGHTS: ReadonlyMap<string, string> = new Map(Object.values(COLUMNS));

function lexeme(column: WordColumn, word: string): string {
  return COLUMNS[column][0] + word;
}

export interface Phrase {
  /** Null: anywhere but in the path. */
  readonly columns: readonly WordColumn[] | null;
  readonly words: readonly string[];
  readonly prefix: boolean;
  readonly first: boolean;
}

/** A phrase as texts of tsqueries, all of which must match; null where no word is left of it. */
export function phraseQueries({ columns, words, prefix, first }: Phrase): readonly string[] | null {
  const folded = tokens(words.join(' '));
  if (folded.length === 0) return null;
  if (first) folded.unshift(START);
  const parts: string[] = [];
  const step = LONGEST_PHRASE - 1;
  for (let at = 0; at === 0 || at + 1 < folded.length; at += step) {
    const part = folded.slice(at, at + LONGEST_PHRASE);
    const isLast = at + LONGEST_PHRASE >= folded.length;
    const inColumn = (column: WordColumn) =>
      part
        .map((word, i) => `'${lexeme(column, word)}'${prefix && isLast && i === part.length - 1 ? ':*' : ''}`)
        .join(' <-> ');
    parts.push(
      (columns ?? NAMES.filter((name) => name !== 'place'))
        .map((column) => `(${inColumn(column)})`)
        .join(' | '),
    );
    if (isLast) break;
  }
  return parts;
}
