import type { EdgeSums } from '../coordination/index.ts';
import type { Layer, LayerShares } from './layers.ts';
import { poissonBinomialTail, poissonTail } from './tests.ts';

/** Two accounts that shared at least two distinct objects within the window of each other. */
export interface EvidenceEdge {
  readonly layer: Layer;
  /** Seconds. */
  readonly window: number;
  readonly from: string;
  readonly to: string;
  /** Distinct objects within the window: the unit of evidence. Objects both shared at any time. */
  readonly objects: number;
  readonly shared: number;
  readonly meanSeconds: number;
  /** Chance of as many or more when times are dealt out anew within each object. */
  readonly pTimes: number;
  /** True when the objects were shared hardly outside the window, so that `pTimes` cannot be small. */
  readonly timesBlind: boolean;
  /** Chance of as many or more when accounts are exchanged within hour and language. */
  readonly pAccounts: number;
}

/** The posts behind an edge, for one object. */
export interface EvidencePost {
  readonly layer: Layer;
  readonly from: string;
  readonly to: string;
  readonly object: string;
  readonly postFrom: string;
  readonly postTo: string;
  readonly seconds: number;
}

/** Tells of the edges over at least two distinct objects, with their chances under both null models. */
export class EvidenceEdges {
  readonly #tell: (edge: EvidenceEdge) => void;
  readonly #layer: LayerShares;
  readonly #window: number;
  readonly #within: WithinRates;
  readonly #rows: AccountRows;
  // Edges come by their lower account, so what is known of it is worked out once for all its edges.
  #last = -1;
  #objectsFrom: ReadonlySet<number> = new Set();
  #strataFrom: ReadonlyMap<number, number> = new Map();

  /** @param window seconds */
  constructor(layer: LayerShares, window: number, tell: (edge: EvidenceEdge) => void) {
    this.#tell = tell;
    this.#layer = layer;
    this.#window = window;
    this.#within = new WithinRates(layer, window * 1000);
    this.#rows = rowsByAccount(layer);
  }

  /** Edges in order of (from, to). */
  add({ from, to, objects, weight, deltaMs }: EdgeSums): void {
    if (objects < 2) return;
    const { shares, stratum, accountNames } = this.#layer;
    if (from !== this.#last) {
      this.#last = from;
      this.#objectsFrom = new Set(Array.from(this.#rows(from), (row) => shares.object[row] ?? 0));
      this.#strataFrom = counted(stratum, this.#rows(from));
    }
    const rowsTo = this.#rows(to);
    const common = commonObjects(this.#layer, this.#objectsFrom, rowsTo);
    const rates = common.map((object) => this.#within.rate(object));
    this.#tell({
      layer: this.#layer.layer,
      window: this.#window,
      from: accountNames.at(from),
      to: accountNames.at(to),
      objects,
      shared: rates.length,
      meanSeconds: deltaMs / 1000 / weight,
      pTimes: poissonBinomialTail(rates, objects),
      // The smallest p possible, all within the window, says whether the test could have told anything.
      timesBlind: rates.reduce((product, rate) => product * rate, 1) > 0.05,
      pAccounts: poissonTail(this.#within.expected(this.#strataFrom, counted(stratum, rowsTo)), objects),
    });
  }
}

/** The posts behind the edge of two accounts, object by object; `numberOf` gives accounts by name. */
export function evidencePosts(
  layer: LayerShares,
  edge: EvidenceEdge,
  byAccount: AccountRows,
  numberOf: ReadonlyMap<string, number>,
): EvidencePost[] {
  const { shares } = layer;
  const rowsFrom = byAccount(numberOf.get(edge.from) ?? -1);
  const rowsTo = byAccount(numberOf.get(edge.to) ?? -1);
  const byObject = new Map(Array.from(rowsTo, (row) => [shares.object[row] ?? 0, row]));
  return Array.from(rowsFrom).flatMap((row) => {
    const other = byObject.get(shares.object[row] ?? 0);
    const delta = other === undefined ? Number.NaN : (shares.time[other] ?? 0) - (shares.time[row] ?? 0);
    if (other === undefined || Math.abs(delta) > edge.window * 1000) return [];
    return [
      {
        layer: layer.layer,
        from: edge.from,
        to: edge.to,
        object: layer.objectNames.at(shares.object[row] ?? 0),
        postFrom: layer.contentNames.at(shares.content[row] ?? 0),
        postTo: layer.contentNames.at(shares.content[other] ?? 0),
        seconds: delta / 1000,
      },
    ];
  });
}

/** The rows of an account in its layer. */
export type AccountRows = (account: number) => Uint32Array;

/** Rows lie by account, see `layerShares`. */
export function rowsByAccount({ shares }: LayerShares): AccountRows {
  const starts = new Uint32Array(shares.accounts + 1);
  for (let row = 0; row < shares.count; row++) starts[(shares.account[row] ?? 0) + 1] = row + 1;
  // An account whose every object was left out has no rows: it ends where the one before it does.
  for (let end = 1; end < starts.length; end++)
    starts[end] = Math.max(starts[end] ?? 0, starts[end - 1] ?? 0);
  const rows = Uint32Array.from({ length: shares.count }, (_, row) => row);
  return (account) => rows.subarray(starts[account] ?? 0, starts[account + 1] ?? 0);
}

function commonObjects({ shares }: LayerShares, objects: ReadonlySet<number>, rows: Uint32Array): number[] {
  return Array.from(rows, (row) => shares.object[row] ?? 0).filter((object) => objects.has(object));
}

/** How often two sharers of an object come within the window, and of two strata in all objects. */
class WithinRates {
  readonly #rates: Float64Array;
  readonly #layer: LayerShares;
  readonly #strataPairs = new Map<number, number>();
  readonly #strataSizes: Uint32Array;

