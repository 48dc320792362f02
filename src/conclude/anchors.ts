import type { Anchor } from '../examine/corroborate/graph.ts';
import type { Scratch } from '../spill/scratch.ts';
import { TextStore } from '../spill/text-store.ts';

const STANDINGS = [null, 'covered', 'verified', 'computed'] as const;

/** What stands behind each message by itself: 5 bytes a message; sources lie in a file where there are many. */
export class Anchors {
  readonly #standings: Uint8Array;
  readonly #sources: Uint32Array;
  readonly #names: TextStore;

  constructor(messages: number, scratch: Scratch) {
    this.#names = new TextStore(scratch);
    this.#standings = new Uint8Array(messages);
    this.#sources = new Uint32Array(messages);
  }

  set(message: number, { standing, source }: Anchor): void {
    this.#standings[message] = STANDINGS.indexOf(standing);
    this.#sources[message] = this.#names.add(source);
  }

  /** By a key that is known from elsewhere, or the archive. */
  has(message: number): boolean {
    const standing = STANDINGS[this.#standings[message] ?? 0];
    return standing === 'covered' || standing === 'verified';
  }

  isCovered(message: number): boolean {
    return STANDINGS[this.#standings[message] ?? 0] === 'covered';
  }

  of(message: number): Anchor | null {
    const standing = STANDINGS[this.#standings[message] ?? 0] ?? null;
    return standing === null ? null : { standing, source: this.#names.get(this.#sources[message] ?? 0) };
  }
}
