import type { ByteSource, ContainerOptions, ContainerReader, Failure } from '../../model/index.ts';
import { failureOf } from '../binary/fail.ts';
import { openGzip } from './compressed/gzip.ts';
import { openZstandard } from './compressed/zstandard.ts';
import type { ArchiveFormat } from './detect.ts';
import { openOnlyStream } from './seven-zip/only-stream.ts';
import { openSevenZip } from './seven-zip/seven-zip.ts';
import { openTar } from './tar/tar.ts';
import { openZip } from './zip/zip.ts';

export { type ArchiveFormat, detectArchive } from './detect.ts';

/**
 * Opens an archive whose format `detectArchive` told. Nothing in the bytes makes this or the reader throw:
 * an archive that cannot be read at all is a reader without entries that says why in `failure()`.
 */
export async function openArchive(
  format: ArchiveFormat,
  source: ByteSource,
  options: ContainerOptions,
): Promise<ContainerReader> {
  try {
    return guarded(await open(format, source, options));
  } catch (error) {
    return emptyReader(source, failureOf(error));
  }
}

async function open(
  format: ArchiveFormat,
  source: ByteSource,
  options: ContainerOptions,
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

function emptyReader(source: ByteSource, problem: Failure): ContainerReader {
  return {
    expected: null,
    async *entries() {},
    failure: () => problem,
    facts: {},
    defects: [],
    close: () => source.close(),
  };
}
