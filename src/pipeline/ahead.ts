import type { WorkContext } from './context.ts';
import { isCaseTrouble } from './items/crash.ts';
import { type Examined, examineTogether, type Letter } from './items/examine-together.ts';

/** The bytes of an item that were read before its turn; `examined` if they are a message. */
export interface EarlyItem {
  readonly bytes: Uint8Array;
  readonly examined: Examined | null;
}

/** Reads the item at a cursor, if it is small and nothing is the matter with it. */
export type ReadEarly = (
  cursor: number,
) => { readonly bytes: Uint8Array; readonly isMessage: boolean } | null;

type AheadContext = Pick<WorkContext, 'state' | 'limits' | 'pulse' | 'ring' | 'now'>;

/** Sixteen gain what a hundred do, within a few hundredths; four much less. */
const TOGETHER = 16;
/** Messages above this size have stages long enough by themselves. */
export const MOST_EARLY_BYTES = 64 * 2 ** 10;

/**
 * Looks at the next items of a task a few at a time, before their turn (`examineTogether`). What it cannot or should not
 * look at is left to its turn: items of which a worker died, and all of them where each is to be committed by itself.
 */
export class Ahead {
  readonly #context: AheadContext;
  readonly #read: ReadEarly;
  /** Number of items of the task. */
  readonly #count: number;
  #next: number;
  #items: ReadonlyMap<number, EarlyItem> = new Map();

  constructor(context: AheadContext, count: number, read: ReadEarly) {
    this.#context = context;
    this.#read = read;
    this.#count = count;
    this.#next = context.state.next;
  }

  /** Cursors are to be asked for in order. Null: the item is to be read in its turn. */
  at(cursor: number): EarlyItem | null {
    if (this.#context.state.careful) return null;
    if (cursor >= this.#next) this.#look(cursor);
    return this.#items.get(cursor) ?? null;
  }

  #look(from: number): void {
    this.#next = Math.min(from + TOGETHER, this.#count);
    const items = new Map<number, Uint8Array>();
    const letters: Letter[] = [];
    for (let cursor = from; cursor < this.#next; cursor++) {
      if (this.#context.state.poison.some((each) => each.at === cursor)) continue;
      const item = this.#tryRead(cursor);
      if (item === null) continue;
      items.set(cursor, item.bytes);
      if (item.isMessage) letters.push({ cursor, bytes: item.bytes });
    }
    const examined = examineTogether(this.#context, letters);
    const early = (cursor: number, bytes: Uint8Array): EarlyItem => ({
      bytes,
      examined: examined.get(cursor) ?? null,
    });
    this.#items = new Map([...items].map(([cursor, bytes]) => [cursor, early(cursor, bytes)]));
  }

  /** What cannot be read is told of in its turn. */
  #tryRead(cursor: number): ReturnType<ReadEarly> {
    this.#context.pulse.beginItem(cursor);
    try {
      return this.#read(cursor);
    } catch (error) {
      if (isCaseTrouble(error)) throw error;
      return null;
    }
  }
}
