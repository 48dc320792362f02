/** Where the messages begin, behind the header. */
const HEADER = 0x24bc;
const BLOCK = 0x200;
const NODE = 0x27c;
/** 2020-01-01 in units of 100 ns since 1601. */
const RECEIVED = 132_223_104_000_000_000n;

/** A mailbox as Outlook Express writes it: blocks, what the index says of each message, and a tree of two levels. */
export function writeDbx(messages: readonly string[]): Buffer {
  const file = new File();
  const infos = messages.map((message, at) => {
    const first = chain(file, Buffer.from(message));
    return file.add(info(file.size, at, first));
  });
  const middle = Math.floor(infos.length / 2);
  const [before, after] = [infos.slice(0, middle), infos.slice(middle + 1)];
  const root = file.size;
  const [first, second] = [root + NODE, root + 2 * NODE];
  file.add(node(root, first, [[infos[middle] ?? 0, after.length > 0 ? second : 0]]));
  file.add(
    node(
      first,
      0,
      before.map((address) => [address, 0]),
    ),
  );
  file.add(
    node(
      second,
      0,
      after.map((address) => [address, 0]),
    ),
  );
  return file.bytes(messages.length, root);
}

class File {
  readonly #parts: Buffer[] = [Buffer.alloc(HEADER)];
  size = HEADER;

  /** Returns its address. */
  add(part: Buffer): number {
    const address = this.size;
    const padded = Buffer.concat([part, Buffer.alloc(-part.length & 3)]);
    this.#parts.push(padded);
    this.size += padded.length;
    return address;
  }

  bytes(count: number, root: number): Buffer {
    const all = Buffer.concat(this.#parts);
    all.write('cfad12fec5fd746f66e3d1119a4e00c04fa309d4', 'hex');
    all.writeUInt32LE(count, 0xc4);
    all.writeUInt32LE(root, 0xe4);
    return all;
  }
}

/** Returns the address of the first block. */
function chain(file: File, message: Buffer): number {
  const first = file.size;
  for (let at = 0; at === 0 || at < message.length; at += BLOCK) {
    const data = message.subarray(at, at + BLOCK);
    const block = Buffer.alloc(16 + BLOCK);
    const next = at + BLOCK < message.length ? file.size + block.length : 0;
    for (const [place, word] of [file.size, BLOCK, data.length, next].entries())
      block.writeUInt32LE(word, place * 4);
    data.copy(block, 16);
    file.add(block);
  }
  return first;
}

/** What the index says: two values in their entries, two behind them. */
function info(address: number, number: number, message: number): Buffer {
  const received = Buffer.alloc(8);
  received.writeBigUInt64LE(RECEIVED);
  const account = Buffer.from('Work\0');
  const entries = [0x80 | (number << 8), 0x84 | (message << 8), 0x12, 0x1a | (received.length << 8)];
  const head = Buffer.alloc(12 + entries.length * 4);
  head.writeUInt32LE(address, 0);
  head.writeUInt32LE(entries.length * 4 + received.length + account.length, 4);
  head[10] = entries.length;
  for (const [at, entry] of entries.entries()) head.writeUInt32LE(entry, 12 + at * 4);
  return Buffer.concat([head, received, account]);
}

function node(address: number, child: number, entries: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(NODE);
  bytes.writeUInt32LE(address, 0);
  bytes.writeUInt32LE(child, 8);
  bytes[17] = entries.length;
  for (const [at, [message, below]] of entries.entries()) {
    bytes.writeUInt32LE(message, 24 + at * 12);
    bytes.writeUInt32LE(below, 28 + at * 12);
  }
  return bytes;
}
