import type { Interner } from './interner.ts';
import type { NamedShares } from './shares.ts';

/** Collects shares row by row into typed arrays that grow by half. */
export class ShareColumns {
  #object = new Uint32Array(4096);
  #account = new Uint32Array(4096);
  #content = new Uint32Array(4096);
  #time = new Float64Array(4096);
  #own = new Uint8Array(4096);
  #count = 0;

  add(object: number, account: number, content: number, time: number, own: 0 | 1): void {
    const row = this.#count;
    if (row === this.#object.length) this.#grow();
    this.#object[row] = object;
    this.#account[row] = account;
    this.#content[row] = content;
    this.#time[row] = time;
    this.#own[row] = own;
    this.#count = row + 1;
  }

  shares(objectNames: Interner, accountNames: Interner, contents: number): NamedShares {
    return {
      count: this.#count,
      object: this.#object,
      account: this.#account,
      content: this.#content,
      time: this.#time,
      own: this.#own,
      objects: objectNames.size,
      accounts: accountNames.size,
      contents,
      objectNames,
      accountNames,
    };
  }

  #grow(): void {
    const length = Math.ceil(this.#count * 1.5);
    this.#object = copied(new Uint32Array(length), this.#object);
    this.#account = copied(new Uint32Array(length), this.#account);
    this.#content = copied(new Uint32Array(length), this.#content);
    this.#time = copied(new Float64Array(length), this.#time);
    this.#own = copied(new Uint8Array(length), this.#own);
  }
}

function copied<T extends Uint8Array | Uint32Array | Float64Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
