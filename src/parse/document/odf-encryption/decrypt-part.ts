import { type CipherGCMTypes, createDecipheriv, hash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { decryptBlowfishCfb } from './blowfish.ts';
import type { PartEncryption } from './manifest.ts';

/** The checksum is made over so many bytes at the beginning (`SHA256/1K`). */
const CHECKED_BYTES = 1024;
/** Bytes of the tag at the end. */
const GCM_TAG = 16;
/** By the length of the key in bytes. */
const GCM_CIPHERS: Readonly<Record<number, CipherGCMTypes>> = {
  16: 'aes-128-gcm',
  24: 'aes-192-gcm',
  32: 'aes-256-gcm',
};

/** Whether `decryptPart` knows the cipher. */
export function hasCipher(part: PartEncryption): boolean {
  return cipherOf(part) !== null;
}

/** The part as it was before, still deflated; null when the checksum or the tag shows that the key is another. */
export function decryptPart(bytes: Buffer, key: Buffer, part: PartEncryption): Buffer | null {
  const cipher = cipherOf(part);
  if (cipher === 'gcm') return decryptGcm(bytes, key, part.vector);
  if (cipher === null) return null;
  const plain =
    cipher === 'cbc' ? decryptCbc(bytes, key, part.vector) : decryptBlowfishCfb(key, part.vector, bytes);
  if (plain === null || part.checksum === null) return plain;
  const { sha256, value } = part.checksum;
  const digest = hash(sha256 ? 'sha256' : 'sha1', plain.subarray(0, CHECKED_BYTES), 'buffer');
  return digest.equals(value) ? plain : null;
}

/** Before it was encrypted, each part was deflated (3.4.2). Null where that does not give what it should. */
export function inflatePart(deflated: Buffer, most: number): Buffer | 'bomb' | null {
  try {
    return inflateRawSync(deflated, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : null;
  }
}

function cipherOf({ algorithm, vector, keyBytes }: PartEncryption): 'cbc' | 'gcm' | 'blowfish' | null {
  const bits = Number(/#aes(128|192|256)-(?:cbc|gcm)$/i.exec(algorithm)?.[1] ?? 0);
  if (bits > 0 && bits === keyBytes * 8) {
    if (/-cbc$/i.test(algorithm)) return vector.length === 16 ? 'cbc' : null;
    return vector.length === 12 ? 'gcm' : null;
  }
  return /blowfish/i.test(algorithm) && vector.length >= 8 ? 'blowfish' : null;
}

/** XML Encryption 1.1, 5.2.1: the last byte tells how many were filled up, the others may be anything. */
function decryptCbc(bytes: Buffer, key: Buffer, vector: Buffer): Buffer | null {
  if (bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const filled = plain.at(-1) ?? 0;
  return filled >= 1 && filled <= 16 ? plain.subarray(0, plain.length - filled) : null;
}

/** 5.2.4: vector, text, tag. The vector stands in the manifest too, and not every writer repeats it. */
function decryptGcm(bytes: Buffer, key: Buffer, vector: Buffer): Buffer | null {
  const repeated = bytes.subarray(0, vector.length).equals(vector);
  const body = repeated ? bytes.subarray(vector.length) : bytes;
  if (body.length < GCM_TAG) return null;
  const name = GCM_CIPHERS[key.length] ?? 'aes-128-gcm';
  const cipher = createDecipheriv(name, key, vector).setAuthTag(body.subarray(-GCM_TAG));
  try {
    return Buffer.concat([cipher.update(body.subarray(0, -GCM_TAG)), cipher.final()]);
  } catch {
    return null;
  }
}
