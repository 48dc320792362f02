import { asBuffer } from '../binary/as-buffer.ts';
import type { Compound } from './compound.ts';

/** Record types, [MS-PPT] 2.13.24. */
export const TEXT_CHARS = 0x0fa0;
export const TEXT_BYTES = 0x0fa8;
export const TEXT_STRING = 0x0fba;
export const COMMENT = 0x2ee0;
/** Attack: containers in containers; records of no length. */
const DEEPEST = 32;
/** A record has eight bytes at least, so a file of 16 MB may be made of nothing but these. */
const MOST_RECORDS = 2_000_000;

/** One record of the PowerPoint Document stream (MS-PPT 2.3.1). */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly body: Buffer;
  /** Type of the container around it. */
  readonly parent: number;
}

/**
 * The stream that holds everything; empty where there is none. A file for PowerPoint 95 and 97 at once has the slides
 * of the first right under the root, and those that are read here in a storage.
 */
export function powerPointStream(compound: Compound): Buffer {
  const stream = dualStream(compound) ?? compound.stream('PowerPoint Document') ?? new Uint8Array();
  return asBuffer(stream);
}

function dualStream(compound: Compound): Uint8Array | null {
  const entry = compound.file.entries.find(
    ({ type, path }) =>
      type === 'stream' &&
      path.length === 2 &&
      path[0] === 'PP97_DUALSTORAGE' &&
      path[1] === 'PowerPoint Document',
  );
  return entry === undefined ? null : compound.bytes(entry);
}

/** Every record between two offsets that is no container, in order, out of all containers around it (2.3.1). */
export function* powerPointRecords(bytes: Buffer, from = 0, to = bytes.length): Generator<PptRecord> {
  const open: { end: number; type: number }[] = [{ end: to, type: 0 }];
  let count = 0;
  for (let at = from; at + 8 <= to && ++count < MOST_RECORDS; ) {
    while (open.length > 1 && at >= (open.at(-1)?.end ?? 0)) open.pop();
    const head = bytes.readUInt16LE(at);
    const type = bytes.readUInt16LE(at + 2);
    const length = bytes.readUInt32LE(at + 4);
    // A record whose length leads out of its container is damaged; what comes behind the container is not.
    const end = Math.min(open.at(-1)?.end ?? to, at + 8 + length);
    if ((head & 15) === 15 && open.length < DEEPEST) {
      open.push({ end, type });
      at += 8;
      continue;
    }
    yield { type, instance: head >> 4, body: bytes.subarray(at + 8, end), parent: open.at(-1)?.type ?? 0 };
    at = end;
  }
}

/** HeadersFooters containers, 2.4.15: strings 0 to 2 are a date as written, header and footer. */
const HEADERS_FOOTERS = 0x0fd9;

/** 2.9.42 and 2.9.43: UTF-16, or its low bytes; 11 and 13 end lines. Empty for what is no text that is shown. */
export function powerPointText({ type, body, parent, instance }: PptRecord): string {
  const comment = type === TEXT_STRING && parent === COMMENT && instance === 1;
  const footer = type === TEXT_STRING && parent === HEADERS_FOOTERS;
  if (type !== TEXT_CHARS && type !== TEXT_BYTES && !comment && !footer) return '';
  const text = body.toString(
    type === TEXT_BYTES ? 'latin1' : 'utf16le',
    0,
    type === TEXT_BYTES ? body.length : body.length & ~1,
  );
  return text
    .replace(/[\r\v]/g, '\n')
    .replace(/\0/g, '')
    .trim();
}
