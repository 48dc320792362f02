import type { ItemRecord } from '../../model/index.ts';
import type { ReadDocument } from '../../parse/document/read.ts';

/** What was read of a document, and what follows from it and its name alone. */
export interface ToldDocument {
  readonly read: ReadDocument;
  readonly about: Partial<ItemRecord>;
}

/** Characters that are held of all documents together, 4 MB at most. Attack: a leak of nothing but books. */
const MOST_HELD = 2 ** 20;
/** So that one long text does not take the place of all others. */
const MOST_OF_ONE = MOST_HELD / 8;
/** What is counted for a field of metadata beside its value, a clock or a defect. Attack: a picture with thousands of them. */
const CHARACTERS_A_FIELD = 200;

/**
 * What one worker has told of documents lately. Who sent a file and who got it both kept it, and it is sent on: the same bytes
 * are read once, for as long as they are remembered (docs/decisions/0485).
 */
export class RecentDocuments {
  /** The least lately asked for first. */
  readonly #told = new Map<string, ToldDocument>();
  #held = 0;

  /** `key` is to hold all that `tell` depends on. */
  async told(key: string, tell: () => Promise<ToldDocument>): Promise<ToldDocument> {
    const known = this.#told.get(key);
    if (known !== undefined) {
      this.#told.delete(key);
      this.#told.set(key, known);
      return known;
    }
    const told = await tell();
    // A copy, since a title that was cut out of a text of megabytes keeps all of that text in memory.
    if (isToBeHeld(told)) this.#hold(key, structuredClone(told));
    return told;
  }

  #hold(key: string, told: ToldDocument): void {
    this.#told.set(key, told);
    this.#held += sizeOf(told);
    for (const [oldest, { read, about }] of this.#told) {
      if (this.#held <= MOST_HELD) return;
      this.#told.delete(oldest);
      this.#held -= sizeOf({ read, about });
    }
  }
}

/** What failed may have failed for lack of memory or time; files inside of a document are too large to be held. */
function isToBeHeld(told: ToldDocument): boolean {
  const { failure, embedded, unopened } = told.read;
  return failure === null && embedded.length + unopened.length === 0 && sizeOf(told) <= MOST_OF_ONE;
}

function sizeOf({ read: { text, metadata, clocks, defects } }: ToldDocument): number {
  const values = metadata.reduce((sum, { value }) => sum + value.length, 0);
  return text.length + values + CHARACTERS_A_FIELD * (1 + metadata.length + clocks.length + defects.length);
}
