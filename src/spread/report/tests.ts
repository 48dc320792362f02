/** P(at least k of independent events happen), the events having these probabilities (Poisson binomial, exact). */
export function poissonBinomialTail(probabilities: readonly number[], k: number): number {
  // of[j]: probability of exactly j so far; j = k stands for k or more.
  const of = new Float64Array(k + 1);
  of[0] = 1;
  for (const p of probabilities) {
    of[k] = (of[k] ?? 0) + (k > 0 ? (of[k - 1] ?? 0) * p : 0);
    for (let j = k - 1; j > 0; j--) of[j] = (of[j] ?? 0) * (1 - p) + (of[j - 1] ?? 0) * p;
    if (k > 0) of[0] = (of[0] ?? 0) * (1 - p);
  }
  return Math.min(1, of[k] ?? 0);
}

/** P(X >= k) for X of a Poisson law with this mean; exact to double precision also far in the tail. */
export function poissonTail(mean: number, k: number): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 0;
  let term = Math.exp(-mean + k * Math.log(mean) - logFactorial(k));
  let sum = 0;
  for (let j = k; j < k + 1000 && term > sum * 1e-16; j++) {
    sum += term;
    term *= mean / (j + 1);
  }
  return Math.min(1, sum);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) sum += Math.log(i);
  return sum;
}

/**
 * q-values of Benjamini and Hochberg (1995) for the p-values given, of a family of `tests`: those not given
 * count as p = 1. The family is fixed before the data are looked at.
 */
export function qValues(pValues: ArrayLike<number>, tests: number): Float64Array {
  const order = Uint32Array.from({ length: pValues.length }, (_, i) => i).sort(
    (a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1),
  );
  const q = new Float64Array(pValues.length).fill(1);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const i = order[rank - 1] ?? 0;
    least = Math.min(least, ((pValues[i] ?? 1) * tests) / rank);
    q[i] = least;
  }
  return q;
}
