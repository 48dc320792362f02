/** Files inside the text of a part: uuencoded and yEnc blocks and OpenPGP messages, as virtual parts. */
import type { Part } from './message.ts';
import { findPgpBlocks } from './pgp-block.ts';
import { findUuencode } from './uuencode.ts';
import { findYenc } from './yenc.ts';

/** The files in a text, and the text without them. */
export interface EmbeddedFiles {
  readonly parts: readonly Part[];
  /** The bytes of the text without the blocks. */
  readonly rest: Buffer;
}

/** Attack: a text of a million tiny blocks, each of which would become an item. */
const MOST_BLOCKS = 1000;

/** The blocks in the raw body of a text part whose transfer encoding changes nothing; null without any. */
export function findEmbedded(raw: Buffer, part: Part): EmbeddedFiles | null {
  const uu = raw.includes('begin ');
  const yenc = raw.includes('=ybegin ');
  const pgp = raw.includes('-----BEGIN PGP MESSAGE-----');
  if (!uu && !yenc && !pgp) return null;
  const text = raw.toString('latin1');
  const found = [
    ...(uu ? findUuencode(text).map((block) => ({ ...block, encoding: 'x-uuencode' })) : []),
    ...(yenc ? findYenc(text).map((block) => ({ ...block, encoding: 'x-yenc' })) : []),
    ...(pgp ? findPgpBlocks(text).map((block) => ({ ...block, encoding: '7bit' })) : []),
  ].sort((a, b) => a.start - b.start);
  if (found.length === 0) return null;
  const parts: Part[] = [];
  const rest: Buffer[] = [];
  let pos = 0;
  for (const block of found.slice(0, MOST_BLOCKS)) {
    if (block.start < pos) continue; // one block inside another: the outer one keeps it
    rest.push(raw.subarray(pos, block.start));
    pos = block.end;
    parts.push(virtualPart(part, parts.length + 1, block));
  }
  rest.push(raw.subarray(pos));
  return { parts, rest: Buffer.concat(rest) };
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly encoding: string;
}

function virtualPart(part: Part, number: number, block: Block): Part {
  const base = part.bodyRange.start;
  return {
    id: part.id === '' ? `u${number}` : `${part.id}.u${number}`,
    headers: [],
    headerRange: { start: base + block.start, end: base + block.start },
    bodyRange: { start: base + block.start, end: base + block.end },
    type: 'application/octet-stream',
    params: {},
    disposition: 'attachment',
    filename: block.name === '' ? null : block.name,
    encoding: block.encoding,
    contentId: null,
    children: [],
  };
}
