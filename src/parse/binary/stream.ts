import { fail } from './fail.ts';

/** A value of known length, read only when asked for, in pieces where it is large. */
export interface ByteStream {
  readonly size: number;
  chunks(): Iterable<Uint8Array>;
}

/** The whole of a stream in memory; `limit` is the most bytes it may have. */
export function readAll(stream: ByteStream, limit: number): Uint8Array {
  if (stream.size > limit)
    fail('too-large', `A value of ${stream.size} bytes is above the limit of ${limit}.`);
  const parts: Uint8Array[] = [];
  let total = 0;
  for (const chunk of stream.chunks()) {
    parts.push(chunk);
    total += chunk.length;
    if (total > limit) fail('too-large', `A value is above the limit of ${limit} bytes.`);
  }
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const out = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Bytes already in memory as a stream. */
export function streamOf(bytes: Uint8Array): ByteStream {
  return { size: bytes.length, chunks: () => [bytes] };
}
