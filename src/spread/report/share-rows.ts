import type { Layer, LayerShares } from './layers.ts';

/** A share as the database gives it; `time` in UTC milliseconds. */
export interface ShareRow {
  readonly object: string;
  readonly who: string;
  readonly content: string;
  readonly time: number;
  readonly stratum: string;
}

/**
 * Shares in typed arrays that grow by half: 28 bytes a share and its names once, where a row as an object takes
 * 300. Rows come in order of account and time; of the same account and object the first stays.
 */
export class ShareRows {
  readonly #objects = new Numbers();
  readonly #strata = new Numbers();
  readonly #accountNames: string[] = [];
  readonly #contentNames: string[] = [];
  /** Of the account at hand only: its posts by number, the objects it has shared. */
  readonly #own = new Map<string, number>();
  readonly #seen = new Set<number>();
  #columns = columns(4096);
  #count = 0;

  add(row: ShareRow, name: string): void {
    if (row.who !== this.#accountNames.at(-1)) {
      this.#accountNames.push(row.who);
      this.#own.clear();
      this.#seen.clear();
    }
    const object = this.#objects.of(name);
    if (this.#seen.has(object)) return;
    this.#seen.add(object);
    const i = this.#count++;
    if (i === this.#columns.time.length) this.#columns = grown(this.#columns);
    this.#columns.object[i] = object;
    this.#columns.account[i] = this.#accountNames.length - 1;
    this.#columns.content[i] = this.#contentOf(row.content);
    this.#columns.time[i] = row.time;
    this.#columns.own[i] = name === row.content ? 1 : 0;
    this.#columns.stratum[i] = this.#strata.of(row.stratum);
  }

  /** The shares, without the objects that more than `most` accounts shared: those are named. */
  shares(layer: Layer, most: number): LayerShares {
    const sharers = new Uint32Array(this.#objects.names.length);
    const all = this.#columns;
    for (let i = 0; i < this.#count; i++)
      sharers[all.object[i] ?? 0] = (sharers[all.object[i] ?? 0] ?? 0) + 1;
    const kept = Uint32Array.from({ length: this.#count }, (_, i) => i).filter(
      (i) => (sharers[all.object[i] ?? 0] ?? 0) <= most,
    );
    return {
      layer,
      shares: {
        count: kept.length,
        object: kept.map((i) => all.object[i] ?? 0),
        account: kept.map((i) => all.account[i] ?? 0),
        content: kept.map((i) => all.content[i] ?? 0),
        time: Float64Array.from(kept, (i) => all.time[i] ?? 0),
        own: Uint8Array.from(kept, (i) => all.own[i] ?? 0),
        objects: this.#objects.names.length,
        accounts: this.#accountNames.length,
        contents: this.#contentNames.length,
      },
      objectNames: this.#objects.names,
      accountNames: this.#accountNames,
      contentNames: this.#contentNames,
      stratum: kept.map((i) => all.stratum[i] ?? 0),
      strata: this.#strata.names.length,
      hot: this.#objects.names.flatMap((object, id) =>
        (sharers[id] ?? 0) > most ? [{ object, accounts: sharers[id] ?? 0 }] : [],
      ),
    };
  }

  #contentOf(content: string): number {
    const known = this.#own.get(content);
    if (known !== undefined) return known;
    this.#contentNames.push(content);
    this.#own.set(content, this.#contentNames.length - 1);
    return this.#contentNames.length - 1;
  }
}

function columns(length: number) {
  return {
    object: new Uint32Array(length),
    account: new Uint32Array(length),
    content: new Uint32Array(length),
    time: new Float64Array(length),
    own: new Uint8Array(length),
    stratum: new Uint32Array(length),
  };
}

function grown(old: ReturnType<typeof columns>): ReturnType<typeof columns> {
  const wider = columns(Math.ceil(old.time.length * 1.5));
  wider.object.set(old.object);
  wider.account.set(old.account);
  wider.content.set(old.content);
  wider.time.set(old.time);
  wider.own.set(old.own);
  wider.stratum.set(old.stratum);
  return wider;
}

/** Numbers names in order of first appearance. */
class Numbers {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();

  of(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.#ids.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}
