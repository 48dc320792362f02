import { asBuffer } from '../binary/as-buffer.ts';
import { likenessOf, nextLine } from '../detect/field-name.ts';
import { honoursContentLength } from './content-length.ts';
import { LONGEST_POSTMARK } from './postmark.ts';
import type { MboxQuoting } from './quoting.ts';
import { Window } from './window.ts';

/** How a mailbox parts its messages and its lines. */
export interface MboxStyle {
  readonly quoting: MboxQuoting;
  readonly lineEnd: 'lf' | 'crlf' | 'cr';
}

const FROM = Buffer.from('From ');
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x3e;

/**
 * How an mbox was written, from its beginning (the more of it the better; 1 MiB is plenty). Quoting twice
 * (">>From ") shows mboxrd; nothing shows mboxo, which is what is left and undoes the same single ">".
 */
export function sniffMbox(head: Uint8Array): MboxStyle {
  const bytes = asBuffer(head);
  return { quoting: quotingOf(bytes), lineEnd: lineEndOf(bytes) };
}

function quotingOf(bytes: Buffer): MboxQuoting {
  if (bytes[0] === 1) return 'none';
  const seen = evidence(bytes);
  const size = bytes.length;
  const source = {
    size,
    read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
    close() {},
  };
  if (honoursContentLength(new Window(source))) return seen.quoted || !seen.bare ? 'mboxcl' : 'mboxcl2';
  return seen.twice ? 'mboxrd' : 'mboxo';
}

/** Body lines that begin with ">>From ", ">From ", and with "From " where no message starts. */
function evidence(bytes: Buffer): { twice: boolean; quoted: boolean; bare: boolean } {
  const seen = { twice: false, quoted: false, bare: false };
  for (let at = bytes.indexOf(FROM); at >= 0; at = bytes.indexOf(FROM, at + 1)) {
    let depth = 0;
    while (depth < 2 && bytes[at - 1 - depth] === QUOTE) depth++;
    const before = bytes[at - 1 - depth];
    if (before === QUOTE) seen.twice ||= startsLine(bytes, at);
    else if (before !== LF && before !== CR) continue;
    else if (depth === 2) seen.twice = true;
    else if (depth === 1) seen.quoted = true;
    else if (!isFollowedByHeader(bytes, at)) seen.bare = true;
  }
  return seen;
}

/** A run of three or more ">" goes back to the beginning of its line. */
function startsLine(bytes: Buffer, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < 100 && bytes[i] === QUOTE) i--;
  return i < 0 || bytes[i] === LF || bytes[i] === CR;
}

/** Cheap stand-in for the splitter's rule: is the next line anything like a field? */
function isFollowedByHeader(bytes: Buffer, at: number): boolean {
  const next = nextLine(bytes, at, Math.min(bytes.length, at + LONGEST_POSTMARK));
  return likenessOf(bytes, next) !== 'no';
}

function lineEndOf(bytes: Buffer): MboxStyle['lineEnd'] {
  const lf = bytes.indexOf(LF);
  const cr = bytes.indexOf(CR);
  if (cr < 0) return 'lf';
  if (lf < 0) return 'cr';
  if (cr === lf - 1) return 'crlf';
  return cr < lf ? 'cr' : 'lf';
}
