import type { Anchor } from '../examine/corroborate/graph.ts';

const STANDINGS = [null, 'covered', 'verified', 'computed'] as const;

/** What stands behind each message by itself: 5 bytes a message, and every source once. */
export class Anchors {
  readonly #standings: Uint8Array;
  readonly #sources: Int32Array;
  readonly #names: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(messages: number) {
    this.#standings = new Uint8Array(messages);
    this.#sources = new Int32Array(messages);
  }

  set(message: number, { standing, source }: Anchor): void {
    const known = this.#numbers.get(source);
    const number = known ?? this.#names.push(source) - 1;
    if (known === undefined) this.#numbers.set(source, number);
    this.#standings[message] = STANDINGS.indexOf(standing);
    this.#sources[message] = number;
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
    return standing === null ? null : { standing, source: this.#names[this.#sources[message] ?? 0] ?? '' };
  }
}
