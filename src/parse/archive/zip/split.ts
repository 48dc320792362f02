import type { ByteSource } from '../../../model/index.ts';
import { concatenated, type Volumes } from '../volumes.ts';

/**
 * The volumes of a split zip (`a.z01`, `a.z02` ... `a.zip`, APPNOTE 8) as one source, `last` included;
 * null when one of them is missing.
 */
export function joinedVolumes(
  last: ByteSource,
  disks: number,
  volumes: Volumes | undefined,
): { source: ByteSource; starts: readonly number[] } | null {
  const name = /^(.*\.)(z)ip$/is.exec(volumes?.own ?? '');
  if (volumes === undefined || name === null) return null;
  const [, stem = '', z = ''] = name;
  const parts: ByteSource[] = [];
  for (let disk = 1; disk <= disks; disk++) {
    const part = volumes.open(`${stem}${z}${String(disk).padStart(2, '0')}`);
    if (part === null) {
      for (const opened of parts) opened.close();
      return null;
    }
    parts.push(part);
  }
  return concatenated([...parts, last]);
}
