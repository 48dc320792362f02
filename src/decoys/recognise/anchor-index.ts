/** So many of its rarest shingles stand for a text. */
export const ANCHORS = 8;
/** Attack on oneself: a template in ten thousand decoys. What more texts share tells none of them. */
const MOST_OWNERS = 32;
/** A reply to it may have the shingle as well. */
const RARE = 2;
/** Two shingles that share a counter only look less rare: a fifth of them do. */
const COUNTERS_A_SHINGLE = 4;
/** 64 MB: enough for 50,000 decoys of 150 words. */
const MOST_COUNTERS = 1 << 25;

/** In how many texts a shingle is, at most. */
export class Rarity {
  readonly #counts: Uint16Array;

  constructor(texts: readonly Uint32Array[]) {
    const wanted = COUNTERS_A_SHINGLE * texts.reduce((sum, { length }) => sum + length, 1);
    this.#counts = new Uint16Array(2 ** Math.min(Math.log2(MOST_COUNTERS), Math.ceil(Math.log2(wanted))));
    for (const shingles of texts) {
      for (const shingle of shingles) {
        const at = this.#placeOf(shingle);
        if ((this.#counts[at] ?? 0) < 0xffff) this.#counts[at] = (this.#counts[at] ?? 0) + 1;
      }
    }
  }

  of(shingle: number): number {
    return this.#counts[this.#placeOf(shingle)] ?? 0;
  }

  #placeOf(shingle: number): number {
    return shingle & (this.#counts.length - 1);
  }
}

/**
 * Texts by their rarest shingles: those are what a template, a signature or a disclaimer did not give them, so that
 * real mail with the same disclaimer meets none of them.
 */
export class AnchorIndex {
  readonly #owners = new Map<number, number[]>();
  readonly #anchors: number[] = [];

  /**
   * @param texts the different shingles of each, sorted
   * @param rarity how rare shingles are; by default as these texts have them
   * @param leastRare a text with fewer anchors that at most two texts have is never found: by default, every text may be
   */
  constructor(texts: readonly Uint32Array[], rarity: Rarity = new Rarity(texts), leastRare = 0) {
    for (const [owner, shingles] of texts.entries()) {
      // Sorted by their hash within one rarity: spread over the text, and the same at every start.
      const rarest = [...shingles].sort((a, b) => rarity.of(a) - rarity.of(b) || a - b).slice(0, ANCHORS);
      const isTold = rarest.filter((shingle) => rarity.of(shingle) <= RARE).length >= leastRare;
      this.#anchors.push(isTold ? rarest.length : Number.POSITIVE_INFINITY);
      if (isTold) for (const shingle of rarest) this.#add(shingle, owner);
    }
  }

  #add(shingle: number, owner: number): void {
    const owners = this.#owners.get(shingle);
    if (owners === undefined) this.#owners.set(shingle, [owner]);
    else if (owners.length < MOST_OWNERS) owners.push(owner);
  }

  /** Texts at least three quarters of whose anchors are among these different shingles. */
  find(shingles: Uint32Array): readonly number[] {
    const hits = new Map<number, number>();
    for (const shingle of shingles) {
      for (const owner of this.#owners.get(shingle) ?? []) hits.set(owner, (hits.get(owner) ?? 0) + 1);
    }
    return [...hits]
      .filter(([owner, count]) => 4 * count >= 3 * (this.#anchors[owner] ?? 0))
      .map(([owner]) => owner);
  }
}
