import type { ItemRecord, ItemRole } from '../../model/index.ts';
import { type PreparedItem, prepareItem } from '../prepare.ts';
import type { WordColumn } from '../query/ast.ts';
import { tokens } from './tokens.ts';
import { VectorWriter, type Weight } from './tsvector.ts';

/** As prepareItem, with its words cut: on a worker thread, as the thread that writes has enough to do. */
export function prepareWithWords(role: ItemRole, item: ItemRecord): PreparedItem {
  const prepared = prepareItem(role, item);
  return { ...prepared, words: wordsOf(prepared) };
}

/** What the index holds of an item, one vector a column. */
export function wordsOf(item: PreparedItem): readonly Uint8Array[] {
  const { subject, sender, recipients, copies, text: body, files, path: place } = item;
  return wordVectors({ subject, sender, recipients, copies, body, files, place });
}

/** The indexed columns of an item. */
export type ItemWords = Readonly<Record<WordColumn, string>>;

/** The letter that stands before each word of a column, and the weight its words have in the order of hits. */
const COLUMNS = {
  subject: ['s', 3],
  sender: ['f', 2],
  recipients: ['t', 1],
  copies: ['c', 1],
  body: ['b', 0],
  files: ['n', 2],
  place: ['p', 0],
} as const satisfies Record<WordColumn, readonly [letter: string, weight: Weight]>;

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
 * An item's words as tsvectors in binary form: as many as it takes for none of PostgreSQL's limits to be met. Neighbours
 * overlap by a phrase.
 */
export function wordVectors(item: ItemWords): readonly Uint8Array[] {
  const chunk = new Chunk();
  const chunks: Uint8Array[] = [];
  for (const column of NAMES) {
    if (item[column] === '') continue;
    const words = tokens(item[column]);
    if (column === 'place') words.unshift(START);
    chunk.begin(column);
    for (const [at, word] of words.entries()) {
      if (chunk.add(word)) continue;
      chunks.push(chunk.take());
      chunk.begin(column);
      for (const again of words.slice(Math.max(0, at - LONGEST_PHRASE + 1), at + 1)) chunk.add(again);
    }
  }
  if (!chunk.isEmpty || chunks.length === 0) chunks.push(chunk.take());
  return chunks;
}

class Chunk {
  readonly #vector = new VectorWriter();
  readonly #places = new Map<string, number[]>();
  #column: WordColumn = 'subject';
  #next = 1;
  #words = 0;
  #chars = 0;

  /** Words of another column are other words, whatever they are. */
  begin(column: WordColumn): void {
    this.#write();
    this.#column = column;
    this.#next = 1;
  }

  get isEmpty(): boolean {
    return this.#words === 0;
  }

  /** False where it has no room for another word. */
  add(word: string): boolean {
    if (this.#words >= CHUNK_WORDS || this.#chars + word.length > CHUNK_CHARS) return false;
    const places = this.#places.get(word);
    if (places === undefined) {
      this.#places.set(word, [this.#next]);
      this.#chars += word.length + 1;
    } else if (places.length < CHUNK_PLACES) places.push(this.#next);
    else return false;
    this.#next++;
    this.#words++;
    return true;
  }

  take(): Uint8Array {
    this.#write();
    this.#words = 0;
    this.#chars = 0;
    return this.#vector.take();
  }

  #write(): void {
    const [letter, weight] = COLUMNS[this.#column];
    for (const [word, places] of this.#places) this.#vector.add(letter, word, places, weight);
    this.#places.clear();
  }
}

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
