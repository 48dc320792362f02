import { createHash, hash as hashAtOnce } from 'node:crypto';
import { BodyCanonicalizer } from './body-canonicalizer.ts';
import type { HashName } from './signature-tags.ts';

/**
 * Attack: a hundred signatures, each with another l=, over a huge body. Without l= four passes cover every
 * combination of canonicalisation and hash; real messages with l= carry one or two of them.
 */
const MAX_PASSES = 16;

/** The hash of a canonical body. */
export interface BodyHash {
  readonly digest: Buffer;
  /** Canonical bytes there are, l= not counted. */
  readonly length: number;
}

/** The hashes of one message's body, each computed once however many signatures ask for it. */
export class BodyHashes {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #known = new Map<string, BodyHash>();
  #passes = 0;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#start = start;
  }

  /** The hash over the first `length` canonical bytes (all for null); null when the body was read too often. */
  get(relaxed: boolean, hash: HashName, length: number | null): BodyHash | null {
    const name = `${relaxed ? 'r' : 's'}${hash}${length ?? ''}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#passes >= MAX_PASSES) return null;
    this.#passes++;
    const result = hashBody(this.#bytes, this.#start, relaxed, hash, length);
    this.#known.set(name, result);
    return result;
  }
}

/** Below this, one call into the hash is faster than an object: most messages are smaller. */
const ONE_CALL_BYTES = 32 * 1024;
const whole = Buffer.allocUnsafe(2 * ONE_CALL_BYTES + 16);

function hashBody(
  bytes: Uint8Array,
  start: number,
  relaxed: boolean,
  hash: HashName,
  limit: number | null,
): BodyHash {
  const wanted = limit ?? Number.POSITIVE_INFINITY;
  if (bytes.length - start <= ONE_CALL_BYTES) {
    let length = 0;
    const body = new BodyCanonicalizer(relaxed, (part) => {
      part.copy(whole, length);
      length += part.length;
    });
    body.write(bytes, start, bytes.length);
    body.end();
    const digest = hashAtOnce(hash, whole.subarray(0, Math.min(length, wanted)), 'buffer');
    return { digest, length };
  }
  const state = createHash(hash);
  let left = wanted;
  const body = new BodyCanonicalizer(relaxed, (part) => {
    if (left <= 0) return;
    state.update(part.length <= left ? part : part.subarray(0, left));
    left -= part.length;
  });
  body.write(bytes, start, bytes.length);
  body.end();
  return { digest: state.digest(), length: body.written };
}

/**
 * Where in the message the first `length` canonical bytes of the body end: l= counts canonical bytes, a
 * reader needs the place in the file. The end of the message when the body is shorter.
 */
export function bodyOffsetOf(bytes: Uint8Array, start: number, relaxed: boolean, length: number): number {
  if (length === 0) return start;
  let count = 0;
  let heldLines = 0;
  let space = false;
  let hasContent = false;
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 10) {
      heldLines++;
      space = false;
      hasContent = false;
      if (count + 2 * heldLines >= length) return i + 1;
    } else if (byte === 13 && bytes[i + 1] === 10) {
      // Half of a line end.
    } else if (relaxed && (byte === 32 || byte === 9)) {
      space = true;
    } else {
      if (!hasContent) {
        count += 2 * heldLines;
        heldLines = 0;
        hasContent = true;
      }
      count += space ? 2 : 1;
      space = false;
      if (count >= length) return i + 1;
    }
  }
  return bytes.length;
}
