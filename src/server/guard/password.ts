import { scrypt, timingSafeEqual } from 'node:crypto';

/** The parameters OWASP's password storage cheat sheet gives for scrypt: 128 MB and about 0.3 s a try. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };
const KEY_BYTES = 32;

/** A password as it is kept in memory: not the word itself, which a core dump would show. */
export interface PasswordHash {
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

export async function hashPassword(password: string, salt: Uint8Array): Promise<PasswordHash> {
  return { salt, key: await derive(password, salt) };
}

export async function isPassword(given: string, { salt, key }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(given, salt), key);
}

/** NFC, so that an accent typed on another system is the same password. */
function derive(password: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
