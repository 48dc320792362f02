import { createCipheriv, createHmac, type Hmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { u16 } from '../../binary/zero-filled-numbers.ts';

/** WinZip AES (AE-1 and AE-2), as published by WinZip: AES-CTR, HMAC-SHA1-80, PBKDF2 with 1,000 rounds. */
export interface AesParameters {
  /** 1: the CRC is kept; 2: the CRC field is zero and only the authentication code vouches. */
  readonly version: number;
  readonly keyBytes: 16 | 24 | 32;
  /** The real compression method; the header says 99. */
  readonly method: number;
}

const ROUNDS = 1000;
const VERIFIER = 2;
const AUTHENTICATION = 10;

/** Reads the 0x9901 extra field; null when it is broken. */
export function aesParameters(field: Uint8Array | null): AesParameters | null {
  if (field === null || field.length < 7) return null;
  const keyBytes = ([16, 24, 32] as const)[(field[4] ?? 0) - 1];
  return keyBytes === undefined ? null : { version: u16(field, 0), keyBytes, method: u16(field, 5) };
}

/** Bytes before the cipher text (salt and verifier) and after it. */
export function aesOverhead(parameters: AesParameters): { readonly before: number; readonly after: number } {
  return { before: parameters.keyBytes / 2 + VERIFIER, after: AUTHENTICATION };
}

/** Decrypts in order and authenticates what it was given. */
class WinZipAes {
  readonly #encryptionKey: Uint8Array;
  readonly #hmac: Hmac;
  #block = 0;
  #pending: Uint8Array = new Uint8Array(0);

  constructor(encryptionKey: Uint8Array, authenticationKey: Uint8Array) {
    this.#encryptionKey = encryptionKey;
    this.#hmac = createHmac('sha1', authenticationKey);
  }

  decrypt(bytes: Uint8Array): Uint8Array {
    this.#hmac.update(bytes);
    const stream = this.#keyStream(bytes.length);
    for (let at = 0; at < bytes.length; at++) stream[at] = (stream[at] ?? 0) ^ (bytes[at] ?? 0);
    return stream;
  }

  /** Whether the authentication code fits all that was decrypted. Ends the instance's life. */
  authentic(code: Uint8Array): boolean {
    const own = this.#hmac.digest().subarray(0, AUTHENTICATION);
    return code.length === AUTHENTICATION && timingSafeEqual(own, code);
  }

  /** The counter is little-endian and begins at 1, which no platform CTR mode offers: so ECB over counters. */
  #keyStream(length: number): Uint8Array {
    const missing = Math.max(0, length - this.#pending.length);
    const blocks = Math.ceil(missing / 16);
    const counters = Buffer.alloc(blocks * 16);
    for (let index = 0; index < blocks; index++) {
      this.#block++;
      counters.writeUInt32LE(this.#block >>> 0, index * 16);
      counters.writeUInt32LE(Math.floor(this.#block / 2 ** 32), index * 16 + 4);
    }
    const cipher = createCipheriv(`aes-${this.#encryptionKey.length * 8}-ecb`, this.#encryptionKey, null);
    cipher.setAutoPadding(false);
    const all = Buffer.concat([this.#pending, cipher.update(counters)]);
    this.#pending = all.subarray(length);
    return all.subarray(0, length);
  }
}

/** The cipher when the password passes the two-byte verifier (one wrong one in 65,536 does), else null. */
export function openWinZipAes(
  prefix: Uint8Array,
  password: Uint8Array,
  parameters: AesParameters,
): WinZipAes | null {
  const { keyBytes } = parameters;
  const salt = prefix.subarray(0, keyBytes / 2);
  const derived = pbkdf2Sync(password, salt, ROUNDS, keyBytes * 2 + VERIFIER, 'sha1');
  const verifier = prefix.subarray(keyBytes / 2, keyBytes / 2 + VERIFIER);
  if (Buffer.compare(derived.subarray(keyBytes * 2), verifier) !== 0) return null;
  return new WinZipAes(derived.subarray(0, keyBytes), derived.subarray(keyBytes, keyBytes * 2));
}
