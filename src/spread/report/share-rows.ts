import { Column } from '../../spill/column.ts';
import type { Layer, LayerShares } from './layers.ts';
import type { NameList } from './name-list.ts';

/** A share as the database gives it; `time` in UTC milliseconds. */
export interface ShareRow {
  /** Its number. */
  readonly object: number;
  /** The post is the object itself. */
  readonly own: boolean;
  readonly who: string;
  readonly content: string;
  readonly time: number;
  readonly stratum: string;
}

/** In the place of a number that is not given yet. */
const NONE = 0;

/**
 * Shares in typed arrays that grow by half: 29 bytes a share, 12 an object, 4 an account and a post, where a row as an object takes
 * 300; names lie in a file. Rows come in order of account and time; of the same account and object the first stays.
 */
export class ShareRows {
  readonly #known: NameList;
  readonly #taken: Uint32Array | null;
  /** By object as it comes, its number + 1 in order of first appearance, and the account + 1 that shared it last. */
  readonly #numbers: Uint32Array;
  readonly #sharedBy: Uint32Array;
  /** The objects in order of first appearance. */
  readonly #objects = new Column((length) => new Uint32Array(length));
  readonly #strata = new Map<string, number>();
  readonly #accountNames: NameList;
  readonly #contentNames: NameList;
  #who: string | null = null;
  #time = Number.NaN;
  /** Posts by number, of the account and moment at hand: a post has one time. */
  readonly #own = new Map<string, number>();
  #columns = columns(4096);
  #count = 0;

  /** @param objects all there are @param taken for each text the one it is taken for; null where each is its own */
  constructor(objects: NameList, taken: Uint32Array | null) {
    this.#known = objects;
    this.#taken = taken;
    this.#numbers = new Uint32Array(objects.length);
    this.#sharedBy = new Uint32Array(objects.length);
    this.#accountNames = objects.only([]);
    this.#contentNames = objects.only([]);
  }

  add({ object, own, who, content, time, stratum }: ShareRow): void {
    if (who !== this.#who) this.#accountNames.add(who);
    if (who !== this.#who || time !== this.#time) this.#own.clear();
    [this.#who, this.#time] = [who, time];
    const number = this.#numberOf(this.#taken?.[object] ?? object);
    if (this.#sharedBy[number] === this.#accountNames.length) return;
    this.#sharedBy[number] = this.#accountNames.length;
    const i = this.#count++;
    if (i === this.#columns.time.length) this.#columns = grown(this.#columns);
    this.#columns.object[i] = number;
    this.#columns.account[i] = this.#accountNames.length - 1;
    this.#columns.content[i] = this.#contentOf(content);
    this.#columns.time[i] = time;
    this.#columns.own[i] = own ? 1 : 0;
    this.#columns.stratum[i] = this.#stratumOf(stratum);
  }

  /** The shares, without the objects that more than `most` accounts shared: those are named. */
  shares(layer: Layer, most: number): LayerShares {
    const sharers = new Uint32Array(this.#objects.length);
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
        objects: this.#objects.length,
        accounts: this.#accountNames.length,
        contents: this.#contentNames.length,
      },
      objectNames: this.#known.only(this.#objects.values),
      accountNames: this.#accountNames,
      contentNames: this.#contentNames,
      stratum: kept.map((i) => all.stratum[i] ?? 0),
      strata: this.#strata.size,
      hot: Array.from(
        Uint32Array.from(sharers, (_, number) => number).filter((number) => (sharers[number] ?? 0) > most),
        (number) => ({ object: this.#known.at(this.#objects.at(number)), accounts: sharers[number] ?? 0 }),
      ),
    };
  }

  #numberOf(object: number): number {
    const known = this.#numbers[object] ?? NONE;
    if (known !== NONE) return known - 1;
    this.#objects.push(object);
    this.#numbers[object] = this.#objects.length;
    return this.#objects.length - 1;
  }

  #contentOf(content: string): number {
    const known = this.#own.get(content);
    if (known !== undefined) return known;
    const number = this.#contentNames.add(content);
    this.#own.set(content, number);
    return number;
  }

  /** Hours and languages, of which there are few. */
  #stratumOf(stratum: string): number {
    const known = this.#strata.get(stratum) ?? this.#strata.size;
    if (known === this.#strata.size) this.#strata.set(stratum, known);
    return known;
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
