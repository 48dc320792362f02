import type { Failure, Limits } from '../../model/index.ts';
import { failure } from './outcome.ts';

/** What a container may still expand to: the bomb limits, applied to one reading of its entries. */
export class OutputBudget {
  readonly #limits: Limits;
  #spent = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Bytes that an entry stored in `packed` bytes may give before it counts as a bomb. */
  allowance(packed: number): number {
    const byRatio = Math.max(this.#limits.ratioFloor, packed * this.#limits.ratio);
    return Math.max(0, Math.min(byRatio, this.#limits.containerBytes - this.#spent));
  }

  spend(bytes: number): void {
    this.#spent += bytes;
  }

  /** The failure of an entry that would pass its allowance. */
  bomb(packed: number): Failure {
    const detail =
      this.#spent + this.allowance(packed) >= this.#limits.containerBytes
        ? `The container expands beyond ${this.#limits.containerBytes} bytes.`
        : `${packed} bytes expand to more than ${this.allowance(packed)} bytes.`;
    return failure('bomb', detail);
  }
}
