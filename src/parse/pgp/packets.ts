/** A packet of OpenPGP (RFC 9580, 4): its kind and its body, chunks of partial length put together. */
export interface Packet {
  readonly tag: number;
  readonly body: Uint8Array;
  /** The bytes end before the packet does. */
  readonly cut: boolean;
}

export const PKESK = 1;
export const SIGNATURE = 2;
export const SKESK = 3;
export const SECRET_KEY = 5;
export const PUBLIC_KEY = 6;
export const COMPRESSED = 8;
export const ENCRYPTED = 9;
export const LITERAL = 11;
export const USER_ID = 13;
export const ENCRYPTED_INTEGRITY = 18;
export const ENCRYPTED_AEAD = 20;

/** Attack: millions of empty packets. Key rings of thousands of keys are cut here, with a defect by the caller. */
const MOST_PACKETS = 10_000;

/** The packets in order; stops where the bytes are no packet. */
export function* readPackets(bytes: Uint8Array): Generator<Packet> {
  let at = 0;
  for (let count = 0; at < bytes.length && count < MOST_PACKETS; count++) {
    const first = bytes[at] ?? 0;
    if ((first & 0x80) === 0) return;
    const [packet, next] =
      (first & 0x40) === 0 ? oldFormat(bytes, at, first) : newFormat(bytes, at + 1, first & 0x3f);
    yield packet;
    at = next;
  }
}

/** RFC 9580, 4.2.2: the length's size in two bits, 3 meaning "to the end". */
function oldFormat(bytes: Uint8Array, at: number, first: number): [Packet, number] {
  const size = first & 3;
  const octets = size === 3 ? 0 : 1 << size;
  let length = 0;
  for (let i = 1; i <= octets; i++) length = length * 256 + (bytes[at + i] ?? 0);
  const start = at + 1 + octets;
  const end = size === 3 ? bytes.length : start + length;
  return [{ tag: (first >> 2) & 0x0f, body: bytes.subarray(start, end), cut: end > bytes.length }, end];
}

/** RFC 9580, 4.2.1: one, two or five octets, or chunks of a power of two. */
function newFormat(bytes: Uint8Array, at: number, tag: number): [Packet, number] {
  const chunks: Uint8Array[] = [];
  let pos = at;
  for (;;) {
    const octet = bytes[pos];
    if (octet === undefined) return [{ tag, body: joined(chunks), cut: true }, bytes.length];
    const partial = octet >= 224 && octet < 255;
    const [length, size] = partial ? [2 ** (octet & 0x1f), 1] : lengthAt(bytes, pos, octet);
    const end = pos + size + length;
    chunks.push(bytes.subarray(pos + size, end));
    if (!partial || end >= bytes.length)
      return [{ tag, body: joined(chunks), cut: end > bytes.length || partial }, end];
    pos = end;
  }
}

function lengthAt(bytes: Uint8Array, at: number, first: number): [length: number, size: number] {
  const second = bytes[at + 1] ?? 0;
  if (first < 192) return [first, 1];
  if (first < 224) return [(first - 192) * 256 + second + 192, 2];
  const view = [bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4]];
  return [view.reduce<number>((sum, byte) => sum * 256 + (byte ?? 0), 0), 5];
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
