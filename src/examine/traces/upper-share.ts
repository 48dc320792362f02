/** 95 % one-sided. */
const Z = 1.645;

/**
 * The upper end of a share, of which `hits` in `trials` were seen (Wilson's score interval): with few trials, most
 * is possible. 1 without any.
 */
export function upperShare(hits: number, trials: number): number {
  if (trials === 0) return 1;
  const share = hits / trials;
  const z2 = (Z * Z) / trials;
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials));
  return Math.min(1, (share + z2 / 2 + spread) / (1 + z2));
}
