import type { LayerShares } from './layers.ts';

/**
 * Of a layer the shares of some accounts, with the names these need and no others: what is kept of a layer, for the posts
 * behind its edges, while the next is counted.
 */
export function sharesOfAccounts(layer: LayerShares, accounts: ReadonlySet<string>): LayerShares {
  const { shares } = layer;
  const objects = new Names(layer.objectNames);
  const whose = new Names(layer.accountNames);
  const contents = new Names(layer.contentNames);
  const rows = Uint32Array.from({ length: shares.count }, (_, row) => row).filter((row) =>
    accounts.has(layer.accountNames[shares.account[row] ?? 0] ?? ''),
  );
  const [object, account, content] = [
    rows.map((row) => objects.of(shares.object[row] ?? 0)),
    rows.map((row) => whose.of(shares.account[row] ?? 0)),
    rows.map((row) => contents.of(shares.content[row] ?? 0)),
  ];
  return {
    layer: layer.layer,
    shares: {
      count: rows.length,
      object,
      account,
      content,
      time: Float64Array.from(rows, (row) => shares.time[row] ?? 0),
      own: Uint8Array.from(rows, (row) => shares.own[row] ?? 0),
      objects: objects.names.length,
      accounts: whose.names.length,
      contents: contents.names.length,
    },
    objectNames: objects.names,
    accountNames: whose.names,
    contentNames: contents.names,
    stratum: rows.map((row) => layer.stratum[row] ?? 0),
    strata: layer.strata,
    hot: [],
  };
}

/** Numbers names anew, in order of first use. */
class Names {
  readonly names: string[] = [];
  readonly #all: readonly string[];
  readonly #numbers = new Map<number, number>();

  constructor(all: readonly string[]) {
    this.#all = all;
  }

  of(old: number): number {
    const known = this.#numbers.get(old);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.#numbers.set(old, number);
    this.names.push(this.#all[old] ?? '');
    return number;
  }
}
