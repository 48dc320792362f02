import type { Edge } from './edges.ts';
import { NumberReader } from './packed-numbers.ts';

/** Of an edge what adds up over objects. Distinct posts do not: one post may share two objects. */
export type EdgeSums = Pick<Edge, 'from' | 'to' | 'weight' | 'deltaMs' | 'objects'>;

/**
 * Puts the edges of pieces together: calls `visit` for every edge in order of (from, to), with the sums over all pieces that
 * have it. One edge of each piece is held unpacked. The object is reused: copy what is kept.
 */
export function mergeEdges(pieces: readonly string[], visit: (edge: EdgeSums) => void): void {
  const heap = new Heap(pieces.map((packed) => new EdgeReader(packed)).filter((reader) => reader.advance()));
  const edge: EdgeSums & Partial<Edge> = { from: -1, to: -1, weight: 0, deltaMs: 0, objects: 0 };
  for (let least = heap.least; least !== null; least = heap.least) {
    if (least.from !== edge.from || least.to !== edge.to) {
      if (edge.weight > 0) visit(edge);
      Object.assign(edge, { from: least.from, to: least.to, weight: 0, deltaMs: 0, objects: 0 });
    }
    edge.weight += least.weight;
    edge.deltaMs += least.deltaMs;
    edge.objects += least.objects;
    heap.advanceLeast();
  }
  if (edge.weight > 0) visit(edge);
}

class EdgeReader {
  readonly #reader: NumberReader;
  from = 0;
  to = 0;
  weight = 0;
  objects = 0;
  deltaMs = 0;

  constructor(packed: string) {
    this.#reader = new NumberReader(packed);
  }

  /** False at the end. */
  advance(): boolean {
    if (this.#reader.isAtEnd) return false;
    this.from += this.#reader.next();
    this.to = this.from + this.#reader.next();
    this.weight = this.#reader.next();
    this.objects = this.#reader.next();
    this.deltaMs = this.#reader.next();
    return true;
  }
}

/** A binary heap of readers by the edge each is at. */
class Heap {
  readonly #readers: EdgeReader[];

  constructor(readers: EdgeReader[]) {
    this.#readers = readers;
    for (let at = Math.floor(readers.length / 2); at >= 0; at--) this.#sink(at);
  }

  get least(): EdgeReader | null {
    return this.#readers[0] ?? null;
  }

  advanceLeast(): void {
    if (this.#readers[0]?.advance() !== true) {
      const last = this.#readers.pop();
      if (last !== undefined && this.#readers.length > 0) this.#readers[0] = last;
    }
    this.#sink(0);
  }

  #sink(start: number): void {
    const readers = this.#readers;
    for (let at = start; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.#isBefore(child, least)) least = child;
      const [upper, lower] = [readers[at], readers[least]];
      if (least === at || upper === undefined || lower === undefined) return;
      readers[at] = lower;
      readers[least] = upper;
      at = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#readers[a], this.#readers[b]];
    if (one === undefined || other === undefined) return false;
    return one.from < other.from || (one.from === other.from && one.to < other.to);
  }
}
