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

/** Rows of documents that others may be held against. */
export interface Originals {
  /** Carried by authentic or corroborated messages, or in the reference archive. */
  readonly vouched: ReadonlySet<number>;
  /** Carried by any other message of the leak: they vouch for nothing, but were there before it ended. */
  readonly carried: ReadonlySet<number>;
}

/** Documents, ready for nearly equal ones to be held against: 200 bytes each, texts read when two meet. */
export class NearOriginals {
  readonly #store: CaseStore;
  readonly #sketches: ReadonlyMap<number, Sketch>;
  readonly #vouched: BandIndex;
  readonly #carried: BandIndex;
  readonly #lastMessage: string | null;

  /** @param lastMessage its date, ISO 8601; null without */
  constructor(
    store: CaseStore,
    texts: readonly SketchedText[],
    { vouched, carried }: Originals,
    lastMessage: string | null,
  ) {
    this.#store = store;
    const documents = texts.filter(({ kind }) => kind !== 'message');
    this.#sketches = new Map(documents.map(({ row, sketch }) => [row, sketch]));
    this.#vouched = indexOf(this.#sketches, vouched);
    this.#carried = indexOf(this.#sketches, carried);
    this.#lastMessage = lastMessage;
  }

  /** What a document that nobody vouches for is nearly equal to; null where to nothing, or to the very words. */
  about({ row }: CarriedRow): OriginalFinding | null {
    const sketch = this.#sketches.get(row);
    if (sketch === undefined) return null;
    const ofVouched = this.#ofVouched(row, sketch);
    if (ofVouched !== null && ofVouched.claim !== 'none') return ofVouched;
    return this.#ofCarried(row, sketch) ?? ofVouched;
  }

  #ofVouched(row: number, sketch: Sketch): OriginalFinding | null {
    const [copy, near] = this.#nearest(row, sketch, this.#vouched);
    const [best] = near;
    if (copy === null || best === undefined) return null;
    // Where two different texts claim the same save already, the stamp is a template's.
    const claims = near.filter(({ original }) => this.#claim(original, copy) === 'same-save');
    const isTemplate = new Set(claims.map(({ original }) => original.text)).size > 1;
    const found = comparison(best.original, copy, best.similarity);
    if (found === null) return null;
    const claim = this.#claim(best.original, copy);
    return { ...found, claim: claim === 'same-save' && isTemplate ? 'none' : claim };
  }

  /** Of two states of one document, that which was saved after the leak ended was changed then, whoever vouches. */
  #ofCarried(row: number, sketch: Sketch): OriginalFinding | null {
    const [copy, near] = this.#nearest(row, sketch, this.#carried);
    if (copy === null) return null;
    const claim = 'saved-after-leak';
    const earlier = near.find(({ original }) => this.#claim(original, copy) === claim);
    const found = earlier === undefined ? null : comparison(earlier.original, copy, earlier.similarity);
    return found === null ? null : { ...found, claim };
  }

  /** The document itself, null where it is near nothing, and what it is near to, the nearest first. */
  #nearest(row: number, { bins }: Sketch, index: BandIndex): readonly [StoredItem | null, readonly Near[]] {
    const candidates = [...index.find(bins)].filter((other) => other !== row);
    const copy = candidates.length === 0 ? null : this.#store.itemByRow(row);
    if (copy === null) return [null, []];
    const own = shinglesOf(copy.text, false);
    const near = candidates
      .slice(0, MOST_COMPARED)
      .flatMap((other) => this.#store.itemByRow(other) ?? [])
      .map((original) => ({ original, ...overlap(shinglesOf(original.text, false), own) }))
      .filter(({ similarity }) => similarity >= NEAR)
      .sort((a, b) => b.similarity - a.similarity || (a.original.id < b.original.id ? -1 : 1));
    return [copy, near];
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

interface Near {
  readonly original: StoredItem;
  readonly similarity: number;
}

function indexOf(sketches: ReadonlyMap<number, Sketch>, rows: ReadonlySet<number>): BandIndex {
  const chosen = [...sketches].filter(([row]) => rows.has(row));
  const index = new BandIndex(chosen.length);
  for (const [row, { bins }] of chosen) index.add(bins, row);
  return index;
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
