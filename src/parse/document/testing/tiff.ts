/** A TIFF structure of one directory: tag, type, value in place or behind. */
export function tiff(
  entries: readonly (readonly [tag: number, type: number, count: number, body: Buffer])[],
): Buffer {
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  const behind: Buffer[] = [];
  let at = head.length;
  for (const [index, [tag, type, count, body]] of entries.entries()) {
    const entry = 10 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (body.length <= 4) body.copy(head, entry + 8);
    else {
      head.writeUInt32LE(at, entry + 8);
      behind.push(body);
      at += body.length;
    }
  }
  return Buffer.concat([head, ...behind]);
}
