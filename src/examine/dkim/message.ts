import type { ByteRange } from '../../model/index.ts';

/** One header field of the message's top level, as the MIME parser found it. */
export interface SignedHeader {
  /** As written. */
  readonly name: string;
  /** Lower-case name. */
  readonly key: string;
  /** From the first byte of the name to the end of the last folded line; the line end may be included. */
  readonly range: ByteRange;
  /** Offset of the colon in the message. */
  readonly colon: number;
}

/**
 * What the verifier needs of a message: its bytes from the first header field on (an mbox `From ` line
 * is not part of it, and is simply not among `headers`), and where the body starts. Line ends may be
 * CRLF or LF: DKIM signed CRLF, and stores that keep LF lost nothing.
 */
export interface SignedMessage {
  readonly bytes: Uint8Array;
  readonly headers: readonly SignedHeader[];
  readonly bodyStart: number;
  /** Its bytes were cut off or kept elsewhere: that the body has another hash says nothing then. */
  readonly isCut?: boolean;
}
