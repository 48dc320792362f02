import { copyWords } from '../../parse/text/copy-words.ts';

/** Receives canonical bytes in order; the buffer is reused after the call returns. */
export type ByteSink = (bytes: Buffer) => void;

/** Input bytes handled at a time, so that a body of any size needs one small buffer. */
const BLOCK = 32 * 1024;
/** A block of lone line feeds doubles; the rest is room for what is carried over a block's end. */
const scratch = Buffer.allocUnsafe(2 * BLOCK + 16);

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/**
 * Body canonicalisation of RFC 6376 section 3.4.3 (simple) and 3.4.4 (relaxed), in one pass and without a
 * copy of the body. LF alone counts as CRLF. Empty lines are held back until a line with content follows,
 * so what has been given to the sink is at any line end a prefix of every longer body: the undo search
 * rests on that.
 */
export class BodyCanonicalizer {
  readonly #relaxed: boolean;
  readonly #sink: ByteSink;
  /** Line ends seen and not yet given out, because they may turn out to be trailing. */
  #heldLines = 0;
  #heldSpace = false;
  #lineHasContent = false;
  #written = 0;

  constructor(relaxed: boolean, sink: ByteSink) {
    this.#relaxed = relaxed;
    this.#sink = sink;
  }

  /** Canonical bytes given to the sink so far. */
  get written(): number {
    return this.#written;
  }

  /** Takes more of the body; a CRLF must not be split over two calls. */
  write(bytes: Uint8Array, start: number, end: number): void {
    for (let block = start; block < end; block += BLOCK) {
      this.#writeBlock(bytes, block, Math.min(block + BLOCK, end), end);
    }
  }

  /**
   * Ends the body: an unfinished last line gets its CRLF, trailing empty lines are dropped, and an empty
   * body is one CRLF in simple and nothing in relaxed canonicalisation.
   */
  end(): void {
    if (this.ending.length > 0) this.#give(CRLF);
  }

  /** What `end` would give to the sink. */
  get ending(): Buffer {
    return this.#written > 0 || this.#lineHasContent || !this.#relaxed ? CRLF : NOTHING;
  }

  /** A second canonicaliser that goes on from here, for trying what might follow. */
  fork(sink: ByteSink): BodyCanonicalizer {
    const other = new BodyCanonicalizer(this.#relaxed, sink);
    other.#heldLines = this.#heldLines;
    other.#heldSpace = this.#heldSpace;
    other.#lineHasContent = this.#lineHasContent;
    other.#written = this.#written;
    return other;
  }

  /** What stays as it is goes in loops of their own: white space that changes is seldom. */
  #writeBlock(bytes: Uint8Array, start: number, blockEnd: number, end: number): void {
    const relaxed = this.#relaxed;
    let out = 0;
    let hasContent = this.#lineHasContent;
    let space = this.#heldSpace;
    let i = start;
    while (i < blockEnd) {
      const byte = bytes[i] as number;
      if (byte === LF) {
        this.#heldLines++;
        hasContent = false;
        space = false;
        i++;
      } else if (byte === CR && i + 1 < end && bytes[i + 1] === LF) {
        i++; // Half of a line end.
      } else if (relaxed && (byte === SPACE || byte === TAB)) {
        space = true;
        i++;
      } else {
        if (!hasContent) {
          if (this.#heldLines > 0) out = this.#giveHeldLines(out);
          hasContent = true;
        }
        if (space) {
          scratch[out++] = SPACE;
          space = false;
        }
        scratch[out++] = byte;
        i++;
        const run = relaxed ? copyWords(bytes, i, blockEnd, scratch, out) : copyLine(bytes, i, blockEnd, out);
        i += run;
        out += run;
      }
    }
    this.#lineHasContent = hasContent;
    this.#heldSpace = space;
    if (out > 0) this.#give(scratch.subarray(0, out));
  }

  /** Few lines go into the buffer; a flood of empty lines goes out in pieces. */
  #giveHeldLines(out: number): number {
    const lines = this.#heldLines;
    this.#heldLines = 0;
    let position = out;
    for (let i = 0; i < lines; i++) {
      if (position + 2 > BLOCK) {
        this.#give(scratch.subarray(0, position));
        position = 0;
      }
      scratch[position++] = CR;
      scratch[position++] = LF;
    }
    return position;
  }

  #give(bytes: Buffer): void {
    this.#written += bytes.length;
    this.#sink(bytes);
  }
}

/** Copies to `out` the line from `start` on, as far as no tab comes, and tells how many bytes that were. */
function copyLine(bytes: Uint8Array, start: number, end: number, out: number): number {
  const shift = out - start;
  let i = start;
  for (; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte <= CR) break;
    scratch[i + shift] = byte;
  }
  return i - start;
}

const CRLF = Buffer.from('\r\n');
const NOTHING = Buffer.alloc(0);
