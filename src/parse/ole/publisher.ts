import { asBuffer } from '../binary/as-buffer.ts';
import type { Compound } from './compound.ts';
import type { BinaryText } from './word.ts';

/** Lists of chunks, each leading to the next. Attack: lists in a ring. */
const MOST_LISTS = 1_000;
const FIRST_LIST = 0x18;
const NO_LIST = 0xffffffff;
const ENTRY_BYTES = 24;

/**
 * The words of a Publisher 98 to 2016 file: its stories lie one after the other in the chunk `TEXT` of the stream
 * Quill/QuillSub/CONTENTS (as libmspub has found out; Microsoft never published the format). Null without such a stream.
 */
export function publisherText(compound: Compound, mostChars: number): BinaryText | null {
  const entry = compound.file.entries.find(
    ({ path, type }) => type === 'stream' && path.join('/').toLowerCase() === 'quill/quillsub/contents',
  );
  const bytes = entry === undefined ? null : compound.bytes(entry);
  if (bytes === null) return null;
  const quill = asBuffer(bytes);
  if (quill.toString('latin1', 0, 7) !== 'CHNKINK') return null;
  let text = '';
  for (const { name, start, end } of chunks(quill)) {
    if (name !== 'TEXT') continue;
    text += quill.toString('utf16le', start, Math.min(end, start + (mostChars - text.length) * 2));
    if (text.length >= mostChars) break;
  }
  return { text: readable(text), encrypted: false };
}

interface Chunk {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A list: two bytes, the number of its chunks, where the next one is; then the chunks. */
function* chunks(quill: Buffer): Generator<Chunk> {
  let list = FIRST_LIST;
  for (let count = 0; count < MOST_LISTS && list !== NO_LIST && list + 8 <= quill.length; count++) {
    const entries = quill.readUInt16LE(list + 2);
    const first = list + 8;
    for (
      let at = first;
      at < first + entries * ENTRY_BYTES && at + ENTRY_BYTES <= quill.length;
      at += ENTRY_BYTES
    ) {
      const start = quill.readUInt32LE(at + 16);
      const end = Math.min(quill.length, start + quill.readUInt32LE(at + 20));
      yield { name: quill.toString('latin1', at + 2, at + 6), start: Math.min(start, end), end };
    }
    list = quill.readUInt32LE(list + 4);
  }
}

/** 13 ends a paragraph, 11 a line, 12 a story; other control characters stand for fields and pictures. */
function readable(text: string): string {
  return text
    .replace(/[\r\v\f]/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim();
}
