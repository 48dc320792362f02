import type { CarriedRow, CaseStore, StoredItem } from '../case/store.ts';
import { BandIndex } from '../examine/near-duplicates/band-index.ts';
import { claimOf, savedAt } from '../examine/near-duplicates/claim.ts';
import { overlap, shinglesOf } from '../examine/near-duplicates/shingles.ts';
import type { Sketch } from '../examine/near-duplicates/sketch.ts';
import { diffWords } from '../examine/reference/diff.ts';
import type { OriginalFinding } from '../judge/carried.ts';
import type { SketchedText } from './sketches.ts';

/** Share of the wording below which two documents are merely on one subject. */
const NEAR = 0.5;
/** Attack: a thousand documents of one sketch. */
const MOST_COMPARED = 6;

/**
 * Documents that are vouched for (carried by authentic or corroborated messages, or in the reference archive), ready
 * for nearly equal ones to be held against: 200 bytes each, texts read when two meet.
 */
export class NearOriginals {
  readonly #store: CaseStore;
  readonly #sketches: ReadonlyMap<number, Sketch>;
  readonly #index: BandIndex;
  readonly #lastMessage: string | null;

  private constructor(
    store: CaseStore,
    sketches: ReadonlyMap<number, Sketch>,
    index: BandIndex,
    last: string | null,
  ) {
    this.#store = store;
    this.#sketches = sketches;
    this.#index = index;
    this.#lastMessage = last;
  }

  /** @param vouched rows of documents that may be held against others */
  static of(
    store: CaseStore,
    texts: readonly SketchedText[],
    vouched: ReadonlySet<number>,
    lastMessage: string | null,
  ): NearOriginals {
    const sketches = new Map<number, Sketch>();
    if (vouched.size > 0) {
      for (const { row, kind, sketch } of texts) if (kind !== 'message') sketches.set(row, sketch);
    }
    const originals = [...sketches].filter(([row]) => vouched.has(row));
    const index = new BandIndex(originals.length);
    for (const [row, { bins }] of originals) index.add(bins, row);
    return new NearOriginals(store, sketches, index, lastMessage);
  }

  /** What a document that nobody vouches for is nearly equal to; null where to nothing, or to the very words. */
  about({ row }: CarriedRow): OriginalFinding | null {
    const sketch = this.#sketches.get(row);
    if (sketch === undefined) return null;
    const candidates = [...this.#index.find(sketch.bins)].filter((other) => other !== row);
    if (candidates.length === 0) return null;
    const copy = this.#store.itemByRow(row);
    if (copy === null) return null;
    const own = shinglesOf(copy.text, false);
    const near = candidates
      .slice(0, MOST_COMPARED)
      .flatMap((other) => this.#store.itemByRow(other) ?? [])
      .map((original) => ({ original, ...overlap(shinglesOf(original.text, false), own) }))
      .filter(({ similarity }) => similarity >= NEAR)
      .sort((a, b) => b.similarity - a.similarity || (a.original.id < b.original.id ? -1 : 1));
    const [best] = near;
    if (best === undefined) return null;
    // Where two different texts claim the same save already, the stamp is a template's.
    const claims = near.filter(({ original }) => this.#claim(original, copy) === 'same-save');
    const isTemplate = new Set(claims.map(({ original }) => original.text)).size > 1;
    const found = comparison(best.original, copy, best.similarity);
    if (found === null) return null;
    const claim = this.#claim(best.original, copy);
    return { ...found, claim: claim === 'same-save' && isTemplate ? 'none' : claim };
  }

  #claim(original: StoredItem, copy: StoredItem) {
    return claimOf(described(original), described(copy), this.#lastMessage);
  }

  /**
   * The attachment of the same name that the original of an altered message carries, where it has another text; null
   * where there is none, or it has the same words.
   */
  static inOriginal(store: CaseStore, row: CarriedRow, originalMessage: string): OriginalFinding | null {
    const message = store.item(originalMessage);
    const copy = message === null ? null : store.itemByRow(row.row);
    if (message === null || copy === null) return null;
    const twin = store.childrenOf(message.path, message.role).find(({ name }) => name === copy.name);
    if (twin === undefined || twin.sha256 === copy.sha256) return null;
    const original = store.itemByRow(twin.row);
    if (original === null || original.text === '' || copy.text === '') return null;
    const { similarity } = overlap(shinglesOf(original.text, false), shinglesOf(copy.text, false));
    const found = comparison(original, copy, similarity);
    return found === null ? null : { ...found, claim: 'same-message' };
  }
}

function described({ name, metadata }: StoredItem) {
  return { name, metadata: metadata ?? [] };
}

function comparison(
  original: StoredItem,
  copy: StoredItem,
  similarity: number,
): Omit<OriginalFinding, 'claim'> | null {
  const { changes, onlyAdded } = diffWords(original.text, copy.text);
  if (changes.length === 0) return null;
  const differences = [{ part: 'document', changes, onlyAdded }] as const;
  return { id: original.id, similarity, saved: savedAt(described(copy)), differences };
}
