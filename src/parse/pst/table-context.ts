import { fail } from '../binary/fail.ts';
import { u8, u16, u32 } from '../binary/little-endian.ts';
import { streamOf } from '../binary/stream.ts';
import type { RawProperty } from '../mapi/property-bag.ts';
import { TYPE } from '../mapi/tags.ts';
import { DataTree } from './data-tree.ts';
import { type Heap, isHeapId } from './heap.ts';
import { heapTreeLeaves } from './heap-tree.ts';
import { propertyOf } from './property-context.ts';

const TABLE_CONTEXT = 0x7c;
/** 10 million: the limit on children of a container. Attack: a row index that goes round. */
const MOST_ROWS = 10_000_000;

/** Ids of the rows of a table: for the contents of a folder, the nodes of its messages (MS-PST 2.3.4.3). */
export function readRowIds(heap: Heap): number[] {
  const info = tableInfo(heap);
  const ids: number[] = [];
  for (const { id } of rowIndex(heap, info)) ids.push(id);
  return ids;
}

/** Every row with its cells, in the order in which they are stored. */
export function* readRows(heap: Heap): Generator<ReadonlyMap<number, RawProperty>> {
  const info = tableInfo(heap);
  const columns = columnsOf(info);
  const rowBytes = u16(info, 8);
  const existAt = u16(info, 6);
  const matrix = u32(info, 14);
  if (matrix === 0 || rowBytes === 0) return;
  const rows = [...rowIndex(heap, info)].map((row) => row.index).sort((a, b) => a - b);
  const block = rowBlocks(heap, matrix);
  // Every block but the last is as full as rows allow, so the first tells how many fit.
  const perBlock = Math.max(1, Math.floor(block(0).length / rowBytes));
  for (const index of rows) {
    const bytes = block(Math.floor(index / perBlock));
    const start = (index % perBlock) * rowBytes;
    if (start + rowBytes > bytes.length) fail('malformed', `Row ${index} of a table does not exist.`);
    yield cellsOf(heap, columns, bytes.subarray(start, start + rowBytes), existAt);
  }
}

interface Column {
  readonly id: number;
  readonly type: number;
  readonly at: number;
  readonly bytes: number;
  readonly bit: number;
}

function tableInfo(heap: Heap): Uint8Array {
  if (heap.clientType !== TABLE_CONTEXT) fail('malformed', 'A node holds no table where one is due.');
  const info = heap.allocation(heap.root);
  if (u8(info, 0) !== TABLE_CONTEXT) fail('malformed', 'A table does not begin like one.');
  return info;
}

function* rowIndex(heap: Heap, info: Uint8Array): Generator<{ readonly id: number; readonly index: number }> {
  const wide = heap.ndb.header.layout.word === 8;
  let count = 0;
  for (const { bytes, entryBytes } of heapTreeLeaves(heap, u32(info, 10), 4, wide ? 4 : 2)) {
    for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
      if (++count > MOST_ROWS) fail('too-many', 'A table has more rows than the limit.');
      yield { id: u32(bytes, at), index: wide ? u32(bytes, at + 4) : u16(bytes, at + 4) };
    }
  }
}

function columnsOf(info: Uint8Array): readonly Column[] {
  return Array.from({ length: u8(info, 1) }, (_, index) => {
    const at = 22 + index * 8;
    return {
      type: u16(info, at),
      id: u16(info, at + 2),
      at: u16(info, at + 4),
      bytes: u8(info, at + 6),
      bit: u8(info, at + 7),
    };
  });
}

/** Rows lie in one heap allocation, or in the blocks of a subnode, which no row straddles. */
function rowBlocks(heap: Heap, matrix: number): (index: number) => Uint8Array {
  if (isHeapId(matrix)) {
    const bytes = heap.allocation(matrix);
    return (index) => (index === 0 ? bytes : new Uint8Array(0));
  }
  const tree = new DataTree(heap.ndb, heap.subnode(matrix).data);
  let kept = -1;
  let keptBytes: Uint8Array = new Uint8Array(0);
  return (index) => {
    if (index !== kept) keptBytes = tree.block(index);
    kept = index;
    return keptBytes;
  };
}

function cellsOf(
  heap: Heap,
  columns: readonly Column[],
  row: Uint8Array,
  existAt: number,
): ReadonlyMap<number, RawProperty> {
  const cells = new Map<number, RawProperty>();
  for (const column of columns) {
    const exists = row[existAt + (column.bit >> 3)] ?? 0;
    if ((exists & (0x80 >> (column.bit & 7))) === 0) continue;
    const value = row.subarray(column.at, column.at + column.bytes);
    cells.set(column.id, cellOf(heap, column, value));
  }
  return cells;
}

/** Cells of up to eight bytes of fixed size stand in the row itself, all others by id. */
function cellOf(heap: Heap, column: Column, value: Uint8Array): RawProperty {
  const { id, type } = column;
  const inRow = column.bytes === 8 || column.bytes < 4 || type === TYPE.boolean;
  return inRow ? { id, type, open: () => streamOf(value) } : propertyOf(heap, id, type, value);
}
