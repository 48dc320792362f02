import type { MessageHead } from '../case/store.ts';
import { type Digest, digestOf } from '../examine/duplicates/digest.ts';
import { Column } from '../spill/column.ts';
import type { RecordCursor } from '../spill/record-list.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { hashText, type TextHash } from '../spill/text-hash.ts';
import { PackedIds } from './packed-ids.ts';
import { type Archived, MOST_COMPARED } from './reference.ts';

type Named = Pick<MessageHead, 'row' | 'id' | 'sha256' | 'canonical' | 'messageId'>;

const WAYS = ['bytes', 'canonical', 'message-id'] as const;
/** A way, and four words of a hash. */
const KEYS = 5;

/**
 * Messages of the victim's archive beside those of the leak with the same bytes, content or Message-ID, found by sorting
 * the hashes of both: 20 bytes a message of the archive are held, and nothing of those of the leak.
 */
export class ArchiveMatches {
  readonly #names: RecordSort;
  readonly #found: RecordSort;
  readonly #rows = new Column((length) => new Float64Array(length));
  readonly #ids = new PackedIds();
  readonly #digest: Digest = { words: new Int32Array(4) };
  readonly #hash: TextHash = { high: 0, low: 0 };
  #isFound = false;

  constructor(scratch: Scratch) {
    this.#names = new RecordSort(scratch, KEYS + 1, KEYS);
    this.#found = new RecordSort(scratch, 3, 1);
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** All of them before the first of the leak. */
  addToArchive(message: Named): void {
    this.#rows.push(message.row);
    this.#ids.push(message.id);
    this.#add(message, -this.#rows.length);
  }

  /** @param number of a message of the leak */
  addOfLeak(message: Named, number: number): void {
    if (!this.isEmpty) this.#add(message, number);
  }

  /** What the archive has of messages asked for in order, each once; null where nothing. All are added before. */
  inOrder(): (number: number) => Archived | null {
    this.#find();
    const found = this.#found.read();
    let isLeft = found.next();
    return (number) => {
      const matches: (readonly [way: number, archived: number])[] = [];
      for (; isLeft && found.word(0) <= number; isLeft = found.next())
        if (found.word(0) === number) matches.push([found.word(1), found.word(2)]);
      return matches.length === 0 ? null : this.#archived(matches);
    };
  }

  #archived(matches: readonly (readonly [way: number, archived: number])[]): Archived {
    const least = Math.min(...matches.map(([way]) => way));
    const of = matches.filter(([way]) => way === least).map(([, archived]) => archived);
    return {
      by: WAYS[least] ?? 'message-id',
      places: of.map((archived) => ({ row: this.#rows.at(archived), id: this.#ids.at(archived) })),
    };
  }

  #add({ sha256, canonical, messageId }: Named, number: number): void {
    for (const [way, hash] of [sha256, canonical].entries()) {
      const [a = 0, b = 0, c = 0, d = 0] = digestOf(hash, this.#digest);
      this.#names.add(way, a, b, c, d, number);
    }
    if (messageId === null) return;
    const { high, low } = hashText(messageId, this.#hash);
    this.#names.add(2, high, low, 0, 0, number);
  }

  #find(): void {
    if (this.#isFound || this.isEmpty) return;
    this.#isFound = true;
    const names = this.#names.read();
    const key = new Int32Array(KEYS);
    let archived: number[] = [];
    while (names.next()) {
      if (key.some((word, at) => word !== names.word(at))) archived = [];
      readKey(names, key);
      const number = names.word(KEYS);
      if (number >= 0) for (const each of archived) this.#found.add(number, key[0] ?? 0, each);
      else if (archived.length < mostOf(key[0] ?? 0)) archived.push(-number - 1);
    }
  }
}

function readKey(names: RecordCursor, key: Int32Array): void {
  for (let at = 0; at < KEYS; at++) key[at] = names.word(at);
}

/** One message of the same bytes or content is enough. */
function mostOf(way: number): number {
  return WAYS[way] === 'message-id' ? MOST_COMPARED : 1;
}
