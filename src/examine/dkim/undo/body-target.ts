import type { ByteRange } from '../../../model/index.ts';
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
  /** Header fields the change brings with it (`content-type`, ...): their lines, or null for absent. */
  readonly fields: ReadonlyMap<string, readonly (string | null)[]>;
}

/**
 * Bytes that may be hashed in search of one message's changes.
 * Attack: a leak of large messages whose signatures all fail. The allowance grows with the message, so that
 * the usual candidates fit, and stays a small multiple of reading it.
 */
export class UndoBudget {
  #left: number;

  constructor(bodySize: number) {
    this.#left = 2 * 2 ** 20 + 8 * bodySize;
  }

  /** False when the allowance does not reach; then nothing is taken. */
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }
}
