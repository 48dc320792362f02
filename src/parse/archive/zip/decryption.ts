import type { ByteSource, Failure } from '../../../model/index.ts';
import { failure } from '../outcome.ts';
import { FLAG_DESCRIPTOR, FLAG_STRONG_ENCRYPTION, type ZipEntry } from './entry.ts';
import { extraField } from './extra-fields.ts';
import { aesOverhead, aesParameters, openWinZipAes } from './winzip-aes.ts';
import { openZipCrypto, ZIP_CRYPTO_HEADER, zipCryptoCheck } from './zip-crypto.ts';

/** One password that passes the quick check, ready to decrypt the range [start, end) of the source. */
export interface Opened {
  readonly start: number;
  readonly end: number;
  /** Compression of the plain bytes. */
  readonly method: number;
  readonly decrypt: (bytes: Uint8Array) => Uint8Array;
  /** After all is decrypted: does the authentication code fit? Null when the scheme has none. */
  readonly authentic: (() => boolean) | null;
  /** AE-2 keeps no CRC of the plain bytes. */
  readonly hasCrc: boolean;
}

const AES_METHOD = 99;

/** `zipcrypto`, `aes-128` ... for the entry's facts. */
export function encryptionName(entry: ZipEntry): string {
  if ((entry.flags & FLAG_STRONG_ENCRYPTION) !== 0) return 'pkware-strong';
  const aes = entry.method === AES_METHOD ? aesParameters(extraField(entry.extra, 0x9901)) : null;
  return aes === null ? 'zipcrypto' : `aes-${aes.keyBytes * 8}`;
}

/**
 * The passwords that pass the scheme's quick check, as ciphers, each to be used once. None that passes,
 * or a scheme that is not read, is told as a failure.
 */
export function openings(
  source: ByteSource,
  entry: ZipEntry,
  dataAt: number,
  passwords: readonly string[],
): { readonly opened: Iterable<Opened>; readonly failure: Failure } {
  if ((entry.flags & FLAG_STRONG_ENCRYPTION) !== 0) {
    return { opened: [], failure: failure('unsupported', 'PKWARE strong encryption is not read.') };
  }
  const detail =
    passwords.length === 0
      ? 'The entry is encrypted and no password was given.'
      : 'None of the passwords given opens the entry.';
  const keys = passwordBytes(passwords);
  const opened =
    entry.method === AES_METHOD
      ? aesOpenings(source, entry, dataAt, keys)
      : zipCryptoOpenings(source, entry, dataAt, keys);
  return { opened, failure: failure('encrypted', detail) };
}

function* aesOpenings(
  source: ByteSource,
  entry: ZipEntry,
  dataAt: number,
  keys: readonly Uint8Array[],
): Generator<Opened> {
  const parameters = aesParameters(extraField(entry.extra, 0x9901));
  if (parameters === null) return;
  const { before, after } = aesOverhead(parameters);
  const prefix = source.read(dataAt, before);
  const end = dataAt + Math.max(before, entry.compressedSize - after);
  for (const key of keys) {
    const cipher = openWinZipAes(prefix, key, parameters);
    if (cipher === null) continue;
    yield {
      start: dataAt + before,
      end,
      method: parameters.method,
      decrypt: (bytes) => cipher.decrypt(bytes),
      authentic: () => cipher.authentic(source.read(end, after)),
      hasCrc: parameters.version === 1,
    };
  }
}

function* zipCryptoOpenings(
  source: ByteSource,
  entry: ZipEntry,
  dataAt: number,
  keys: readonly Uint8Array[],
): Generator<Opened> {
  const header = source.read(dataAt, ZIP_CRYPTO_HEADER);
  const streamed = (entry.flags & FLAG_DESCRIPTOR) !== 0;
  // Some packers set bit 3 and still check against the CRC: either byte is let through here, and the CRC
  // of the plain bytes decides.
  const checks = new Set([zipCryptoCheck(entry.crc ?? 0, entry.dosTime, streamed), (entry.crc ?? 0) >>> 24]);
  for (const key of keys) {
    for (const check of checks) {
      const cipher = openZipCrypto(header, key, check);
      if (cipher === null) continue;
      yield {
        start: dataAt + ZIP_CRYPTO_HEADER,
        end: dataAt + Math.max(ZIP_CRYPTO_HEADER, entry.compressedSize),
        method: entry.method,
        decrypt: (bytes) => cipher.decrypt(bytes),
        authentic: null,
        hasCrc: true,
      };
    }
  }
}

/** Packers differ in the bytes they make of a password: UTF-8, or one byte a letter. */
function passwordBytes(passwords: readonly string[]): Uint8Array[] {
  return passwords.flatMap((password) => {
    const utf8 = Buffer.from(password, 'utf8');
    const latin1 = Buffer.from(password, 'latin1');
    return utf8.equals(latin1) || latin1.toString('latin1') !== password ? [utf8] : [utf8, latin1];
  });
}
