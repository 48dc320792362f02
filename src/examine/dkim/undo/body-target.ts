import type { AddedText, ByteRange } from '../../../model/index.ts';
import type { HashName } from '../signature-tags.ts';

/** The body hash a signature header states: what every candidate body is held against. */
export interface BodyTarget {
  readonly relaxed: boolean;
  readonly hash: HashName;
  readonly digest: Buffer;
  /** l=, or null. */
  readonly length: number | null;
}

/** A body that has the stated hash, and how it differs from the one in the leak. */
export interface BodyFound {
  readonly changes: readonly string[];
  readonly regions: readonly ByteRange[];
  readonly added: readonly AddedText[];
  /** Ids of whole parts set aside. */
  readonly parts: readonly string[];
  /** Header fields the change brings with it (`content-type`, ...): their lines, or null for absent. */
  readonly fields: ReadonlyMap<string, readonly (string | null)[]>;
}

/** Whether a candidate of so many bytes could still be tried; if not, it need not be put together. */
export type Affords = (bytes: number) => boolean;

/** Never more than this, whatever the size: a second of work or two. */
const MAX_HASHED_BYTES = 256 * 2 ** 20;
/** A hundred ways to write a message of 30 KB: a notice in both forms of its text, over an attachment. */
const LEAST_HASHED_BYTES = 3 * 2 ** 20;
/** The cuts at the end of a text above a large attachment would take it all. */
const PARTS_OF_BUDGET = 12;
/** Ten signatures may each be searched in full. */
const MAX_HEADER_TRIALS = 20_000;

/**
 * What the search may cost for one message, all its signatures together.
 * Attack: a leak of large messages whose many signatures all fail. The allowance grows with the message, so
 * that the usual candidates fit, and stays a small multiple of reading it.
 */
export class UndoBudget {
  #bytes: number;
  /** Of one candidate, and what it has left. */
  readonly #most: number;
  #own = Number.POSITIVE_INFINITY;
  #trials = MAX_HEADER_TRIALS;

  constructor(bodySize: number) {
    this.#bytes = Math.min(LEAST_HASHED_BYTES + 8 * bodySize, MAX_HASHED_BYTES);
    this.#most = Math.max(this.#bytes / PARTS_OF_BUDGET, 3 * bodySize);
  }

  /** Another candidate: it may take its part of the allowance and no more, so that those after it are tried too. */
  begin(): void {
    this.#own = this.#most;
  }

  /** False when the allowance of bytes does not reach; then nothing is taken. */
  take(bytes: number): boolean {
    if (bytes > this.#bytes || bytes > this.#own) return false;
    this.#bytes -= bytes;
    this.#own -= bytes;
    return true;
  }

  /** Whether another candidate may take so many, which are not taken yet. */
  affords(bytes: number): boolean {
    return bytes <= this.#bytes && bytes <= this.#most;
  }

  /** Header combinations granted, at most as many as asked for. */
  takeTrials(wanted: number): number {
    const granted = Math.min(wanted, this.#trials);
    this.#trials -= granted;
    return granted;
  }
}
