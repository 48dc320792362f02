import type { Growth } from '../growth.ts';
import type { ContainerFormat } from '../task.ts';

/** Where a child of a container stands in the case. */
export interface ChildPlace {
  readonly container: string;
  readonly format: ContainerFormat;
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** Of the bytes of the container. */
  readonly containerSize: number;
  readonly containerGrowth: Growth;
}

/** What became of an entry. `unwrapped`: it was the tar inside a tar.gz, whose children count instead. */
export type EntryResult = 'emitted' | 'failed' | 'skipped' | 'unwrapped';

/** Where a tar header has its magic (POSIX.1-1988, ustar). */
const USTAR_AT = 257;

/** `dump.tar.gz` is one container to everyone but the file format: its children are those of the tar. */
export function isTarInside(place: ChildPlace, head: Uint8Array): boolean {
  const compressed = /^archive:(gz|bz2|xz|zst|lzma|z|lz|lz4)$/.test(place.format);
  return compressed && Buffer.from(head.subarray(USTAR_AT, USTAR_AT + 5)).toString('latin1') === 'ustar';
}
