import type { ByteSource, EntryOutcome, Failure, Limits } from '../../../model/index.ts';
import type { OutputBudget } from '../budget.ts';
import { checkContent, checkedChunks } from '../checked.ts';
import { expand, expandChunks } from '../codec.ts';
import { failed, failure, outcomeOf, streamError } from '../outcome.ts';
import { chunksOf } from '../window.ts';
import { type Opened, openings } from './decryption.ts';
import { FLAG_ENCRYPTED, type ZipEntry } from './entry.ts';
import { expandForeign, isForeign } from './foreign-method.ts';

/** What reading a member needs beside the entry. */
export interface MemberContext {
  readonly source: ByteSource;
  readonly limits: Limits;
  readonly passwords: readonly string[];
  readonly budget: OutputBudget;
}

const STORED = 0;
const DEFLATE = 8;
const ZSTD = [20, 93];

/** The plain content of a member whose data begins at `dataAt`. Never throws for what the bytes hold. */
export async function readMember(
  context: MemberContext,
  entry: ZipEntry,
  dataAt: number,
): Promise<EntryOutcome> {
  const { source, limits, budget } = context;
  if (entry.size !== null && entry.size > budget.allowance(entry.compressedSize)) {
    return { type: 'failed', failure: budget.bomb(entry.compressedSize) };
  }
  if (dataAt >= source.size && entry.compressedSize > 0)
    return failed('truncated', 'The data of the entry is missing.');
  const large = Math.max(entry.size ?? 0, entry.compressedSize) > limits.itemBytes;
  if ((entry.flags & FLAG_ENCRYPTED) === 0) {
    const plain = plainRange(entry, dataAt);
    return large ? streamed(context, entry, plain) : (await whole(context, entry, plain)).outcome;
  }
  const { opened, failure: closed } = openings(source, entry, dataAt, context.passwords);
  for (const candidate of opened) {
    if (large) return streamed(context, entry, candidate);
    const { outcome, right } = await whole(context, entry, candidate);
    if (right) return outcome;
  }
  return { type: 'failed', failure: closed };
}

function plainRange(entry: ZipEntry, dataAt: number): Opened {
  return {
    start: dataAt,
    end: dataAt + entry.compressedSize,
    method: entry.method,
    decrypt: (bytes) => bytes,
    authentic: null,
    hasCrc: true,
  };
}

/** `right` is false when the content shows that the password was not the right one. */
async function whole(
  context: MemberContext,
  entry: ZipEntry,
  opened: Opened,
): Promise<{ outcome: EntryOutcome; right: boolean }> {
  const { source, budget, limits } = context;
  const packed = source.read(opened.start, opened.end - opened.start);
  const plain = opened.decrypt(packed);
  const missing = opened.end - opened.start - packed.length;
  const most = Math.min(limits.itemBytes, budget.allowance(packed.length));
  const content = await decompress(opened.method, plain, most, entry, limits);
  budget.spend(content.bytes.length);
  const announced = { size: entry.size, crc: opened.hasCrc ? entry.crc : null };
  const mismatch = checkContent(content.bytes, announced);
  const authentic = opened.authentic?.() ?? mismatch === null;
  const cut =
    missing > 0 ? failure('truncated', `The archive ends ${missing} bytes before the entry does.`) : null;
  const forged =
    authentic || mismatch !== null ? null : failure('malformed', 'The authentication code does not fit.');
  const problem = cut ?? content.problem ?? mismatch ?? forged;
  return {
    outcome: outcomeOf(content.bytes, problem),
    right: authentic || mismatch === null || cut !== null,
  };
}

async function decompress(
  method: number,
  input: Uint8Array,
  most: number,
  entry: ZipEntry,
  limits: Limits,
): Promise<{ bytes: Uint8Array; problem: Failure | null }> {
  if (method === STORED) return { bytes: Buffer.from(input), problem: null };
  if (method === DEFLATE) return expand('deflate', input, most, entry.size ?? 0);
  if (ZSTD.includes(method)) return expand('zstd', input, most, entry.size ?? 0);
  if (!isForeign(method)) {
    return {
      bytes: new Uint8Array(0),
      problem: failure('unsupported', `Compression method ${method} is not read.`),
    };
  }
  return expandForeign({ ...entry, method }, input, most, limits);
}

/** Too large for memory: decrypted, decompressed and checked while it passes. */
function streamed(context: MemberContext, entry: ZipEntry, opened: Opened): EntryOutcome {
  const { source, budget } = context;
  const codec = opened.method === DEFLATE ? 'deflate' : ZSTD.includes(opened.method) ? 'zstd' : null;
  if (codec === null && opened.method !== STORED) {
    return failed('unsupported', `A member this large with compression method ${opened.method} is not read.`);
  }
  const packed = decryptedChunks(source, opened);
  const plain = codec === null ? packed : expandChunks(codec, packed);
  const announced = { size: entry.size, crc: opened.hasCrc ? entry.crc : null };
  budget.spend(entry.size ?? 0);
  return { type: 'stream', chunks: checkedChunks(plain, announced, budget.allowance(entry.compressedSize)) };
}

function* decryptedChunks(source: ByteSource, opened: Opened): Generator<Uint8Array> {
  for (const chunk of chunksOf(source, opened.start, opened.end)) yield opened.decrypt(chunk);
  if (opened.end > source.size)
    throw streamError(failure('truncated', 'The archive ends before the entry does.'));
  if (opened.authentic !== null && !opened.authentic()) {
    throw streamError(failure('malformed', 'The authentication code does not fit.'));
  }
}
