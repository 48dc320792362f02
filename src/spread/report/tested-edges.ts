import type { EdgeTable } from './edge-table.ts';
import type { EvidenceEdge } from './evidence.ts';
import { qValues } from './tests.ts';

/**
 * Which null models an edge stands against, after correction. `accounts-only`: the dealing of times could tell
 * nothing, the objects being shared by the group alone. `audience`: the same over minutes, where a common
 * audience explains as much; never counted as supported.
 */
export type Support = 'both' | 'accounts-only' | 'audience' | 'none';

/** An edge with what chance says of it. */
export interface TestedEdge extends EvidenceEdge {
  readonly qTimes: number;
  readonly qAccounts: number;
  readonly support: Support;
}

/** Seconds up to which acting together without other sharers is not explained by a common audience. */
const AUDIENCE_WINDOW = 60;
/** Level of the false discovery rate. */
const FALSE_DISCOVERY = 0.05;

const STRENGTHS: readonly Support[] = ['none', 'audience', 'accounts-only', 'both'];

/**
 * Edges with what their chances are worth among all that were tested: of each pair and layer the window that says most,
 * the strongest first. An edge is an object only while somebody looks at it.
 */
export class TestedEdges implements Iterable<TestedEdge> {
  readonly #edges: EdgeTable;
  readonly #qTimes: Float64Array;
  readonly #qAccounts: Float64Array;
  readonly #strength: Uint8Array;
  readonly #order: Uint32Array;

  /** @param tests all pairs that could have been an edge, seen or not */
  constructor(edges: EdgeTable, tests: number) {
    this.#edges = edges;
    this.#qTimes = qValues(edges.pTimes, tests);
    this.#qAccounts = qValues(edges.pAccounts, tests);
    this.#strength = Uint8Array.from({ length: edges.length }, (_, row) => this.#strengthOf(row));
    this.#order = this.#best(this.#strongestFirst());
  }

  get length(): number {
    return this.#order.length;
  }

  *[Symbol.iterator](): IterableIterator<TestedEdge> {
    for (const row of this.#order) yield this.#at(row);
  }

  /** Those that are wanted, as objects. */
  filter(wanted: (edge: TestedEdge) => boolean): TestedEdge[] {
    return [...Iterator.from(this).filter(wanted)];
  }

  /** As JSON.stringify asks for it: all of them at once. */
  toJSON(): readonly TestedEdge[] {
    return [...this];
  }

  #at(row: number): TestedEdge {
    return {
      ...this.#edges.at(row),
      qTimes: this.#qTimes[row] ?? 1,
      qAccounts: this.#qAccounts[row] ?? 1,
      support: STRENGTHS[this.#strength[row] ?? 0] ?? 'none',
    };
  }

  #strengthOf(row: number): number {
    const { window, timesBlind } = this.#edges.at(row);
    const blind: Support = window <= AUDIENCE_WINDOW ? 'accounts-only' : 'audience';
    const without: Support = timesBlind ? blind : 'none';
    const isSure = (this.#qAccounts[row] ?? 1) <= FALSE_DISCOVERY;
    const held: Support = (this.#qTimes[row] ?? 1) <= FALSE_DISCOVERY ? 'both' : without;
    return STRENGTHS.indexOf(isSure ? held : 'none');
  }

  #strongestFirst(): Uint32Array {
    const edges = this.#edges;
    const [strength, q] = [this.#strength, this.#qAccounts];
    return Uint32Array.from({ length: edges.length }, (_, row) => row).sort(
      (a, b) =>
        (strength[b] ?? 0) - (strength[a] ?? 0) ||
        (q[a] ?? 0) - (q[b] ?? 0) ||
        edges.objects(b) - edges.objects(a) ||
        compareNames(edges.from(a), edges.from(b)) ||
        a - b,
    );
  }

  /** Of each pair and layer the window that says most; the rows come in that order, and stay in it. */
  #best(rows: Uint32Array): Uint32Array {
    const places = Uint32Array.from({ length: rows.length }, (_, place) => place);
    places.sort((a, b) => this.#edges.comparePairs(rows[a] ?? 0, rows[b] ?? 0) || a - b);
    const isBest = new Uint8Array(rows.length);
    for (const [at, place] of places.entries()) {
      const before = places[at - 1];
      if (before === undefined || this.#edges.comparePairs(rows[before] ?? 0, rows[place] ?? 0) !== 0)
        isBest[place] = 1;
    }
    return rows.filter((_, place) => isBest[place] === 1);
  }
}

function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
