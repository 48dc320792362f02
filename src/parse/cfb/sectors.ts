import { fail } from '../binary/fail.ts';
import { u32 } from '../binary/little-endian.ts';
import type { ByteStream } from '../binary/stream.ts';
import type { Windows } from '../binary/windows.ts';
import { type CfbHeader, LAST_REGULAR } from './header.ts';

/** Bytes handed out at once: large enough for speed, small enough to bound memory. */
const CHUNK_BYTES = 64 * 1024;

/** The allocation tables of a compound file, and streams along their chains. */
export class Sectors {
  readonly #file: Windows;
  readonly #header: CfbHeader;
  readonly #fat: Uint32Array;
  #miniFat: Uint32Array | undefined;
  #miniStream: Uint32Array = new Uint32Array(0);

  constructor(file: Windows, header: CfbHeader) {
    this.#file = file;
    this.#header = header;
    this.#fat = readFat(file, header);
  }

  /** The root entry's own stream holds the mini sectors; given once the directory is read. */
  useMiniStream(start: number, size: number): void {
    this.#miniStream = this.chain(start, Math.ceil(size / this.#header.sector));
  }

  /** All sectors of a chain; it cannot be longer than the file, whatever it says. */
  chain(start: number, atMost = this.#fat.length): Uint32Array {
    return follow(this.#fat, start, Math.min(atMost, this.#fat.length));
  }

  /** A stream of `size` bytes: in mini sectors below the cutoff, else in sectors. Ends early as `truncated`. */
  stream(start: number, size: number): ByteStream {
    const mini = size < this.#header.miniCutoff;
    return {
      size,
      chunks: () =>
        mini
          ? this.#mini(start, size)
          : this.#regular(this.chain(start, Math.ceil(size / this.#header.sector)), size),
    };
  }

  *#regular(chain: Uint32Array, size: number): Generator<Uint8Array> {
    const { sector } = this.#header;
    let left = size;
    for (let at = 0; at < chain.length && left > 0; ) {
      const first = chain[at] ?? 0;
      let run = 1;
      while (run * sector < CHUNK_BYTES && chain[at + run] === first + run) run++;
      const bytes = Math.min(left, run * sector);
      yield this.#file.view((first + 1) * sector, bytes);
      left -= bytes;
      at += run;
    }
    if (left > 0) fail('truncated', `A stream ends ${left} bytes before its announced size.`);
  }

  *#mini(start: number, size: number): Generator<Uint8Array> {
    const { sector, miniSector } = this.#header;
    this.#miniFat ??= this.#readMiniFat();
    const chain = follow(this.#miniFat, start, Math.ceil(size / miniSector));
    let left = size;
    for (const id of chain) {
      const at = id * miniSector;
      const inSector =
        this.#miniStream[Math.floor(at / sector)] ??
        fail('truncated', 'A mini sector lies outside of the mini stream.');
      const bytes = Math.min(left, miniSector);
      yield this.#file.view((inSector + 1) * sector + (at % sector), bytes);
      left -= bytes;
    }
    if (left > 0) fail('truncated', `A small stream ends ${left} bytes before its announced size.`);
  }

  #readMiniFat(): Uint32Array {
    return readTable(this.#file, this.#header.sector, this.chain(this.#header.firstMiniFat));
  }
}

function follow(table: Uint32Array, start: number, atMost: number): Uint32Array {
  const chain: number[] = [];
  for (let id = start; id <= LAST_REGULAR && chain.length < atMost; ) {
    const next = table[id];
    if (next === undefined) break;
    chain.push(id);
    id = next;
  }
  return Uint32Array.from(chain);
}

/** The allocation table: its own sectors are listed in the header, then in a chain of DIFAT sectors. */
function readFat(file: Windows, header: CfbHeader): Uint32Array {
  const { sector } = header;
  const inFile = Math.ceil(file.size / sector);
  const sectors = [...header.fatSectors];
  const mostDifat = Math.ceil(inFile / (sector / 4)) + 1;
  let next = header.firstDifat;
  for (let read = 0; next <= LAST_REGULAR && read < mostDifat && (next + 2) * sector <= file.size; read++) {
    const difat = file.view((next + 1) * sector, sector);
    for (let at = 0; at < sector - 4; at += 4)
      if (u32(difat, at) <= LAST_REGULAR) sectors.push(u32(difat, at));
    next = u32(difat, sector - 4);
  }
  // No table is longer than the file has sectors to be listed. Attack: one FAT sector named a million times.
  const needed = Math.ceil(inFile / (sector / 4)) + 1;
  return readTable(file, sector, Uint32Array.from(sectors.slice(0, needed)));
}

/** Sectors as one table of numbers; those beyond a cut file are passed over as free. */
function readTable(file: Windows, sector: number, sectors: Uint32Array): Uint32Array {
  const perSector = sector / 4;
  const table = new Uint32Array(sectors.length * perSector).fill(0xffffffff);
  for (const [index, id] of sectors.entries()) {
    const offset = (id + 1) * sector;
    const available = Math.min(sector, file.size - offset);
    if (available < 4) continue;
    const bytes = file.view(offset, available & ~3);
    for (let at = 0; at < bytes.length; at += 4) table[index * perSector + at / 4] = u32(bytes, at);
  }
  return table;
}
