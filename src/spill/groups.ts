import type { RecordCursor } from './record-list.ts';
import type { RecordSort } from './record-sort.ts';

/** Words that say which records are of one group: 64 bits of a hash. */
const KEY = 2;

/** For each record in order, with what is held of its group: the records whose first two words are the same. */
export function eachInGroups<State>(
  sort: RecordSort,
  fresh: () => State,
  each: (state: State, record: RecordCursor) => void,
): void {
  const records = sort.read();
  const group = new GroupOf();
  let state: State | null = null;
  while (records.next()) {
    if (group.isNew(records) || state === null) state = fresh();
    each(state, records);
  }
}

/** The same, twice for each group: all of its records are learnt before the first of them is asked about. */
export function learnThenAsk<State>(
  sort: RecordSort,
  fresh: () => State,
  learn: (state: State, record: RecordCursor) => void,
  ask: (state: State, record: RecordCursor) => void,
  close: (state: State) => void,
): void {
  const [ahead, behind] = [sort.read(), sort.read()];
  const group = new GroupOf();
  let isMore = ahead.next();
  while (isMore) {
    group.isNew(ahead);
    const state = fresh();
    let records = 0;
    do {
      learn(state, ahead);
      records++;
      isMore = ahead.next();
    } while (isMore && !group.isNew(ahead));
    for (; records > 0 && behind.next(); records--) ask(state, behind);
    close(state);
  }
}

class GroupOf {
  readonly #key: (number | null)[] = [null, null];

  /** Whether it is of another group than the record before. */
  isNew(record: RecordCursor): boolean {
    let isNew = false;
    for (let at = 0; at < KEY; at++) {
      const word = record.word(at);
      if (this.#key[at] === word) continue;
      this.#key[at] = word;
      isNew = true;
    }
    return isNew;
  }
}
