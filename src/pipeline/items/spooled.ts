import { FAILURE_CODES, type Failure, type Locator, TamisError } from '../../model/index.ts';
import { detectSource } from '../../parse/detect/detect.ts';
import { openFile } from '../../source/index.ts';
import type { WorkContext } from '../context.ts';
import { entryGrowth } from '../growth.ts';
import { isRandomAccess } from '../tasks/container-kinds.ts';
import { type ChildPlace, type EntryResult, isTarInside } from './child-place.ts';
import { emitContainer } from './container-item.ts';
import { emitMissing } from './failed.ts';
import { type Blob, mismatchDefects, nameInFolder } from './known-blob.ts';
import { emitOversize } from './oversize.ts';

/** A block of tar, by whose magic it is told. */
const HEAD_BYTES = 512;

/** Emits a child too large for memory: it is stored in the case first and then read where it lies. */
export async function emitSpooled(
  context: WorkContext,
  item: Pick<Blob, 'path' | 'parent' | 'name' | 'defects' | 'facts'>,
  place: ChildPlace,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<EntryResult> {
  const spooling = new Spooling(context, chunks);
  const stored = await storeUnlessBomb(context, spooling);
  if (stored === null) {
    emitMissing(context, item, spooling.failure ?? BOMB);
    return 'failed';
  }
  const { sha256, size } = stored;
  const { failure } = spooling;
  context.growth = entryGrowth(place.containerGrowth, place.containerSize, item, size);
  if (size === 0 && failure !== null) {
    emitMissing(context, item, failure);
    return 'failed';
  }
  const locator: Locator = { type: 'object', sha256 };
  const source = openFile(context.objects.pathOf(sha256));
  try {
    const head = source.read(0, HEAD_BYTES);
    if (isTarInside(place, head)) {
      const { container: path, depth } = place;
      const task = {
        kind: 'container',
        path,
        source: locator,
        depth: depth - 1,
        growth: context.growth,
        format: 'archive:tar',
        from: 0,
        to: null,
      } as const;
      context.out.task(`open ${path}!tar`, task);
      if (failure !== null) context.out.failure(path, 'partial', failure);
      return 'unwrapped';
    }
    const detection = detectSource(source, nameInFolder(item));
    const { type, kind, container } = detection;
    const defects = mismatchDefects(item.defects, detection);
    const known = { ...item, defects, locator, depth: place.depth, type, kind, sha256, failure };
    if (isRandomAccess(container)) {
      emitContainer(context, { ...known, size }, container);
    } else if (size <= context.limits.itemBytes) {
      await context.emit(context, { ...known, bytes: source.read(0, size), rebuilt: false });
    } else {
      return (await emitOversize(context, { ...known, size }, source)) === 'ok' ? 'emitted' : 'failed';
    }
    return failure === null ? 'emitted' : 'failed';
  } finally {
    source.close();
  }
}

const BOMB: Failure = { code: 'bomb', detail: 'Expands beyond the limits.' };

/** What a bomb gave until it was noticed is worth nothing and may be gigabytes: it is not kept. */
async function storeUnlessBomb(
  context: WorkContext,
  spooling: Spooling,
): Promise<{ sha256: string; size: number } | null> {
  try {
    return await context.objects.putStream(spooling.chunks());
  } catch (error) {
    if (spooling.failure?.code === 'bomb') return null;
    throw error;
  }
}

/** Passes chunks on; damage in the middle ends them, and what came before it is kept. */
class Spooling {
  readonly #context: WorkContext;
  readonly #chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  failure: Failure | null = null;

  constructor(context: WorkContext, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
    this.#context = context;
    this.#chunks = chunks;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of this.#chunks) {
        bytes += chunk.length;
        // Decompressing gigabytes is progress, not a hang.
        this.#context.pulse.alive(bytes);
        yield chunk;
      }
    } catch (error) {
      this.failure = readerFailure(error);
      if (this.failure === null || this.failure.code === 'bomb') throw error;
    }
  }
}

/** The contract of a `stream` outcome: damage ends the chunks with a TamisError of a failure's code. */
function readerFailure(error: unknown): Failure | null {
  if (!(error instanceof TamisError)) return null;
  const code = FAILURE_CODES.find((each) => each === error.code);
  return code === undefined ? null : { code, detail: error.message };
}