  constructor(layer: LayerShares, windowMs: number) {
    const { shares, stratum, strata } = layer;
    this.#layer = layer;
    this.#rates = new Float64Array(shares.objects);
    this.#strataSizes = new Uint32Array(strata);
    for (const value of stratum) this.#strataSizes[value] = (this.#strataSizes[value] ?? 0) + 1;
    const order = Uint32Array.from({ length: shares.count }, (_, row) => row).sort(
      (a, b) =>
        (shares.object[a] ?? 0) - (shares.object[b] ?? 0) || (shares.time[a] ?? 0) - (shares.time[b] ?? 0),
    );
    for (let first = 0; first < order.length; ) {
      const object = shares.object[order[first] ?? 0] ?? 0;
      let end = first;
      while (end < order.length && shares.object[order[end] ?? 0] === object) end++;
      this.#object(object, order.subarray(first, end), windowMs);
      first = end;
    }
  }

  /** Chance that two sharers of the object, their times dealt out anew, come within the window. */
  rate(object: number): number {
    return this.#rates[object] ?? 0;
  }

  /**
   * Expected number of objects two accounts share within the window when accounts are exchanged; each given by its
   * shares in every stratum.
   */
  expected(countsA: ReadonlyMap<number, number>, countsB: ReadonlyMap<number, number>): number {
    const { strata } = this.#layer;
    let mean = 0;
    for (const [s, ofA] of countsA) {
      for (const [t, ofB] of countsB) {
        const pairs = this.#strataPairs.get(s * strata + t) ?? 0;
        if (pairs === 0) continue;
        const ways = (this.#strataSizes[s] ?? 0) * ((this.#strataSizes[t] ?? 0) - (s === t ? 1 : 0));
        mean += (pairs * ofA * ofB) / Math.max(1, ways);
      }
    }
    return mean;
  }

  #object(object: number, rows: Uint32Array, windowMs: number): void {
    const { shares, stratum, strata } = this.#layer;
    let pairs = 0;
    let oldest = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      while ((shares.time[row] ?? 0) - (shares.time[rows[oldest] ?? 0] ?? 0) > windowMs) oldest++;
      pairs += i - oldest;
      for (let j = oldest; j < i; j++) {
        const s = stratum[row] ?? 0;
        const t = stratum[rows[j] ?? 0] ?? 0;
        // Ordered pairs: both directions.
        this.#strataPairs.set(s * strata + t, (this.#strataPairs.get(s * strata + t) ?? 0) + 1);
        this.#strataPairs.set(t * strata + s, (this.#strataPairs.get(t * strata + s) ?? 0) + 1);
      }
    }
    this.#rates[object] = pairs / Math.max(1, (rows.length * (rows.length - 1)) / 2);
  }
}

function counted(stratum: Uint32Array, rows: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(stratum[row] ?? 0, (counts.get(stratum[row] ?? 0) ?? 0) + 1);
  return counts;
}
