/** Streams of old Office, by hand: property sets, Word 97, records of Excel and PowerPoint. */

/** A property set with one section: texts and one FILETIME. */
export function propertySet(
  format: string,
  codePage: number,
  values: ReadonlyMap<number, string | bigint>,
): Buffer {
  const properties = [...values].map(([id, value]) => {
    const body = Buffer.alloc(typeof value === 'bigint' ? 12 : 8 + value.length + 4);
    body.writeUInt32LE(typeof value === 'bigint' ? 0x40 : 0x1e, 0);
    if (typeof value === 'bigint') body.writeBigUInt64LE(value, 4);
    else {
      body.writeUInt32LE(value.length + 1, 4);
      body.write(value, 8, 'latin1');
    }
    return { id, body };
  });
  const page = Buffer.from([2, 0, 0, 0, codePage & 255, codePage >> 8, 0, 0]);
  const all = [{ id: 1, body: page }, ...properties];
  const head = Buffer.alloc(8 + all.length * 8);
  head.writeUInt32LE(all.length, 4);
  let at = head.length;
  for (const [index, { id, body }] of all.entries()) {
    head.writeUInt32LE(id, 8 + index * 8);
    head.writeUInt32LE(at, 12 + index * 8);
    at += body.length;
  }
  const start = Buffer.alloc(48);
  start.writeUInt16LE(0xfffe, 0);
  start.writeUInt32LE(1, 24);
  start.write(format, 28, 'hex');
  start.writeUInt32LE(48, 44);
  return Buffer.concat([start, head, ...all.map(({ body }) => body)]);
}

/** A WordDocument stream with one piece of 8-bit text, and its table stream. */
export function wordStreams(text: string, savedBy: readonly string[]): { main: Buffer; table: Buffer } {
  const main = Buffer.alloc(0x400 + text.length);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(193, 2);
  main.writeUInt16LE(1049, 6);
  main.writeUInt16LE(0x200, 10);
  main.write(text, 0x400, 'latin1');
  const clx = Buffer.alloc(5 + 16);
  clx[0] = 2;
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(text.length, 9);
  clx.writeUInt32LE((0x400 * 2) | 0x40000000, 15);
  const names = savedBy.map((name) => {
    const body = Buffer.alloc(2 + name.length * 2);
    body.writeUInt16LE(name.length, 0);
    body.write(name, 2, 'utf16le');
    return body;
  });
  const saved = Buffer.concat([Buffer.from([0xff, 0xff, savedBy.length, 0, 0, 0]), ...names]);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(clx.length, 0x1a6);
  main.writeUInt32LE(clx.length, 0x2d2);
  main.writeUInt32LE(saved.length, 0x2d6);
  return { main, table: Buffer.concat([clx, saved]) };
}

export const record = (type: number, body: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
export const narrow = (text: string) =>
  Buffer.concat([Buffer.from([text.length, 0, 0]), Buffer.from(text, 'latin1')]);
