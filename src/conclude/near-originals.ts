import type { CarriedRow, CaseStore, StoredItem } from '../case/store.ts';
import { claimOf, isSavedAfter, savedAt } from '../examine/near-duplicates/claim.ts';
import { overlap, shinglesOf } from '../examine/near-duplicates/shingles.ts';
import { diffWords } from '../examine/reference/diff.ts';
import type { OriginalFinding } from '../judge/carried.ts';

/** Share of the wording below which two documents are merely on one subject. */
const NEAR = 0.5;
/** Attack: a thousand documents of one sketch. */
const MOST_COMPARED = 6;
/** Shingles held at most: 16 MB. The first texts of a kind are what all others of that kind are held against. */
const MOST_SHINGLES = 4 * 2 ** 20;

/** Rows of documents that one may be nearly equal to, the likeliest first. */
export interface Originals {
  /** Carried by authentic or corroborated messages, or in the reference archive. */
  readonly vouched: readonly number[];
  /** Carried by any other message of the leak: they vouch for nothing, but were there before it ended. */
  readonly carried: readonly number[];
}

/** Holds documents against those that they nearly equal; texts are read when two meet. */
export class NearOriginals {
  readonly #store: CaseStore;
  readonly #lastMessage: string | null;
  /** By row, of what others were held against lately. */
  readonly #shingles = new Map<number, Uint32Array>();
  #held = 0;

  /** @param lastMessage its date, ISO 8601; null without */
  constructor(store: CaseStore, lastMessage: string | null) {
    this.#store = store;
    this.#lastMessage = lastMessage;
  }

  /** What a document that nobody vouches for is nearly equal to; null where to nothing, or to the very words. */
  about({ row }: Pick<CarriedRow, 'row'>, { vouched, carried }: Originals): OriginalFinding | null {
    if (vouched.length === 0 && carried.length === 0) return null;
    const copy = new Copy(this.#store, row);
    const ofVouched = this.#ofVouched(copy, vouched);
    if (ofVouched !== null && ofVouched.claim !== 'none') return ofVouched;
    return this.#ofCarried(copy, carried) ?? ofVouched;
  }

  #ofVouched(copy: Copy, vouched: readonly number[]): OriginalFinding | null {
    const near = this.#nearest(copy, vouched);
    const [best] = near;
    const { item } = copy;
    if (best === undefined || item === null) return null;
    // Where two different texts claim the same save already, the stamp is a template's.
    const claims = near.filter(({ original }) => this.#claim(original, item) === 'same-save');
    const isTemplate = new Set(claims.map(({ original }) => original.text)).size > 1;
    const found = comparison(best.original, item, best.similarity);
    if (found === null) return null;
    const claim = this.#claim(best.original, item);
    return { ...found, claim: claim === 'same-save' && isTemplate ? 'none' : claim };
  }

  /** Of two states of one document, that which was saved after the leak ended was changed then, whoever vouches. */
  #ofCarried(copy: Copy, candidates: readonly number[]): OriginalFinding | null {
    const item = candidates.length === 0 ? null : copy.item;
    if (item === null || !isSavedAfter(described(item), this.#lastMessage)) return null;
    const claim = 'saved-after-leak';
    const near = this.#nearest(copy, candidates);
    const earlier = near.find(({ original }) => this.#claim(original, item) === claim);
    const found = earlier === undefined ? null : comparison(earlier.original, item, earlier.similarity);
    return found === null ? null : { ...found, claim };
  }

  /** What of these it is near to, the nearest first. */
  #nearest(copy: Copy, candidates: readonly number[]): readonly Near[] {
    return candidates
      .slice(0, MOST_COMPARED)
      .map((row) => ({ row, similarity: overlap(this.#shinglesOf(row), copy.shingles).similarity }))
      .filter(({ similarity }) => similarity >= NEAR)
      .flatMap(({ row, similarity }) => {
        const original = this.#store.itemByRow(row);
        return original === null ? [] : [{ original, similarity }];
      })
      .sort((a, b) => b.similarity - a.similarity || (a.original.id < b.original.id ? -1 : 1));
  }

  #shinglesOf(row: number): Uint32Array {
    const known = this.#shingles.get(row);
    if (known !== undefined) return known;
    const shingles = shinglesOf(this.#store.itemByRow(row)?.text ?? '', false);
    if (this.#held + shingles.length > MOST_SHINGLES) {
      this.#shingles.clear();
      this.#held = 0;
    }
    this.#held += shingles.length;
    this.#shingles.set(row, shingles);
    return shingles;
  }

  #claim(original: StoredItem, copy: StoredItem) {
    return claimOf(described(original), described(copy), this.#lastMessage);
  }

  /**
   * The attachment of the same name that the original of an altered message carries, where it has another text; null
   * where there is none, or it has the same words.
   */
  static inOriginal(
    store: CaseStore,
    { row }: Pick<CarriedRow, 'row'>,
    originalMessage: string,
  ): OriginalFinding | null {
    const message = store.item(originalMessage);
    const copy = message === null ? null : store.itemByRow(row);
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

/** The document that is held against others; read when it meets one. */
class Copy {
  readonly #store: CaseStore;
  readonly #row: number;
  #item: StoredItem | null | undefined;
  #shingles: Uint32Array | undefined;

  constructor(store: CaseStore, row: number) {
    this.#store = store;
    this.#row = row;
  }

  get item(): StoredItem | null {
    if (this.#item === undefined) this.#item = this.#store.itemByRow(this.#row);
    return this.#item;
  }

  get shingles(): Uint32Array {
    this.#shingles ??= shinglesOf(this.item?.text ?? '', false);
    return this.#shingles;
  }
}

interface Near {
  readonly original: StoredItem;
  readonly similarity: number;
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
