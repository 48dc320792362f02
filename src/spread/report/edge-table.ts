import type { EvidenceEdge } from './evidence.ts';
import { LAYERS, type Layer } from './layers.ts';

const FIRST_ROWS = 1024;

/**
 * Edges in columns, 53 bytes each and the names of their accounts once, where an object of each takes 300: three million posts
 * that were pushed have a million edges over two objects, all of which are weighed together.
 */
export class EdgeTable {
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #columns = columns(FIRST_ROWS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(edge: EvidenceEdge): void {
    if (this.#length === this.#columns.layer.length) this.#columns = grown(this.#columns);
    const at = this.#length++;
    const all = this.#columns;
    all.layer[at] = LAYERS.indexOf(edge.layer);
    all.window[at] = edge.window;
    all.from[at] = this.#numberOf(edge.from);
    all.to[at] = this.#numberOf(edge.to);
    all.objects[at] = edge.objects;
    all.shared[at] = edge.shared;
    all.meanSeconds[at] = edge.meanSeconds;
    all.pTimes[at] = edge.pTimes;
    all.pAccounts[at] = edge.pAccounts;
    all.timesBlind[at] = edge.timesBlind ? 1 : 0;
  }

  at(row: number): EvidenceEdge {
    const all = this.#columns;
    return {
      layer: this.layer(row),
      window: all.window[row] ?? 0,
      from: this.from(row),
      to: this.to(row),
      objects: all.objects[row] ?? 0,
      shared: all.shared[row] ?? 0,
      meanSeconds: all.meanSeconds[row] ?? 0,
      pTimes: all.pTimes[row] ?? 1,
      timesBlind: all.timesBlind[row] === 1,
      pAccounts: all.pAccounts[row] ?? 1,
    };
  }

  layer(row: number): Layer {
    return LAYERS[this.#columns.layer[row] ?? 0] ?? 'object';
  }

  from(row: number): string {
    return this.#names[this.#columns.from[row] ?? 0] ?? '';
  }

  to(row: number): string {
    return this.#names[this.#columns.to[row] ?? 0] ?? '';
  }

  objects(row: number): number {
    return this.#columns.objects[row] ?? 0;
  }

  /** Chances of all edges, in their order. */
  get pTimes(): Float64Array {
    return this.#columns.pTimes.subarray(0, this.#length);
  }

  get pAccounts(): Float64Array {
    return this.#columns.pAccounts.subarray(0, this.#length);
  }

  /** Orders edges of the same layer and accounts beside each other; 0 for those of the same. */
  comparePairs(a: number, b: number): number {
    const { layer, from, to } = this.#columns;
    return (
      (layer[a] ?? 0) - (layer[b] ?? 0) || (from[a] ?? 0) - (from[b] ?? 0) || (to[a] ?? 0) - (to[b] ?? 0)
    );
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    this.#names.push(name);
    return this.#names.length - 1;
  }
}

type Columns = ReturnType<typeof columns>;

function columns(rows: number) {
  return {
    layer: new Uint8Array(rows),
    window: new Float64Array(rows),
    from: new Uint32Array(rows),
    to: new Uint32Array(rows),
    objects: new Uint32Array(rows),
    shared: new Uint32Array(rows),
    meanSeconds: new Float64Array(rows),
    pTimes: new Float64Array(rows),
    pAccounts: new Float64Array(rows),
    timesBlind: new Uint8Array(rows),
  };
}

function grown(old: Columns): Columns {
  const wider = columns(Math.ceil(old.layer.length * 1.5));
  for (const name of Object.keys(old) as (keyof Columns)[]) wider[name].set(old[name]);
  return wider;
}
