import { createHash, type Hash } from 'node:crypto';
import { BodyCanonicalizer } from '../body-canonicalizer.ts';
import type { BodyTarget } from './body-target.ts';

/** A body being put together, asked at any line end whether it would have the stated hash if it ended so. */
export class BodyTrial {
  readonly #target: BodyTarget;
  readonly #state: Hash;
  readonly #canonical: BodyCanonicalizer;
  #left: number;

  constructor(target: BodyTarget) {
    this.#target = target;
    this.#state = createHash(target.hash);
    this.#left = target.length ?? Number.POSITIVE_INFINITY;
    this.#canonical = new BodyCanonicalizer(target.relaxed, (bytes) => {
      this.#left = feed(this.#state, bytes, this.#left);
    });
  }

  write(bytes: Uint8Array, start: number, end: number): void {
    this.#canonical.write(bytes, start, end);
  }

  /** Whether what was written, followed by `after`, has the hash. What was written stays as it is. */
  matchesWith(after: Uint8Array): boolean {
    const state = this.#state.copy();
    let left = this.#left;
    const rest = this.#canonical.fork((bytes) => {
      left = feed(state, bytes, left);
    });
    rest.write(after, 0, after.length);
    rest.end();
    return state.digest().equals(this.#target.digest);
  }
}

/** Adds at most `left` bytes; what remains of the allowance (l=) is returned. */
function feed(state: Hash, bytes: Uint8Array, left: number): number {
  if (left > 0) state.update(bytes.length <= left ? bytes : bytes.subarray(0, left));
  return left - bytes.length;
}
