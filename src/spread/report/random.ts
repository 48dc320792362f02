/** Numbers in [0, 1). An argument everywhere, so that a report can be made again to the digit. */
export type Random = () => number;

/** The generator mulberry32 (T. Ettinger, public domain): small, fast, good enough for permutations. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Shuffles places[from, to) (Fisher and Yates). */
export function shuffle(places: Uint32Array, from: number, to: number, random: Random): void {
  for (let i = to - 1; i > from; i--) {
    const j = from + Math.floor(random() * (i - from + 1));
    const held = places[i] ?? 0;
    places[i] = places[j] ?? 0;
    places[j] = held;
  }
}
