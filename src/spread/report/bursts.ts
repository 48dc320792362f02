/** A run of bins with more posts than the mean rate explains. */
export interface Burst {
  /** Places of bins, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * Bursts by the automaton of Kleinberg (2003, "Bursty and hierarchical structure in streams"), with two states
 * and Poisson counts: the base rate is the mean per bin, a burst runs at `scale` times that, and entering one
 * costs gamma times ln(bins). The cheapest sequence of states is found by dynamic programming.
 */
export function bursts(counts: readonly number[], scale = 3, gamma = 1): Burst[] {
  const bins = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, bins);
  if (bins < 3 || mean === 0) return [];
  const enter = gamma * Math.log(bins);
  const cost = (count: number, rate: number): number => rate - count * Math.log(rate);
  let calm = 0;
  let burst = enter;
  const fromCalm = new Uint8Array(bins);
  const fromBurst = new Uint8Array(bins);
  counts.forEach((count, i) => {
    // 1: the state before was a burst.
    fromCalm[i] = burst < calm ? 1 : 0;
    fromBurst[i] = burst <= calm + enter ? 1 : 0;
    const calmNow = Math.min(calm, burst) + cost(count, mean);
    burst = Math.min(burst, calm + enter) + cost(count, mean * scale);
    calm = calmNow;
  });
  const found: { first: number; last: number; count: number }[] = [];
  let inBurst = burst < calm;
  for (let i = bins - 1; i >= 0; i--) {
    const open = found.at(-1);
    if (inBurst && open?.first === i + 1) {
      open.first = i;
      open.count += counts[i] ?? 0;
    } else if (inBurst) found.push({ first: i, last: i, count: counts[i] ?? 0 });
    inBurst = (inBurst ? fromBurst[i] : fromCalm[i]) === 1;
  }
  return found.reverse();
}
