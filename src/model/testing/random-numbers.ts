/**
 * Whole numbers from 0 up to and not including `below`, the same for one seed in every run: a test that fails fails again.
 * A linear congruential generator (ISO C's example of `rand`), without its low bits, whose period is short.
 */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}
