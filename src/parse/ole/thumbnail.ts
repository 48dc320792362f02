import type { Collector } from '../metadata/collector.ts';
import { asBitmapFile } from './bitmap-file.ts';
import type { Compound } from './compound.ts';
import { readPropertySets } from './property-set.ts';

/** PIDSI_THUMBNAIL, [MS-OLEPS] 3.1.1. */
const THUMBNAIL = 17;
/** Tag and format in front of the picture; formats of the Windows clipboard ([MS-OLEPS] 2.11, [MS-OLEDS] 2.1.1). */
const WINDOWS = 0xffffffff;
const METAFILE = 3;
const BITMAP = 8;
/** METAFILEPICT in front of a metafile: mode, size and handle of 16 bits each. */
const METAFILE_HEAD = 8;

/** The small picture that old Office keeps of the first page ("save preview picture"). */
export function collectOleThumbnail(compound: Compound, out: Collector): void {
  for (const { properties } of readPropertySets(
    compound.stream('\u0005SummaryInformation') ?? new Uint8Array(),
  )) {
    for (const { id, value } of properties) {
      if (id !== THUMBNAIL || value.type !== 'blob' || value.bytes.length < 48) continue;
      const bytes = Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.byteLength);
      if (bytes.readUInt32LE(0) !== WINDOWS) continue;
      const format = bytes.readUInt32LE(4);
      if (format === METAFILE) out.embed('thumbnail.wmf', bytes.subarray(8 + METAFILE_HEAD));
      else if (format === BITMAP) out.embed('thumbnail.bmp', asBitmapFile(bytes.subarray(8)));
    }
  }
}
