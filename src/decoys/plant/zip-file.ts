import { existsSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { TamisError } from '../../model/index.ts';
import { writeWhole } from '../ledger/index.ts';
import type { Decoy } from '../model/index.ts';
import { inside } from './safe-path.ts';
import type { Target } from './target.ts';

/** More would need ZIP64; no folder of an owner that is zipped by hand comes near it. */
const MOST_ENTRIES = 65_535;

/** A new zip of files (APPNOTE 6.3.10). One that is there is never changed: throws `target-taken`. */
export function zipTarget(path: string): Target {
  const decoys: Decoy[] = [];
  return {
    takes: () => true,
    place: ({ placement, fileName }) => `${path}/${inside('', placement.folder, fileName)}`,
    put: async (decoy) => {
      if (existsSync(path))
        throw new TamisError('target-taken', { en: `${path} is there already.`, fr: `${path} existe déjà.` });
      if (decoys.length >= MOST_ENTRIES)
        throw new TamisError('target-too-large', {
          en: `A zip holds ${MOST_ENTRIES} files.`,
          fr: `Un zip contient ${MOST_ENTRIES} fichiers.`,
        });
      decoys.push(decoy);
      return 'planted';
    },
    finish: async () => {
      if (decoys.length > 0) writeWhole(path, zipOf(decoys), 0o644);
    },
  };
}

const UTF8_NAME = 0x800;

function zipOf(decoys: readonly Decoy[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { placement, fileName, bytes } of decoys) {
    const name = Buffer.from(inside('', placement.folder, fileName).replaceAll('\\', '/'), 'utf8');
    const body = deflateRawSync(bytes);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(UTF8_NAME, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(dosTime(placement.at), 6);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(body.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, name]));
    pieces.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(decoys.length, 8);
  end.writeUInt16LE(decoys.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}

/** Local time by the format; UTC here, so that the same set gives the same bytes everywhere. */
function dosTime(at: number): number {
  const time = new Date(Math.max(at, Date.UTC(1980, 0)));
  const clock = (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1);
  const day = ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate();
  return ((day << 16) | clock) >>> 0;
}
