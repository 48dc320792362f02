import type {
  ByteSource,
  ContainerOptions,
  ContainerReader,
  EntryOutcome,
  Failure,
} from '../../../model/index.ts';
import { OutputBudget } from '../budget.ts';
import { checkedChunks } from '../checked.ts';
import { oneChild } from '../compressed/one-child.ts';
import { failure, streamError } from '../outcome.ts';
import { settle } from '../settle.ts';
import { failureIn } from './messages.ts';
import { boundsOf } from './opening.ts';
import { aloneInput, type RunBounds, type RunInput, SevenZipRun } from './session.ts';

/** Compressions of one file that 7-Zip decodes, and what it calls them. */
const STREAM_TYPES = { bz2: 'bzip2', xz: 'xz', lzma: 'lzma', z: 'Z' } as const;

/** bzip2, xz, lzma alone and compress (.Z): one child, all streams of the file one after the other. */
export function openOnlyStream(
  format: keyof typeof STREAM_TYPES,
  source: ByteSource,
  options: ContainerOptions,
): ContainerReader {
  const outcome = async (): Promise<EntryOutcome> => {
    const most = new OutputBudget(options.limits).allowance(source.size);
    const chunks = sevenZipChunks(aloneInput(source), { type: STREAM_TYPES[format] }, boundsOf(options));
    return settle(checkedChunks(chunks, { size: null, crc: null }, most), options.limits.itemBytes);
  };
  return oneChild(source, { rawName: null, facts: {}, defects: [], outcome });
}

/** Which file of which kind of archive; without `path` the first, or only, one. */
export interface OneFile {
  readonly type: string;
  readonly password?: string;
  readonly path?: string;
}

/** The content of one file of an archive, as 7-Zip gives it; its errors end the chunks. */
export async function* sevenZipChunks(
  input: RunInput,
  file: OneFile,
  bounds: RunBounds,
): AsyncGenerator<Uint8Array> {
  const { type, password = '', path } = file;
  const args = ['x', '-y', '-bsp0', '-scsUTF-8', '-spd', '-o/out', `-t${type}`, `-p${password}`];
  if (path !== undefined) args.push('-i@/wanted');
  const run = new SevenZipRun(input, args, bounds, { '/wanted': path ?? '' });
  let problem: Failure | null = null;
  try {
    for (let event = await run.next(); ; event = await run.next()) {
      if (event.type === 'data') yield event.bytes;
      if (event.type === 'lines') {
        for (const { text, error } of event.lines)
          if (error || text.startsWith('ERROR')) problem ??= failureIn(text);
      }
      if (event.type !== 'done') continue;
      if (event.code !== 0 && event.code !== 1) {
        throw streamError(problem ?? failure('malformed', '7-Zip gave up on the data.'));
      }
      return;
    }
  } finally {
    run.stop();
  }
}
