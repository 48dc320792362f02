import type { ByteSource } from '../../../model/index.ts';
import { chunksOf } from '../window.ts';
import { BLOCK, numberField } from './header.ts';
import type { PaxRecords } from './pax.ts';

/** A file with holes: its stored pieces, and its size with the holes. */
export interface SparseMap {
  readonly size: number;
  readonly pieces: readonly { readonly offset: number; readonly length: number }[];
  /** Where the stored bytes begin, all pieces one after the other. */
  readonly dataAt: number;
}

/** Attack: a map longer than the file it describes. */
const MOST_PIECES = 1_000_000;

/**
 * The map of an old GNU sparse entry (type S): four pieces in the header, then 21 in each extension
 * block. `dataAt` is behind those blocks. Null when the map breaks its own rules.
 */
export function oldGnuSparse(source: ByteSource, header: Uint8Array, headerEnd: number): SparseMap | null {
  const numbers: (number | null)[] = pairs(header, 386, 4);
  let extended = header[482] !== 0;
  let at = headerEnd;
  while (extended && numbers.length < MOST_PIECES) {
    const block = source.read(at, BLOCK);
    if (block.length < BLOCK) return null;
    numbers.push(...pairs(block, 0, 21));
    extended = block[504] !== 0;
    at += BLOCK;
  }
  return checkedMap(numbers, numberField(header, 483, 12), at);
}

/** The map of a pax sparse entry, GNU formats 0.0, 0.1 and 1.0; undefined when the entry is not sparse. */
export function paxSparse(
  source: ByteSource,
  pax: PaxRecords,
  values: ReadonlyMap<string, string>,
  dataAt: number,
): SparseMap | null | undefined {
  const size = Number(values.get('GNU.sparse.realsize') ?? values.get('GNU.sparse.size') ?? Number.NaN);
  if (values.get('GNU.sparse.major') === '1') return mapInData(source, size, dataAt);
  const map = values.get('GNU.sparse.map');
  if (map !== undefined) return checkedMap(map === '' ? [] : map.split(',').map(Number), size, dataAt);
  return pax.sparse.length > 0 || values.has('GNU.sparse.numblocks')
    ? checkedMap(pax.sparse, size, dataAt)
    : undefined;
}

/** The content with its holes filled with zeros. */
export function* sparseChunks(source: ByteSource, map: SparseMap): Generator<Uint8Array> {
  let [at, stored] = [0, map.dataAt];
  for (const { offset, length } of map.pieces) {
    yield* zeros(offset - at);
    yield* chunksOf(source, stored, stored + length);
    at = offset + length;
    stored += length;
  }
  yield* zeros(map.size - at);
}

const ZEROS = new Uint8Array(1024 * 1024);

function* zeros(length: number): Generator<Uint8Array> {
  for (let left = length; left > 0; left -= ZEROS.length)
    yield ZEROS.subarray(0, Math.min(left, ZEROS.length));
}

function pairs(block: Uint8Array, at: number, count: number): (number | null)[] {
  const numbers: (number | null)[] = [];
  for (let index = 0; index < count && block[at + index * 24] !== 0; index++) {
    numbers.push(numberField(block, at + index * 24, 12), numberField(block, at + index * 24 + 12, 12));
  }
  return numbers;
}

/** Format 1.0: decimal lines at the start of the data, padded to a block: count, then offset and length each. */
function mapInData(source: ByteSource, size: number, dataAt: number): SparseMap | null {
  const numbers: number[] = [];
  let wanted = 1;
  let [digits, at] = ['', dataAt];
  while (numbers.length < wanted) {
    const block = source.read(at, BLOCK);
    if (block.length < BLOCK) return null;
    at += BLOCK;
    for (const byte of block) {
      if (numbers.length >= wanted) break;
      if (byte !== 0x0a) {
        digits += String.fromCharCode(byte);
        if (digits.length > 15) return null;
        continue;
      }
      numbers.push(/^\d+$/.test(digits) ? Number(digits) : Number.NaN);
      digits = '';
      if (numbers.length === 1) wanted = 1 + 2 * (numbers[0] ?? 0);
      if (!(wanted <= MOST_PIECES)) return null;
    }
  }
  return checkedMap(numbers.slice(1), size, at);
}

/** Pieces must come in order, apart, and within the size: or a small file could fill any memory. */
function checkedMap(
  numbers: readonly (number | null)[],
  size: number | null,
  dataAt: number,
): SparseMap | null {
  if (size === null || !Number.isSafeInteger(size) || size < 0 || numbers.length % 2 !== 0) return null;
  const pieces: { offset: number; length: number }[] = [];
  let end = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const [offset, length] = [numbers[index] ?? -1, numbers[index + 1] ?? -1];
    if (!(offset >= end && length >= 0 && offset + length <= size)) return null;
    end = offset + length;
    pieces.push({ offset, length });
  }
  return { size, pieces, dataAt };
}
