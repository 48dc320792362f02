import { Column } from '../../spill/column.ts';
import type { LayerShares } from './layers.ts';

/**
 * Of a layer the shares of some accounts, with the names these need and no others: what is kept of a layer, for the posts
 * behind its edges, while the next is counted.
 */
export function sharesOfAccounts(layer: LayerShares, accounts: ReadonlySet<string>): LayerShares {
  const { shares } = layer;
  const objects = new Numbers(layer.objectNames.length);
  const whose = new Numbers(layer.accountNames.length);
  const contents = new Numbers(layer.contentNames.length);
  const isWanted = Uint8Array.from({ length: layer.accountNames.length }, (_, account) =>
    accounts.has(layer.accountNames.at(account)) ? 1 : 0,
  );
  const rows = Uint32Array.from({ length: shares.count }, (_, row) => row).filter(
    (row) => isWanted[shares.account[row] ?? 0] === 1,
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
      objects: objects.old.length,
      accounts: whose.old.length,
      contents: contents.old.length,
    },
    objectNames: layer.objectNames.only(objects.old.values),
    accountNames: layer.accountNames.only(whose.old.values),
    contentNames: layer.contentNames.only(contents.old.values),
    stratum: rows.map((row) => layer.stratum[row] ?? 0),
    strata: layer.strata,
    hot: [],
  };
}

/** Numbers anew what has numbers, in order of first use. */
class Numbers {
  readonly old = new Column((length) => new Uint32Array(length));
  /** The new number + 1 by the old. */
  readonly #numbers: Uint32Array;

  constructor(length: number) {
    this.#numbers = new Uint32Array(length);
  }

  of(old: number): number {
    const known = this.#numbers[old] ?? 0;
    if (known > 0) return known - 1;
    this.old.push(old);
    this.#numbers[old] = this.old.length;
    return this.old.length - 1;
  }
}
