import { fail } from '../binary/fail.ts';
import { u16, u32 } from '../binary/little-endian.ts';
import type { Windows } from '../binary/windows.ts';

/** Marks in the allocation table, MS-CFB 2.1: sectors above this number do not exist. */
export const LAST_REGULAR = 0xfffffffa;

/** What the header of a compound file says, MS-CFB 2.2. Sizes in bytes. */
export interface CfbHeader {
  readonly sector: number;
  readonly miniSector: number;
  readonly miniCutoff: number;
  readonly firstDirectory: number;
  readonly firstMiniFat: number;
  readonly firstDifat: number;
  /** The first 109 sectors of the allocation table. */
  readonly fatSectors: readonly number[];
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Reads the header of a compound file (MS-CFB 2.2). Throws `malformed` for what is none, or for sizes no sector
 * can have.
 */
export function readCfbHeader(file: Windows): CfbHeader {
  if (file.size < 512 || !SIGNATURE.equals(file.view(0, 8))) fail('malformed', 'This is no compound file.');
  const bytes = file.view(0, 512);
  const shift = u16(bytes, 30);
  const miniShift = u16(bytes, 32);
  if (shift < 7 || shift > 16 || miniShift < 2 || miniShift >= shift) {
    fail('malformed', 'The sector sizes of the compound file make no sense.');
  }
  return {
    sector: 1 << shift,
    miniSector: 1 << miniShift,
    miniCutoff: u32(bytes, 56),
    firstDirectory: u32(bytes, 48),
    firstMiniFat: u32(bytes, 60),
    firstDifat: u32(bytes, 68),
    fatSectors: Array.from({ length: 109 }, (_, index) => u32(bytes, 76 + index * 4)).filter(
      (id) => id <= LAST_REGULAR,
    ),
  };
}
