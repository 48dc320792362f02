/** Writes Compound File Binary files (MS-CFB), version 3: a tree of storages and streams in sectors of 512 bytes. */
export type CfbNode =
  | { readonly name: string; readonly bytes: Buffer }
  | { readonly name: string; readonly children: readonly CfbNode[] };

const SECTOR = 512;
const MINI_SECTOR = 64;
/** Streams below this size lie in the mini stream. */
const MINI_CUTOFF = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;
const NONE = 0xffffffff;

interface Entry {
  readonly node: CfbNode;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * The file with these children of its root. Streams of less than 4096 bytes go into the mini stream, as they must.
 */
export function writeCfb(children: readonly CfbNode[]): Buffer {
  const entries = directoryOf({ name: 'Root Entry', children });
  const mini = new Chains(MINI_SECTOR);
  const main = new Chains(SECTOR);
  for (const entry of entries) {
    if (!('bytes' in entry.node)) continue;
    const { bytes } = entry.node;
    entry.size = bytes.length;
    entry.start = (bytes.length < MINI_CUTOFF ? mini : main).add(bytes);
  }
  const root = entries[0];
  const miniFat = main.add(mini.table());
  const miniFatSectors = Math.ceil(mini.table().length / SECTOR);
  if (root !== undefined) {
    const content = mini.content();
    root.size = content.length;
    root.start = main.add(content);
  }
  const directory = main.add(Buffer.concat(padded(entries).map(directoryEntry)));
  const fat = main.withFat();
  const header = headerOf(fat, directory, miniFat, miniFatSectors);
  return Buffer.concat([header, main.content()]);
}

/** Sectors of one size and the table that chains them. */
class Chains {
  readonly #size: number;
  readonly #sectors: Buffer[] = [];
  readonly #next: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a stream; returns its first sector. */
  add(bytes: Buffer): number {
    if (bytes.length === 0) return END;
    const first = this.#sectors.length;
    for (let at = 0; at < bytes.length; at += this.#size) {
      const sector = Buffer.alloc(this.#size);
      bytes.copy(sector, 0, at, at + this.#size);
      this.#sectors.push(sector);
      this.#next.push(this.#sectors.length);
    }
    this.#next[this.#next.length - 1] = END;
    return first;
  }

  content(): Buffer {
    return Buffer.concat(this.#sectors);
  }

  table(): Buffer {
    const table = Buffer.alloc(Math.ceil((this.#next.length * 4) / SECTOR) * SECTOR, 0xff);
    this.#next.forEach((next, index) => {
      table.writeUInt32LE(next, index * 4);
    });
    return table;
  }

  /** Appends the table itself, which also lists the sectors it takes; returns their numbers. */
  withFat(): readonly number[] {
    const perSector = SECTOR / 4;
    let count = 1;
    while (this.#next.length + count > count * perSector) count++;
    const numbers = Array.from({ length: count }, (_, index) => this.#next.length + index);
    this.#next.push(...numbers.map(() => FAT_SECTOR));
    const table = this.table();
    for (let index = 0; index < count; index++) {
      this.#sectors.push(table.subarray(index * SECTOR, (index + 1) * SECTOR));
    }
    return numbers;
  }
}

function directoryOf(root: CfbNode): Entry[] {
  const entries: Entry[] = [];
  const add = (node: CfbNode): number => {
    entries.push({ node, left: NONE, right: NONE, child: NONE, start: 0, size: 0 });
    return entries.length - 1;
  };
  const fill = (index: number): void => {
    const entry = entries[index];
    if (entry === undefined || !('children' in entry.node)) return;
    const sorted = [...entry.node.children].sort(byName).map(add);
    entry.child = balanced(entries, sorted);
    for (const child of sorted) fill(child);
  };
  fill(add(root));
  return entries;
}

/** Siblings are a binary tree ordered by the length of the name, then by the name. */
function balanced(entries: Entry[], sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  const index = sorted[middle];
  const entry = index === undefined ? undefined : entries[index];
  if (index === undefined || entry === undefined) return NONE;
  entry.left = balanced(entries, sorted.slice(0, middle));
  entry.right = balanced(entries, sorted.slice(middle + 1));
  return index;
}

function byName(a: CfbNode, b: CfbNode): number {
  const [left, right] = [a.name.toUpperCase(), b.name.toUpperCase()];
  return left.length - right.length || (left < right ? -1 : 1);
}

function padded(entries: readonly Entry[]): readonly (Entry | null)[] {
  const missing = (4 - (entries.length % 4)) % 4;
  return [...entries, ...Array.from({ length: missing }, () => null)];
}

function directoryEntry(entry: Entry | null, index: number): Buffer {
  const bytes = Buffer.alloc(128);
  if (entry === null) {
    bytes.fill(0xff, 68, 80);
    return bytes;
  }
  const { node } = entry;
  bytes.write(node.name, 0, 'utf16le');
  bytes.writeUInt16LE(node.name.length * 2 + 2, 64);
  bytes[66] = index === 0 ? 5 : 'bytes' in node ? 2 : 1;
  bytes[67] = 1; // black: a tree without red nodes is accepted by every reader
  bytes.writeUInt32LE(entry.left, 68);
  bytes.writeUInt32LE(entry.right, 72);
  bytes.writeUInt32LE(entry.child, 76);
  bytes.writeUInt32LE(entry.start, 116);
  bytes.writeUInt32LE(entry.size, 120);
  return bytes;
}

function headerOf(
  fat: readonly number[],
  directory: number,
  miniFat: number,
  miniFatSectors: number,
): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(fat.length, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(MINI_CUTOFF, 56);
  header.writeUInt32LE(miniFatSectors === 0 ? END : miniFat, 60);
  header.writeUInt32LE(miniFatSectors, 64);
  header.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index++) header.writeUInt32LE(fat[index] ?? FREE, 76 + index * 4);
  return header;
}
