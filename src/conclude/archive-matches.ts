import type { MessageHead } from '../case/store.ts';
import { MESSAGE_ID, MessageDigests } from '../examine/duplicates/duplicates.ts';
import { Column } from '../spill/column.ts';
import type { RecordCursor } from '../spill/record-list.ts';
import { RecordSort } from '../spill/record-sort.ts';
import type { Scratch } from '../spill/scratch.ts';
import { PackedIds } from './packed-ids.ts';
import { type Archived, MOST_COMPARED } from './reference.ts';

type Named = Pick<MessageHead, 'row' | 'id'>;

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
  #isFound = false;

  constructor(scratch: Scratch) {
    this.#names = new RecordSort(scratch, KEYS + 1, KEYS);
    this.#found = new RecordSort(scratch, 3, 1);
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** A piece of the archive: all of them before the first of the leak. @param digests of these messages, in order */
  takeOfArchive(messages: readonly Named[], digests: string): void {
    const records = MessageDigests.read(digests);
    for (const { row, id } of messages) {
      this.#rows.push(row);
      this.#ids.push(id);
      if (records.next()) this.#add(records, -this.#rows.length);
    }
  }

  /** A piece of the leak. @param first the number of its first message */
  takeOfLeak(digests: string, first: number): void {
    if (this.isEmpty) return;
    const records = MessageDigests.read(digests);
    for (let number = first; records.next(); number++) this.#add(records, number);
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
    const others = matches.filter(([way, archived]) => WAYS[way] === 'message-id' && !of.includes(archived));
    const placeOf = (archived: number) => ({ row: this.#rows.at(archived), id: this.#ids.at(archived) });
    return {
      by: WAYS[least] ?? 'message-id',
      places: of.map(placeOf),
      others: others.map(([, archived]) => placeOf(archived)),
    };
  }

  #add(message: RecordCursor, number: number): void {
    const word = (at: number) => message.word(at);
    this.#names.add(0, word(0), word(1), word(2), word(3), number);
    this.#names.add(1, word(4), word(5), word(6), word(7), number);
    if (word(10) !== MESSAGE_ID.none) this.#names.add(2, word(8), word(9), 0, 0, number);
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
