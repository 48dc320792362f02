import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { PostgresCase } from './case/postgres/case.ts';
import { sha256 } from './case/postgres/part-table.ts';
import { repeatedly } from './case/postgres/session.ts';
import { TamisError } from './model/index.ts';
import type { AskEdges } from './spread/coordination/index.ts';
import {
  type AskPieces,
  type Counting,
  countingByPieces,
  edgesByPieces,
  type SpreadPart,
  type SpreadPiece,
  SpreadPieces,
} from './spread/report/index.ts';

const PARTS: readonly SpreadPart[] = ['pairs', 'chances', 'accounts'];

/** One repetition over millions of posts takes minutes, and nothing is renewed meanwhile. */
const LEASE_SECONDS = 600;
/** What somebody has held for so long is counted by the lead as well, once nothing else is left: he may have died. */
const TAKE_OVER_SECONDS = 5;
/** Between two looks whether the others have ended theirs. */
const LOOK_MS = 100;

export interface SharedSpreadOptions {
  /** Milliseconds for which a lost database is waited for. */
  readonly patienceMs: number;
  /** Pairs of a piece, for tests. */
  readonly pairsEach?: number;
}

/**
 * Counts coordination with all workers of a shared case; this process counts too. A piece is known by all that its result
 * depends on: of a report that is made again after its process died, what was counted is not counted again. For who owns
 * the tables.
 */
export function countingWithWorkers(store: PostgresCase, options: SharedSpreadOptions): Counting {
  const doer = new SpreadDoer(store, { worker: randomUUID(), as: 'lead', patienceMs: options.patienceMs });
  return countingByPieces(asking(store, doer, options), options.pairsEach);
}

/** As countingWithWorkers, for whole edges: who coordinates in a file of shares. */
export function edgesWithWorkers(store: PostgresCase, options: SharedSpreadOptions): AskEdges {
  const doer = new SpreadDoer(store, { worker: randomUUID(), as: 'lead', patienceMs: options.patienceMs });
  return edgesByPieces(asking(store, doer, options));
}

function asking(store: PostgresCase, doer: SpreadDoer, { patienceMs }: SharedSpreadOptions): AskPieces {
  const { parts } = store;
  const attempt = <T>(work: () => T): T => repeatedly(patienceMs, work);
  return async (pieces) => {
    if (pieces.length === 0) return [];
    const hashes = new Map(pieces.map(({ common }) => [common, '']));
    const add = (): void => {
      for (const common of hashes.keys()) hashes.set(common, parts.addCommon(common));
      for (const part of PARTS) {
        for (const [common, hash] of hashes) {
          const of = pieces.filter((piece) => piece.part === part && piece.common === common);
          parts.add(
            part,
            hash,
            of.map((piece) => ({ key: keyOf(piece, hash), piece: piece.piece })),
          );
        }
      }
    };
    attempt(add);
    const keys = pieces.map((piece) => keyOf(piece, hashes.get(piece.common) ?? ''));
    for (;;) {
      const { pending, done } = attempt(() => parts.countOf(keys));
      // The end of a sift, or of the same report made by another, takes all pieces away.
      if (pending + done < new Set(keys).size) attempt(add);
      else if (pending === 0) {
        const found = attempt(() => [...parts.found(keys)]);
        if (found.every((result) => result !== null)) {
          attempt(() => parts.forget(keys, [...hashes.values()]));
          return found;
        }
      }
      if (doer.doOne() === null) await sleep(LOOK_MS);
      // So that Ctrl-C is heard.
      else await nextTurn();
    }
  };
}

function keyOf({ part, piece }: SpreadPiece, common: string): string {
  return sha256(JSON.stringify([part, common, piece]));
}

export interface SpreadDoerOptions extends Pick<SharedSpreadOptions, 'patienceMs'> {
  /** Whom pieces belong to while they are done. */
  readonly worker: string;
  readonly as: 'worker' | 'lead';
}

/** Does pieces of reports of a shared case, one after the other. */
export class SpreadDoer {
  readonly #store: PostgresCase;
  readonly #options: SpreadDoerOptions;
  readonly #pieces = new SpreadPieces();
  #common: { readonly hash: string; readonly value: string } | null = null;

  constructor(store: PostgresCase, options: SpreadDoerOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** The part that a piece was done of; null where nothing is to be done. Errors: those of the piece. */
  doOne(): SpreadPart | null {
    const { worker, as } = this.#options;
    const takeOver = as === 'lead' ? LEASE_SECONDS - TAKE_OVER_SECONDS : 0;
    const { parts } = this.#store;
    const leased = this.#try(() => parts.claim(worker, LEASE_SECONDS, as, PARTS, takeOver));
    if (leased === null) return null;
    const part = leased.part as SpreadPart;
    const found = this.#pieces.do({ part, common: this.#commonOf(leased.common), piece: leased.piece });
    this.#try(() =>
      this.#store.transaction(() => {
        if (parts.isHeld(worker, leased.key)) parts.finish(leased.key, found);
      }),
    );
    return part;
  }

  /** The same string for all pieces that have it in common: it is unpacked once. */
  #commonOf(hash: string): string {
    if (this.#common?.hash === hash) return this.#common.value;
    const value = this.#try(() => this.#store.parts.common(hash));
    if (value === null) throw new TamisError('part-gone', 'A piece of a report was taken back meanwhile.');
    this.#common = { hash, value };
    return value;
  }

  #try<T>(work: () => T): T {
    return repeatedly(this.#options.patienceMs, work);
  }
}
