import { randomUUID } from 'node:crypto';
import type { PostgresCase } from '../../case/postgres/case.ts';
import { sha256 } from '../../case/postgres/part-table.ts';
import { repeatedly } from '../../case/postgres/session.ts';
import { TamisError } from '../../model/index.ts';
import { chunked } from './chunks.ts';
import { InlineParts, type PartRunner } from './part-runner.ts';
import { PART_LEASE_SECONDS, PartWorker, type PartWorkerOptions } from './part-worker.ts';
import { type CommonOf, type FoundOf, PARTS, type PartName, type PieceOf } from './parts.ts';
import { partOf } from './prepared-part.ts';

/** So that a leak of some thousand messages gives every worker something. */
const ITEMS_EACH = 1000;
/** Fewer are done sooner than they are handed out. */
const FEWEST_PIECES = 3;
/** A worker that was killed, or is slow: the lead has nothing better to do than the same once more. */
const TAKE_OVER_SECONDS = 5;
/** Between two looks whether the others have ended theirs, where the database tells nothing of it. */
const LOOK_MS = 500;

/** Pieces written down at once: some megabytes. */
const ASKED_AT_ONCE = 20;
/** Results read at once. What is there is put together while others work on those that follow. */
const READ_AT_ONCE = 4;

export interface LeasedPartsOptions extends Pick<PartWorkerOptions, 'leaseSeconds' | 'patienceMs'> {
  readonly itemsEach?: number;
  readonly fewestPieces?: number;
}

/**
 * Has parts done by all workers of a shared case; the lead, who asks for them, works too. A piece is known by what its
 * result depends on, so that one that was done before its lead died is not done again; but for those that write into
 * the case, which are done anew.
 */
export class LeasedParts implements PartRunner {
  readonly itemsEach: number;
  readonly #store: PostgresCase;
  readonly #options: LeasedPartsOptions;
  readonly #worker = randomUUID();
  readonly #here: InlineParts;
  readonly #doer: PartWorker;
  readonly #state: string;

  constructor(store: PostgresCase, options: LeasedPartsOptions) {
    this.itemsEach = options.itemsEach ?? ITEMS_EACH;
    this.#store = store;
    this.#options = options;
    this.#here = new InlineParts(store, this.itemsEach);
    this.#doer = new PartWorker(store, {
      ...options,
      worker: this.#worker,
      as: 'lead',
      takeOver: PART_LEASE_SECONDS - TAKE_OVER_SECONDS,
    });
    // Nobody may write what an earlier lead asked for.
    this.#try(() => forgetWritingParts(store));
    this.#state = this.#try(() => store.parts.stateOfReading());
    store.listen('done');
  }

  *run<N extends PartName>(
    name: N,
    common: CommonOf<N>,
    pieces: Iterable<PieceOf<N>>,
  ): IterableIterator<FoundOf<N>> {
    const fewest = this.#options.fewestPieces ?? FEWEST_PIECES;
    const waiting = Iterator.from(pieces);
    const first: PieceOf<N>[] = [];
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      first.push(next.value);
      if (first.length >= fewest) break;
    }
    if (first.length < fewest) {
      yield* this.#here.run(name, common, first);
      return;
    }
    const keys = this.#ask(name, common, chained(first, waiting));
    for (const json of this.#results(name, keys)) {
      // Nothing is to be done, and this was not: a database forgot it (`onOneServer`), or another lead took it away.
      if (json === null) {
        throw new TamisError('db-again', {
          en: 'A piece of a pass is gone from the database.',
          fr: 'Un morceau d’une passe a disparu de la base.',
        });
      }
      yield JSON.parse(json) as FoundOf<N>;
    }
  }

  close(): void {
    this.#here.close();
    this.#try(() => this.#store.parts.remove('all'));
  }

  /** Writes all pieces down, some at a time; returns their keys, which is what is held of them. */
  #ask<N extends PartName>(name: N, common: CommonOf<N>, pieces: Iterable<PieceOf<N>>): readonly string[] {
    const { parts } = this.#store;
    const hash = this.#try(() => parts.addCommon(JSON.stringify(common)));
    const isWriting = partOf(name).settle !== undefined;
    const state = isWriting ? randomUUID() : this.#state;
    const keys: string[] = [];
    for (const page of chunked(pieces, ASKED_AT_ONCE)) {
      const asked = page.map((each) => {
        const piece = JSON.stringify(each);
        return { key: sha256(JSON.stringify([state, name, hash, piece])), piece };
      });
      this.#try(() => parts.add(name, hash, asked, keys.length));
      keys.push(...asked.map(({ key }) => key));
    }
    return keys;
  }

  /** Results in the order of the keys, as soon as they are there; works on whatever is left meanwhile. */
  *#results(name: PartName, keys: readonly string[]): IterableIterator<string | null> {
    const { notices, parts } = this.#store;
    for (const page of chunked(keys, READ_AT_ONCE)) {
      for (;;) {
        const { seen } = notices;
        if (this.#try(() => parts.countOf(page)).pending === 0) break;
        if (this.#doer.doOne([name]) === null) notices.wait(seen, LOOK_MS);
      }
      yield* this.#try(() => [...parts.found(page)]);
    }
  }

  #try<T>(work: () => T): T {
    return repeatedly(this.#options.patienceMs, work);
  }
}

/** Pieces whose results are written at once: their time is over when something is read, or a lead begins. */
export function forgetWritingParts(store: PostgresCase): void {
  store.parts.remove(Object.keys(PARTS).filter((name) => partOf(name as PartName).settle !== undefined));
}

function* chained<T>(first: Iterable<T>, then: Iterable<T>): IterableIterator<T> {
  yield* first;
  yield* then;
}
