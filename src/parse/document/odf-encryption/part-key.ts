import { argon2Sync, hash, pbkdf2Sync } from 'node:crypto';
import type { PartEncryption } from './manifest.ts';

/** Rounds of PBKDF2 that a part may ask for; LibreOffice writes 100,000. Attack: four thousand million. */
const MOST_ROUNDS = 1_000_000;
/** Of Argon2; LibreOffice writes 64 MiB and three passes. Attack: a terabyte. */
const MOST_MEMORY_KIB = 256 * 1024;
/** Attack: a billion passes for one password. */
const MOST_PASSES = 16;
/** Lanes divide the same memory: real files have four. */
const MOST_LANES = 16;

/** How the key of a package comes from its password. */
export type KeyScheme = 'pbkdf2' | 'argon2id' | 'openpgp' | 'unknown';

/** How the key of a part is made, or why it is not made here. */
export function keyScheme(part: PartEncryption): KeyScheme {
  const { derivation, rounds, memory, lanes, keyBytes, salt } = part;
  if (derivation === 'PGP') return 'openpgp';
  const sized = [16, 24, 32].includes(keyBytes) && salt.length > 0 && rounds >= 1;
  if (!sized) return 'unknown';
  if (/pbkdf2/i.test(derivation)) return rounds <= MOST_ROUNDS ? 'pbkdf2' : 'unknown';
  const bounded =
    memory >= 8 * lanes &&
    memory <= MOST_MEMORY_KIB &&
    lanes >= 1 &&
    lanes <= MOST_LANES &&
    rounds <= MOST_PASSES;
  return /argon2id$/i.test(derivation) && bounded && salt.length >= 8 ? 'argon2id' : 'unknown';
}

/** Seconds that one key takes, roughly: to bound how many passwords are tried. Measured: 0.35 µs a round, 0.75 µs a KiB. */
export function keySeconds(part: PartEncryption): number {
  return keyScheme(part) === 'argon2id' ? part.rounds * part.memory * 75e-8 : part.rounds * 35e-8;
}

/**
 * What stands for a password in the derivation (part 2, 3.4.1): its digest as UTF-8, and of the SHA-1 of old also as
 * Windows-1252, which OpenOffice used for a time.
 */
export function startKeys(password: string, part: PartEncryption): readonly Buffer[] {
  const utf8 = Buffer.from(password, 'utf8');
  if (part.startSha256) return [hash('sha256', utf8, 'buffer')];
  const narrow = windows1252(password);
  const spellings = narrow === null || narrow.equals(utf8) ? [utf8] : [utf8, narrow];
  return spellings.map((each) => hash('sha1', each, 'buffer'));
}

/** The key of a part whose scheme is known. */
export function partKey(start: Buffer, part: PartEncryption): Buffer {
  const { rounds, salt, keyBytes, memory, lanes } = part;
  if (keyScheme(part) !== 'argon2id') return pbkdf2Sync(start, salt, rounds, keyBytes, 'sha1');
  return argon2Sync('argon2id', {
    message: start,
    nonce: salt,
    parallelism: lanes,
    tagLength: keyBytes,
    memory,
    passes: rounds,
  });
}

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
);

/** Null where the password has a character that this charset lacks. */
function windows1252(password: string): Buffer | null {
  const bytes = Array.from(password, (letter) => WINDOWS_1252.indexOf(letter));
  return bytes.includes(-1) ? null : Buffer.from(bytes);
}
