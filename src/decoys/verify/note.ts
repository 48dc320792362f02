/**
 * Checkpoints as signed notes (C2SP signed-note and tlog-checkpoint): origin, size and root in three lines, an
 * empty line, and signatures. A text that fits on a screen, and that other people's programs read as well.
 */
import { createHash } from 'node:crypto';

/** What a checkpoint says: so many leaves, under this root (RFC 6962, 32 bytes). */
export interface Checkpoint {
  /** Name of the ledger. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Who signs: the name, and the 32 bytes of an Ed25519 public key. */
export interface NoteKey {
  readonly name: string;
  readonly key: Uint8Array;
}

/** A note as read with a key; only `signed` is anybody's word. */
export type NoteReading =
  | { readonly type: 'signed'; readonly checkpoint: Checkpoint }
  | { readonly type: 'malformed'; readonly reason: string }
  | { readonly type: 'not-signed'; readonly checkpoint: Checkpoint };

const ED25519 = 1;
/** Attack: a note of a gigabyte. */
const MOST_CHARACTERS = 10_000;
const DASH = '\u2014';

/** @param sign Ed25519 over the bytes given: 64 bytes */
export function writeNote(
  checkpoint: Checkpoint,
  key: NoteKey,
  sign: (message: Uint8Array) => Uint8Array,
): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${base64(checkpoint.root)}\n`;
  const signature = sign(new TextEncoder().encode(text));
  return `${text}\n${DASH} ${key.name} ${base64(concat(keyHash(key), signature))}\n`;
}

/** Reads a note and checks the signature of this key; others on it are passed over, as the specification wants. */
export async function readNote(note: string, key: NoteKey): Promise<NoteReading> {
  const cut = note.length > MOST_CHARACTERS ? -1 : note.indexOf(`\n\n${DASH} `);
  if (cut < 0) return { type: 'malformed', reason: 'no signature lines' };
  const text = note.slice(0, cut + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const rootBytes = bytesOf(root);
  if (origin === '' || !/^(?:0|[1-9]\d{0,14})$/.test(size) || rootBytes?.length !== 32) {
    return { type: 'malformed', reason: 'not origin, size and root' };
  }
  const checkpoint = { origin, size: Number(size), root: rootBytes };
  for (const line of note.slice(cut + 2).split('\n')) {
    const [dash, name, value] = line.split(' ');
    const signature = dash === DASH && name === key.name ? bytesOf(value ?? '') : null;
    if (signature === null || signature.length !== 68) continue;
    if (!keyHash(key).every((byte, at) => byte === signature[at])) continue;
    if (await isSigned(text, signature.slice(4), key.key)) return { type: 'signed', checkpoint };
  }
  return { type: 'not-signed', checkpoint };
}

async function isSigned(text: string, signature: Uint8Array<ArrayBuffer>, key: Uint8Array): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', imported, signature, new TextEncoder().encode(text));
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}

/** `name+hash+key`, the verifier key of the specification: what the owner publishes. */
export function verifierKey(key: NoteKey): string {
  const hash = Array.from(keyHash(key), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${key.name}+${hash}+${base64(concat(Uint8Array.of(ED25519), key.key))}`;
}

/** Null for what is no Ed25519 verifier key, or one whose hash does not fit. */
export function readVerifierKey(text: string): NoteKey | null {
  const match = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44,48})$/.exec(text.trim());
  const bytes = bytesOf(match?.[3] ?? '');
  const name = match?.[1];
  if (name === undefined || bytes === null || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const key = { name, key: bytes.slice(1) };
  return verifierKey(key) === text.trim() ? key : null;
}

function keyHash({ name, key }: NoteKey): Uint8Array {
  const digest = createHash('sha256').update(`${name}\n`, 'utf8').update(Uint8Array.of(ED25519)).update(key);
  return Uint8Array.from(digest.digest()).slice(0, 4);
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** `btoa`, because this also runs in a browser. */
export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Null for what is not base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
