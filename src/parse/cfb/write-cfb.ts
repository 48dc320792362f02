/** A stream or storage to be written. */
export interface CfbNode {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly children?: readonly CfbNode[];
}

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_MARK = 0xfffffffd;
const ENTRY_BYTES = 128;
const PER_SECTOR = SECTOR / 4;
/** Without a DIFAT chain the header names 109 sectors of the table: 7 MB of streams. */
export const MOST_CFB_BYTES = 109 * PER_SECTOR * SECTOR - 2 ** 20;

/**
 * A compound file of version 3 with these nodes below its root: what becomes of an OLE object that an MSG
 * keeps as a storage of its own, so that it can be opened again. Streams are never put in mini sectors.
 */
export function writeCfb(nodes: readonly CfbNode[]): Uint8Array {
  const entries: Buffer[] = [entry('Root Entry', 5)];
  const streams: Uint8Array[] = [];
  const fat: number[] = [];
  addChildren(entries, 0, nodes, streams, fat);
  while (entries.length % 4 !== 0) entries.push(entry('', 0));
  const firstDirectory = fat.length;
  chain(fat, Math.ceil((entries.length * ENTRY_BYTES) / SECTOR));
  const body = fat.length;
  let tables = 0;
  while (Math.ceil((body + tables) / PER_SECTOR) > tables) tables++;
  for (let table = 0; table < tables; table++) fat.push(FAT_MARK);
  const table = Buffer.alloc(tables * SECTOR, 0xff);
  for (const [index, next] of fat.entries()) table.writeUInt32LE(next, index * 4);
  return Buffer.concat([header(firstDirectory, body, tables), ...streams, ...entries, table]);
}

function addChildren(
  entries: Buffer[],
  parent: number,
  nodes: readonly CfbNode[],
  streams: Uint8Array[],
  fat: number[],
): void {
  let previous = -1;
  for (const node of nodes) {
    const id = entries.length;
    const isStream = node.bytes !== undefined;
    const made = entry(node.name, isStream ? 2 : 1);
    entries.push(made);
    // A list by right siblings: not balanced, and read by everyone.
    if (previous < 0) entries[parent]?.writeUInt32LE(id, 76);
    else entries[previous]?.writeUInt32LE(id, 72);
    previous = id;
    if (!isStream) {
      addChildren(entries, id, node.children ?? [], streams, fat);
      continue;
    }
    const bytes = node.bytes ?? new Uint8Array(0);
    made.writeUInt32LE(bytes.length === 0 ? END : fat.length, 116);
    made.writeUInt32LE(bytes.length, 120);
    const sectors = Math.ceil(bytes.length / SECTOR);
    streams.push(bytes, Buffer.alloc(sectors * SECTOR - bytes.length));
    chain(fat, sectors);
  }
}

function chain(fat: number[], sectors: number): void {
  const first = fat.length;
  for (let index = 1; index <= sectors; index++) fat.push(index === sectors ? END : first + index);
}

function entry(name: string, type: number): Buffer {
  const bytes = Buffer.alloc(ENTRY_BYTES);
  const written = bytes.write(name.slice(0, 31), 0, 'utf16le');
  bytes.writeUInt16LE(type === 0 ? 0 : written + 2, 64);
  bytes.set([type, 1], 66);
  for (const at of [68, 72, 76]) bytes.writeUInt32LE(FREE, at);
  if (type === 5) bytes.writeUInt32LE(END, 116);
  return bytes;
}

function header(firstDirectory: number, firstTable: number, tables: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0);
  bytes.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(tables, 44);
  bytes.writeUInt32LE(firstDirectory, 48);
  bytes.writeUInt32LE(0, 56); // a cutoff of zero: nothing is in mini sectors
  bytes.writeUInt32LE(END, 60);
  bytes.writeUInt32LE(END, 68);
  for (let index = 0; index < 109; index++)
    bytes.writeUInt32LE(index < tables ? firstTable + index : FREE, 76 + index * 4);
  return bytes;
}
