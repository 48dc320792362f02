/** From 1601 to 1970, in milliseconds. */
const EPOCH = 11_644_473_600_000;

/**
 * A Windows FILETIME (100 ns since 1601, UTC) in two halves of eight hexadecimal digits, as milliseconds
 * since 1970. A double holds it to 2 microseconds, far below what any of the stamps resolves.
 */
export function fileTime(high: string, low: string): number {
  return Math.round((Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16)) / 10_000 - EPOCH);
}

/** The same from a count of 100 ns, however large. */
export function fileTimeOf(ticks: bigint): number {
  return Number(ticks / 10_000n) - EPOCH;
}
