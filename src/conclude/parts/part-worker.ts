import type { PostgresCase } from '../../case/postgres/case.ts';
import type { LeasedPart } from '../../case/postgres/part-table.ts';
import { repeatedly } from '../../case/postgres/session.ts';
import { TamisError } from '../../model/index.ts';
import { type CommonOf, type FoundOf, PARTS, type PartName, type PieceOf } from './parts.ts';
import { PieceReader } from './piece-reader.ts';
import { PreparedPart, partOf } from './prepared-part.ts';

/** How long a piece of a pass belongs to a worker: seconds of work, and the pauses of a busy machine. */
export const PART_LEASE_SECONDS = 60;

export interface PartWorkerOptions {
  /** Whom pieces belong to while they are done. */
  readonly worker: string;
  readonly as: 'worker' | 'lead';
  /** How long a piece belongs to who gives no result. */
  readonly leaseSeconds: number;
  /** A piece that somebody holds for at most so many seconds more is done here as well, where nothing else is left. */
  readonly takeOver?: number;
  /** Milliseconds for which a lost database is waited for. */
  readonly patienceMs: number;
}

const NAMES = Object.keys(PARTS);

/** Does pieces of a shared case, one after the other, and writes each result with the end of its lease. */
export class PartWorker {
  readonly #store: PostgresCase;
  readonly #options: PartWorkerOptions;
  readonly #prepared: PreparedPart;
  #common: { readonly hash: string; readonly value: unknown } | null = null;

  constructor(store: PostgresCase, options: PartWorkerOptions) {
    this.#store = store;
    this.#options = options;
    // None is held: pieces come in no order, and whoever judges one has mostly not surveyed it.
    this.#prepared = new PreparedPart(new PieceReader(store, 0));
  }

  /** The part that a piece was done of; null where nothing is to be done. Errors: those of the piece. */
  doOne(names: readonly string[] = NAMES): string | null {
    const { worker, as, leaseSeconds, takeOver = 0 } = this.#options;
    const leased = this.#try(() => this.#store.parts.claim(worker, leaseSeconds, as, names, takeOver));
    if (leased === null) return null;
    this.#do(leased, leased.part as PartName);
    return leased.part;
  }

  #do<N extends PartName>(leased: LeasedPart, name: N): void {
    const common = this.#commonOf(leased.common) as CommonOf<N>;
    const found = this.#prepared.of(name, common)(JSON.parse(leased.piece) as PieceOf<N>);
    this.#try(() =>
      this.#store.transaction(() => {
        if (!this.#store.parts.isHeld(this.#options.worker, leased.key)) return;
        this.#store.parts.finish(leased.key, JSON.stringify(this.#settle(name, found)));
      }),
    );
  }

  #settle<N extends PartName>(name: N, found: FoundOf<N>): FoundOf<N> {
    return partOf(name).settle?.(this.#store, found) ?? found;
  }

  #commonOf(hash: string): unknown {
    if (this.#common?.hash === hash) return this.#common.value;
    const json = this.#try(() => this.#store.parts.common(hash));
    if (json === null) throw new TamisError('part-gone', 'A piece of a pass was taken back meanwhile.');
    this.#common = { hash, value: JSON.parse(json) };
    return this.#common.value;
  }

  #try<T>(work: () => T): T {
    return repeatedly(this.#options.patienceMs, work);
  }
}
