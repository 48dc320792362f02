/** The middle of many values and how far they usually lie from it; neither moves for a few wild ones. */
export interface Spread {
  readonly median: number;
  /** 1.4826 times the median absolute deviation: the standard deviation, where values are normal. */
  readonly deviation: number;
  readonly count: number;
}

// Hampel 1974: this makes the median absolute deviation an estimate of sigma.
const TO_SIGMA = 1.4826;

/** Median and median absolute deviation; null for no values. */
export function spreadOf(values: readonly number[]): Spread | null {
  const median = medianOf(values);
  if (median === null) return null;
  const deviation = medianOf(values.map((value) => Math.abs(value - median))) ?? 0;
  return { median, deviation: TO_SIGMA * deviation, count: values.length };
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
