import type { EncodedBlock } from './uuencode.ts';

const BEGIN = /(?:^|[\r\n])-----BEGIN PGP MESSAGE-----[ \t]{0,20}(?=[\r\n])/g;
const END = '-----END PGP MESSAGE-----';

/**
 * Armoured OpenPGP messages in a text, as mail had them before PGP/MIME (RFC 9580 section 6): signed or encrypted, they
 * are opened, or named as closed, like a file. Signed texts (`SIGNED MESSAGE`) can be read and stay where they are.
 */
export function findPgpBlocks(text: string): EncodedBlock[] {
  const blocks: EncodedBlock[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const start = match[0].startsWith('-') ? match.index : match.index + 1;
    const end = text.indexOf(END, start);
    if (end < 0) break;
    blocks.push({ start, end: end + END.length, name: 'message.asc' });
    BEGIN.lastIndex = end + END.length;
  }
  return blocks;
}
