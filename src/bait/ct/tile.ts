import { createHash } from 'node:crypto';
import { type CertificateFacts, certificateFacts, tbsFacts } from './certificate.ts';
import type { CertificateEntry } from './entry.ts';

/** The entries of a data tile, and where its bytes stop being one (null: they do not). */
export interface Tile {
  readonly entries: readonly CertificateEntry[];
  /** Offset of the first byte that is no entry. */
  readonly stoppedAt: number | null;
}

/** A full tile has 256 entries; tiles that were put behind one another are read too. Attack: one without end. */
const MOST_ENTRIES = 1_000_000;

/**
 * Reads a data tile of a static-ct log: one TileLeaf after the other (https://c2sp.org/static-ct-api, "Log entries"),
 * each a TimestampedEntry of RFC 6962, 3.4, the precertificate where it is one, and the hashes of the issuers.
 */
export function readTile(bytes: Uint8Array): Tile {
  const entries: CertificateEntry[] = [];
  const reader = new Reader(bytes);
  while (reader.left > 0 && entries.length < MOST_ENTRIES) {
    const start = reader.at;
    const entry = readLeaf(reader);
    if (entry === null) return { entries, stoppedAt: start };
    entries.push(entry);
  }
  return { entries, stoppedAt: reader.left > 0 ? reader.at : null };
}

function readLeaf(reader: Reader): CertificateEntry | null {
  const read = readTimestampedEntry(reader);
  if (read === null) return null;
  const submitted = read.isPrecertificate ? reader.vector(3) : null;
  if (read.isPrecertificate && submitted === null) return null;
  const chain = reader.vector(2);
  if (chain === null || chain.length % 32 !== 0) return null;
  return entryOf(read, submitted ?? read.signed);
}

/** One entry of an answer to get-entries (RFC 6962, 4.6): a MerkleTreeLeaf, in base64 there. Null for what is none. */
export function readMerkleLeaf(bytes: Uint8Array): CertificateEntry | null {
  const reader = new Reader(bytes);
  // Version v1 and type timestamped_entry are both 0.
  if (reader.number(2) !== 0) return null;
  const read = readTimestampedEntry(reader);
  return read === null ? null : entryOf(read, read.signed);
}

interface TimestampedEntry {
  readonly timestamp: number;
  readonly isPrecertificate: boolean;
  /** The certificate, or of a precertificate the part to be signed. */
  readonly signed: Uint8Array;
}

function readTimestampedEntry(reader: Reader): TimestampedEntry | null {
  const timestamp = reader.number(8);
  const type = reader.number(2);
  if (timestamp === null || timestamp > LAST_TIME || (type !== 0 && type !== 1)) return null;
  if (type === 1 && reader.skip(KEY_HASH) === null) return null;
  const signed = reader.vector(3);
  const extensions = reader.vector(2);
  return signed === null || extensions === null ? null : { timestamp, isPrecertificate: type === 1, signed };
}

const KEY_HASH = 32;
/** The last time that JavaScript has, in milliseconds. */
const LAST_TIME = 8.64e15;

function entryOf(
  { timestamp, isPrecertificate, signed }: TimestampedEntry,
  submitted: Uint8Array,
): CertificateEntry {
  const facts = (isPrecertificate ? tbsFacts(signed) : certificateFacts(signed)) ?? NOTHING;
  return {
    ...facts,
    logged: new Date(timestamp).toISOString(),
    fingerprint: createHash('sha256').update(submitted).digest('hex'),
  };
}

const NOTHING: CertificateFacts = { names: [], issuer: '', notBefore: null };

/** Numbers and vectors as TLS writes them (RFC 8446, 3): big-endian, a vector with its length before it. */
class Reader {
  at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  number(octets: number): number | null {
    if (this.left < octets) return null;
    let value = 0;
    for (let i = 0; i < octets; i++) value = value * 256 + (this.#bytes[this.at++] ?? 0);
    return value;
  }

  skip(octets: number): true | null {
    if (this.left < octets) return null;
    this.at += octets;
    return true;
  }

  vector(lengthOctets: number): Uint8Array | null {
    const length = this.number(lengthOctets);
    if (length === null || this.left < length) return null;
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}
