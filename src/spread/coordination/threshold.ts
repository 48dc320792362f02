/** How many edges have each weight. */
export class WeightCounts {
  readonly #counts = new Map<number, number>();
  #total = 0;

  add(weight: number): void {
    this.#counts.set(weight, (this.#counts.get(weight) ?? 0) + 1);
    this.#total++;
  }

  get total(): number {
    return this.#total;
  }

  max(): number {
    let max = 0;
    for (const weight of this.#counts.keys()) if (weight > max) max = weight;
    return max;
  }

  above(threshold: number): number {
    let above = 0;
    for (const [weight, count] of this.#counts) if (weight > threshold) above += count;
    return above;
  }

  /**
   * The p-quantile (0 to 1) with linear interpolation between order statistics: type 7 of Hyndman and Fan
   * 1996, the default of R. 0 without edges.
   */
  quantile(p: number): number {
    if (this.#total === 0) return 0;
    const position = (this.#total - 1) * p;
    const low = this.#nth(Math.floor(position));
    const high = this.#nth(Math.ceil(position));
    return low + (high - low) * (position - Math.floor(position));
  }

  #nth(n: number): number {
    let seen = 0;
    for (const weight of [...this.#counts.keys()].sort((a, b) => a - b)) {
      seen += this.#counts.get(weight) ?? 0;
      if (seen > n) return weight;
    }
    return 0;
  }
}
