import type { ByteSource, ContainerOptions } from '../../model/index.ts';

/** The files beside an archive, among which the other volumes of a split one are looked for. */
export interface Volumes {
  /** The archive's own file name. */
  readonly own: string;
  /** The file of this name in the same folder or container, or null. The caller of `open` closes it. */
  open(name: string): ByteSource | null;
}

/** How an archive is read: limits, passwords, and where its other volumes are. */
export interface ArchiveOptions extends ContainerOptions {
  /** Without it every file is an archive by itself, and entries that go on elsewhere are cut. */
  readonly volumes?: Volumes;
}

/**
 * The name of the file by which a set of volumes is read when `own` is another one of the set:
 * `a.part2.rar` is read by `a.part1.rar`, `a.r00` by `a.rar`, `a.z01` by `a.zip`, `a.7z.002` by `a.7z.001`.
 * Null for a first volume and for names that belong to no set.
 */
export function leadingVolume(own: string): string | null {
  const part = /^(.*\.part)(\d+)(\.rar)$/is.exec(own);
  if (part !== null) {
    const [, stem = '', digits = '', rar = ''] = part;
    return Number(digits) > 1 ? `${stem}${'1'.padStart(digits.length, '0')}${rar}` : null;
  }
  const old = /^(.*\.)([rz])\d\d$/is.exec(own);
  if (old !== null) return (old[1] ?? '') + sameCase(old[2] ?? '', /r/i.test(old[2] ?? '') ? 'rar' : 'zip');
  const split = /^(.*\.)(\d{3})$/s.exec(own);
  return split !== null && Number(split[2]) > 1 ? `${split[1]}001` : null;
}

function sameCase(like: string, word: string): string {
  return like === like.toUpperCase() ? word.toUpperCase() : word;
}

/** No packer makes more, and an attacker could name as many files as he likes. */
const MOST_VOLUMES = 10_000;

/** The parts of a file cut into `name.001`, `name.002` ... as one source; the source itself for other names. */
export function joinedParts(source: ByteSource, volumes: Volumes | undefined): ByteSource {
  const stem = /^(.*\.)001$/s.exec(volumes?.own ?? '')?.[1];
  if (volumes === undefined || stem === undefined) return source;
  const parts = [source];
  while (parts.length < MOST_VOLUMES) {
    const next = volumes.open(stem + String(parts.length + 1).padStart(3, '0'));
    if (next === null) break;
    parts.push(next);
  }
  return parts.length === 1 ? source : concatenated(parts).source;
}

/** Sources one after the other as one, and where each of them begins in it. */
export function concatenated(parts: readonly ByteSource[]): {
  source: ByteSource;
  starts: readonly number[];
} {
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += part.size;
  }
  const source: ByteSource = {
    size,
    read(offset, length) {
      const pieces: Uint8Array[] = [];
      const end = Math.min(size, offset + length);
      for (let index = 0; index < parts.length; index++) {
        const start = starts[index] ?? 0;
        const from = Math.max(offset, start);
        const to = Math.min(end, start + (parts[index]?.size ?? 0));
        if (from < to) pieces.push(parts[index]?.read(from - start, to - from) ?? new Uint8Array(0));
      }
      return pieces.length === 1 ? (pieces[0] ?? new Uint8Array(0)) : Buffer.concat(pieces);
    },
    close: () => {
      for (const part of parts) part.close();
    },
  };
  return { source, starts };
}
