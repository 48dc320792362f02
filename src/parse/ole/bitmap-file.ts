/** The file header that a bitmap of the clipboard, of a rich text or of a drawing lacks. */
const FILE_HEADER = 14;
/** BITMAPINFOHEADER, [MS-WMF] 2.2.2.3. */
const INFO_HEADER = 40;

/** A bitmap without its file header gets one ([MS-WMF] 2.2.2.9); null for what is too short to be one. */
export function asBitmapFile(bitmap: Buffer): Buffer | null {
  if (bitmap.length < INFO_HEADER) return null;
  const header = Buffer.alloc(FILE_HEADER);
  header.write('BM', 'latin1');
  header.writeUInt32LE(FILE_HEADER + bitmap.length, 2);
  const bits = bitmap.readUInt16LE(14);
  const used = bitmap.readUInt32LE(32);
  const palette = used > 0 && used <= 256 ? used : 2 ** bits;
  const colours = bits > 8 ? 0 : palette;
  const pixelsAt = FILE_HEADER + Math.min(bitmap.readUInt32LE(0), bitmap.length) + 4 * colours;
  header.writeUInt32LE(pixelsAt, 10);
  return Buffer.concat([header, bitmap]);
}
