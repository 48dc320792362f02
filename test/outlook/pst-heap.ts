import type { Layout } from '../../src/parse/pst/layout.ts';
import type { NodeSpec } from './pst-writer.ts';

/** One property to be written; Uint8Array values are variable, numbers are 32 bits. */
export interface HeapValue {
  readonly id: number;
  readonly type: number;
  readonly value: Uint8Array | number;
}

/** Allocations above this go to a subnode, as MS-PST 2.3.3.3 asks. */
const LARGEST_ALLOCATION = 3580;

export const text = (id: number, value: string): HeapValue => ({
  id,
  type: 0x1f,
  value: Buffer.from(value, 'utf16le'),
});
export const text8 = (id: number, value: string): HeapValue => ({
  id,
  type: 0x1e,
  value: Buffer.from(value, 'latin1'),
});
export const binary = (id: number, value: Uint8Array): HeapValue => ({ id, type: 0x102, value });
export const long = (id: number, value: number): HeapValue => ({ id, type: 3, value });
export const flag = (id: number, value: boolean): HeapValue => ({ id, type: 0x0b, value: value ? 1 : 0 });
export function time(id: number, iso: string): HeapValue {
  const value = Buffer.alloc(8);
  value.writeBigUInt64LE((BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n);
  return { id, type: 0x40, value };
}
/** An embedded message or OLE object: the subnode that holds it. */
export function object(id: number, node: number): HeapValue {
  const value = Buffer.alloc(8);
  value.writeUInt32LE(node);
  return { id, type: 0x0d, value };
}

/** A node of properties (MS-PST 2.3.3). */
export function properties(
  layout: Layout,
  id: number,
  values: readonly HeapValue[],
  below: readonly NodeSpec[] = [],
  parent = 0,
): NodeSpec {
  const heap = new HeapBuilder(layout);
  const records = [...values]
    .sort((a, b) => a.id - b.id)
    .map(({ id: property, type, value }) => {
      const record = Buffer.alloc(8);
      record.writeUInt16LE(property, 0);
      record.writeUInt16LE(type, 2);
      if (typeof value === 'number') record.writeInt32LE(value, 4);
      else record.writeUInt32LE(heap.value(value), 4);
      return record;
    });
  const root = heap.tree(2, 6, Buffer.concat(records));
  return { id, parent, data: heap.blocks(0xbc, root), below: [...heap.large, ...below] };
}

/** A table whose rows have an id, and cells of four bytes each: numbers, or heap ids of their values. */
export function table(
  layout: Layout,
  id: number,
  rows: readonly { readonly id: number; readonly cells: readonly HeapValue[] }[],
): NodeSpec {
  const heap = new HeapBuilder(layout);
  const columns = new Map<number, number>();
  for (const row of rows) for (const cell of row.cells) columns.set(cell.id, cell.type);
  const tags = [...columns.keys()].sort((a, b) => a - b);
  const bitmap = Math.ceil((tags.length + 2) / 8);
  const existAt = 8 + tags.length * 4;
  const rowBytes = existAt + bitmap;
  const matrix = Buffer.alloc(rows.length * rowBytes);
  const index: Buffer[] = [];
  for (const [number, row] of rows.entries()) {
    const at = number * rowBytes;
    matrix.writeUInt32LE(row.id, at);
    for (const cell of row.cells) {
      const column = tags.indexOf(cell.id);
      const value = typeof cell.value === 'number' ? cell.value : heap.value(cell.value);
      matrix.writeInt32LE(value, at + 8 + column * 4);
      const bit = column + 2;
      matrix[at + existAt + (bit >> 3)] = (matrix[at + existAt + (bit >> 3)] ?? 0) | (0x80 >> (bit & 7));
    }
    index.push(rowIndexEntry(layout, row.id, number));
  }
  const rowTree = heap.tree(4, layout.word === 8 ? 4 : 2, Buffer.concat(index));
  const perBlock = Math.floor((8192 - layout.blockTrailer) / rowBytes) * rowBytes;
  const hnid = rows.length === 0 ? 0 : heap.rows(matrix, perBlock);
  const info = Buffer.alloc(22 + tags.length * 8);
  info.set([0x7c, tags.length]);
  for (const [at, end] of [existAt, existAt, existAt, rowBytes].entries())
    info.writeUInt16LE(end, 2 + at * 2);
  info.writeUInt32LE(rowTree, 10);
  info.writeUInt32LE(hnid, 14);
  for (const [column, tag] of tags.entries()) {
    const at = 22 + column * 8;
    info.writeUInt16LE(columns.get(tag) ?? 0, at);
    info.writeUInt16LE(tag, at + 2);
    info.writeUInt16LE(8 + column * 4, at + 4);
    info.set([4, column + 2], at + 6);
  }
  const root = heap.add(info);
  return { id, data: heap.blocks(0x7c, root), below: heap.large };
}

function rowIndexEntry(layout: Layout, id: number, number: number): Buffer {
  const entry = Buffer.alloc(layout.word === 8 ? 8 : 6);
  entry.writeUInt32LE(id);
  if (layout.word === 8) entry.writeUInt32LE(number, 4);
  else entry.writeUInt16LE(number, 4);
  return entry;
}

class HeapBuilder {
  readonly large: NodeSpec[] = [];
  readonly #layout: Layout;
  /** Allocations of each block. */
  readonly #pages: Uint8Array[][] = [[]];
  #used = 12;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** A heap id for small values, a subnode for large ones. */
  value(bytes: Uint8Array): number {
    if (bytes.length === 0) return 0;
    return bytes.length <= LARGEST_ALLOCATION
      ? this.add(bytes)
      : this.#subnode(cut(bytes, 8192 - this.#layout.blockTrailer));
  }

  rows(matrix: Uint8Array, perBlock: number): number {
    return matrix.length <= LARGEST_ALLOCATION ? this.add(matrix) : this.#subnode(cut(matrix, perBlock));
  }

  add(bytes: Uint8Array): number {
    const room = 8192 - this.#layout.blockTrailer - 600;
    if (this.#used + bytes.length + 2 > room) {
      this.#pages.push([]);
      this.#used = 80;
    }
    const page = this.#pages.at(-1) ?? [];
    page.push(bytes);
    this.#used += bytes.length + 2;
    return ((page.length << 5) | ((this.#pages.length - 1) << (5 + this.#layout.heapIndexBits))) >>> 0;
  }

  /** A B-tree on the heap with as many levels as its records need; the id of its header. */
  tree(keyBytes: number, valueBytes: number, records: Uint8Array): number {
    const size = keyBytes + valueBytes;
    let level = 0;
    let ids = cut(records, Math.floor(LARGEST_ALLOCATION / size) * size).map((leaf) => ({
      key: leaf.subarray(0, keyBytes),
      id: this.add(leaf),
    }));
    for (; ids.length > 1; level++) {
      const step = keyBytes + 4;
      const all = Buffer.concat(ids.map(({ key, id }) => Buffer.concat([key, word(id)])));
      ids = cut(all, Math.floor(LARGEST_ALLOCATION / step) * step).map((part) => ({
        key: part.subarray(0, keyBytes),
        id: this.add(part),
      }));
    }
    return this.add(Buffer.concat([Buffer.from([0xb5, keyBytes, valueBytes, level]), word(ids[0]?.id ?? 0)]));
  }

  blocks(client: number, root: number): Uint8Array[] {
    return this.#pages.map((allocations, index) => {
      const header =
        index === 0
          ? Buffer.concat([Buffer.from([0, 0, 0xec, client]), word(root), Buffer.alloc(4)])
          : Buffer.alloc(index % 128 === 8 ? 66 : 2);
      const body = Buffer.concat([header, ...allocations]);
      const padded = Buffer.concat([body, Buffer.alloc(body.length % 2)]);
      const map = Buffer.alloc(4 + (allocations.length + 1) * 2);
      map.writeUInt16LE(allocations.length, 0);
      let at = header.length;
      for (const [number, allocation] of allocations.entries()) {
        map.writeUInt16LE(at, 4 + number * 2);
        at += allocation.length;
      }
      map.writeUInt16LE(at, 4 + allocations.length * 2);
      padded.writeUInt16LE(padded.length, 0);
      return Buffer.concat([padded, map]);
    });
  }

  #subnode(blocks: readonly Uint8Array[]): number {
    const id = ((0x100 + this.large.length) << 5) | 0x1f;
    this.large.push({ id, data: blocks });
    return id;
  }
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}
