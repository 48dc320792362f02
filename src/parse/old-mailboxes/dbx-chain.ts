import type { ByteSource, EntryOutcome, Failure } from '../../model/index.ts';
import { u32 } from '../binary/zero-filled-numbers.ts';

/** A block: own address, its size, bytes used in it, address of the next block. */
const HEAD = 16;
/** What Outlook Express writes; read at once. */
const USUAL_BLOCK = 0x200;

/** Attack: millions of blocks with next to no data. Real ones are full, but the last. */
const LEAST_AVERAGE = 32;
const FEW_BLOCKS = 1000;

/** The bytes of a message from its first block on, at most `most` of them; as far as its blocks are whole. */
export function chainOf(source: ByteSource, first: number, most: number): EntryOutcome {
  if (first === 0) return { type: 'failed', failure: NO_MESSAGE };
  const parts: Uint8Array[] = [];
  // Attack: blocks that lead to each other for ever.
  const seen = new Set<number>();
  let size = 0;
  for (let at = first; at !== 0; ) {
    const block = source.read(at, HEAD + USUAL_BLOCK);
    const used = u32(block, 8);
    if (block.length < HEAD || u32(block, 0) !== at || seen.has(at)) return partial(parts, DAMAGED_BLOCK);
    if (size + used > most) return { type: 'failed', failure: tooMuch(most) };
    seen.add(at);
    const data = used <= USUAL_BLOCK ? block.subarray(HEAD, HEAD + used) : source.read(at + HEAD, used);
    parts.push(data);
    size += data.length;
    if (data.length < used) return partial(parts, CUT);
    if (parts.length > FEW_BLOCKS + size / LEAST_AVERAGE) return partial(parts, DAMAGED_BLOCK);
    at = u32(block, 12);
  }
  return { type: 'bytes', bytes: Buffer.concat(parts) };
}

const NO_MESSAGE: Failure = {
  code: 'truncated',
  detail: 'The mailbox has the entry of this message, and not the message.',
};
const DAMAGED_BLOCK: Failure = { code: 'malformed', detail: 'A block of the message is damaged.' };
const CUT: Failure = { code: 'truncated', detail: 'The file ends before its message does.' };

function tooMuch(most: number): Failure {
  return { code: 'bomb', detail: `Expands beyond ${most} bytes.` };
}

function partial(parts: readonly Uint8Array[], failure: Failure): EntryOutcome {
  const bytes = Buffer.concat(parts);
  return bytes.length === 0 ? { type: 'failed', failure } : { type: 'partial', bytes, failure };
}
