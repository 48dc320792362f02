import type { ByteSource, ContainerReader, Failure } from '../../model/index.ts';
import { failureOf } from '../binary/fail.ts';
import type { ArchiveFormat } from '../detect/detection.ts';
import { openGzip } from './compressed/gzip.ts';
import { openLz4 } from './compressed/lz4.ts';
import { openLzip } from './compressed/lzip.ts';
import { openZstandard } from './compressed/zstandard.ts';
import { detectArchive } from './detect.ts';
import { openOnlyStream } from './seven-zip/only-stream.ts';
import { openSevenZip } from './seven-zip/seven-zip.ts';
import { openTar } from './tar/tar.ts';
import { type ArchiveOptions, joinedParts, leadingVolume, type Volumes } from './volumes.ts';
import { openZip } from './zip/zip.ts';

export type { ArchiveFormat } from '../detect/detection.ts';
export { detectArchive } from './detect.ts';
export { type ArchiveOptions, leadingVolume, type Volumes } from './volumes.ts';

/**
 * Opens an archive whose format `detectArchive` told. Nothing in the bytes makes this or the reader throw:
 * an archive that cannot be read at all is a reader without entries that says why in `failure()`. With
 * `options.volumes` a split archive is read as a whole by its leading volume, and its other volumes are
 * readers with no entries and the fact `volume-of`.
 */
export async function openArchive(
  format: ArchiveFormat,
  source: ByteSource,
  options: ArchiveOptions,
): Promise<ContainerReader> {
  try {
    const leading = leadingVolume(options.volumes?.own ?? '');
    if (leading !== null && isArchive(leading, options.volumes)) return laterVolume(source, leading);
    return guarded(await open(format, joinedParts(source, options.volumes), options));
  } catch (error) {
    return emptyReader(source, failureOf(error));
  }
}

/** Only an archive can stand for its other volumes; a text file of that name must not make them vanish. */
function isArchive(name: string, volumes: Volumes | undefined): boolean {
  const source = volumes?.open(name) ?? null;
  if (source === null) return false;
  const format = detectArchive(source.read(0, HEAD_BYTES), source);
  source.close();
  return format !== null;
}

/** The marks of all formats but self-extracting ones lie in the first kilobyte. */
const HEAD_BYTES = 4096;

/** A volume that is read by way of the first one has no entries of its own. */
function laterVolume(source: ByteSource, leading: string): ContainerReader {
  return { ...emptyReader(source, null), expected: 0, facts: { 'volume-of': leading } };
}

async function open(
  format: ArchiveFormat,
  source: ByteSource,
  options: ArchiveOptions,
): Promise<ContainerReader> {
  switch (format) {
    case 'zip':
      return openZip(source, options);
    case 'tar':
      return openTar(source, options);
    case 'gz':
      return openGzip(source, options);
    case 'zst':
      return openZstandard(source, options);
    case 'bz2':
    case 'xz':
    case 'lzma':
    case 'z':
      return openOnlyStream(format, source, options);
    case 'lz4':
      return openLz4(source, options);
    case 'lz':
      return openLzip(source, options);
    default:
      return openSevenZip(format, source, options);
  }
}

/** A reader whose entries end, with a failure, where the reader's own code would have thrown. */
function guarded(reader: ContainerReader): ContainerReader {
  let crash: Failure | null = null;
  return {
    expected: reader.expected,
    async *entries(from) {
      try {
        yield* reader.entries(from);
      } catch (error) {
        crash = failureOf(error);
      }
    },
    failure: () => crash ?? reader.failure(),
    facts: reader.facts,
    get defects() {
      return reader.defects;
    },
    close: () => reader.close(),
  };
}

function emptyReader(source: ByteSource, problem: Failure | null): ContainerReader {
  return {
    expected: null,
    async *entries() {},
    failure: () => problem,
    facts: {},
    defects: [],
    close: () => source.close(),
  };
}
