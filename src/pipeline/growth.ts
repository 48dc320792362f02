import type { ContainerEntry, Limits } from '../model/index.ts';

/**
 * How many times larger than in the dump bytes have become on their way through the containers around them: 1
 * for what lies there as it is, 1000 for what a compression of 1000 : 1 gave, a million for two of them.
 */
export type Growth = number;

// The ratio limit holds for one entry. Attack: 42.zip, in which no level expands more than an honest archive may
// and five levels give 4.5 PB; a gz in a bz2, 340 bytes that give 10 GB. All levels together may expand this many
// times more than one: mail in a tar.gz in a zip is compressed twice in vain, and far from it.
const LEVELS_RATIO = 10;

// Small dumps of zeros are innocent: so much may come out of them in any case, all of their containers together.
// It is seconds of work, and room for one message with a log in a zip that a backup holds a dozen times.
const LEVELS_FLOOR = 2 ** 32;

/**
 * What a container of `size` bytes may expand to, with all that is nested in it. The shares of the containers of
 * one archive add up to no more than the share of the archive, so a whole dump stays below `LEVELS_RATIO` times
 * the ratio limit, whatever its nesting, and the result does not depend on the order of reading.
 */
export function expansionShare(size: number, growth: Growth, limits: Limits): number {
  // What lies in the dump itself is held to the limits of its entries, and may lie about their sizes.
  if (growth <= 1) return limits.containerBytes;
  return Math.floor(Math.max(size * limits.ratio * LEVELS_RATIO, LEVELS_FLOOR) / growth);
}

/** The growth of an entry's `size` bytes in a container of `containerSize`, itself grown already. */
export function entryGrowth(
  container: Growth,
  containerSize: number,
  entry: Pick<ContainerEntry, 'facts'>,
  size: number,
): Growth {
  const packed = Number(entry.facts['packed-bytes']);
  // Members of solid archives and of tar have no packed size of their own.
  const from = packed > 0 ? Math.min(packed, containerSize) : Math.min(size, containerSize);
  return container * Math.max(1, size / Math.max(1, from));
}
