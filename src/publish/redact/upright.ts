import { readIfd, tiffReader } from '../../parse/metadata/image/tiff.ts';
import { type Picture, turned } from '../../parse/ocr/picture.ts';

/** Where cameras put it: within the first segments. */
const HEAD = 256 * 1024;
const ORIENTATION = 0x112;
/** Entries of one directory that are looked at. */
const MOST_ENTRIES = 1_000;

/** Quarters to the right by value of the tag (Exif 3.0, 4.6.5); mirrored pictures, which no camera makes, stay. */
const QUARTERS: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 };

/**
 * A picture as programs show it: cameras write pixels as the sensor lies and say beside them how to turn them. Once that
 * remark is gone with the rest of the metadata, the pixels themselves have to stand upright.
 */
export function upright(picture: Picture, bytes: Uint8Array): Picture {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  const at = head.indexOf('Exif\0\0', 0, 'latin1');
  const tiff = at < 0 ? null : tiffReader(head.subarray(at + 6));
  if (tiff === null) return picture;
  const { entries } = readIfd(tiff, tiff.u32(4), MOST_ENTRIES);
  const quarters = QUARTERS[entries.get(ORIENTATION)?.numbers[0] ?? 1] ?? 0;
  return quarters === 0 ? picture : turned(picture, quarters);
}
