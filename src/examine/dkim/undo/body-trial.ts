import { createHash, type Hash, hash as hashAtOnce } from 'node:crypto';
import { BodyCanonicalizer } from '../body-canonicalizer.ts';
import type { BodyTarget } from './body-target.ts';

/**
 * The end of a body is kept as bytes, and what comes before it as a hash state. To copy a state and finish it
 * costs 2.5 microseconds and an object for the garbage collector; hashing this much at once costs no more.
 */
const MOST_KEPT = 4 * 1024;

/** Shared by all trials of a thread: they are made one after the other. */
const kept = Buffer.allocUnsafe(4 * MOST_KEPT);

/** A body being put together, asked at any line end whether it would have the stated hash if it ended so. */
export class BodyTrial {
  readonly #target: BodyTarget;
  readonly #wanted: string;
  readonly #canonical: BodyCanonicalizer;
  /** Over the bytes before the kept ones; null while there are none. */
  #state: Hash | null = null;
  #kept = 0;
  #left: number;

  constructor(target: BodyTarget) {
    this.#target = target;
    this.#wanted = target.digest.toString('hex');
    this.#left = target.length ?? Number.POSITIVE_INFINITY;
    this.#canonical = new BodyCanonicalizer(target.relaxed, (bytes) => {
      this.#keep(allowed(bytes, this.#left));
      this.#left -= bytes.length;
    });
  }

  write(bytes: Uint8Array, start: number, end: number): void {
    this.#canonical.write(bytes, start, end);
  }

  /** Whether what was written has the hash. More may be written afterwards. */
  matches(): boolean {
    const end = this.#kept + allowed(this.#canonical.ending, this.#left).copy(kept, this.#kept);
    return this.#digest(end) === this.#wanted;
  }

  /** Whether what was written, followed by `after`, has the hash. What was written stays as it is. */
  matchesWith(after: Uint8Array): boolean {
    let end = this.#kept;
    let left = this.#left;
    let state = null as Hash | null;
    const rest = this.#canonical.fork((bytes) => {
      const part = allowed(bytes, left);
      left -= bytes.length;
      if (state === null && end + part.length <= kept.length) end += part.copy(kept, end);
      else state = (state ?? this.#stateUntil(end)).update(part);
    });
    rest.write(after, 0, after.length);
    rest.end();
    return (state === null ? this.#digest(end) : state.digest('hex')) === this.#wanted;
  }

  /** Of the state and the kept bytes up to `end`. */
  #digest(end: number): string {
    if (this.#state !== null) return this.#stateUntil(end).digest('hex');
    return hashAtOnce(this.#target.hash, kept.subarray(0, end), 'hex');
  }

  #keep(part: Buffer): void {
    if (this.#kept + part.length > MOST_KEPT) {
      this.#state = this.#stateUntil(this.#kept).update(part);
      this.#kept = 0;
    } else this.#kept += part.copy(kept, this.#kept);
  }

  #stateUntil(end: number): Hash {
    const state = this.#state?.copy() ?? createHash(this.#target.hash);
    return state.update(kept.subarray(0, end));
  }
}

/** Of a piece of the body, what l= still covers. */
function allowed(bytes: Buffer, left: number): Buffer {
  return bytes.length <= left ? bytes : bytes.subarray(0, Math.max(0, left));
}
