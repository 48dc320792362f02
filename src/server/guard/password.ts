import { scrypt, timingSafeEqual } from 'node:crypto';

/** N of scrypt, as OWASP's password storage cheat sheet gives it (r = 8, p = 1): 128 MB and about 0.3 s a try. */
const PASSWORD_COST = 2 ** 17;
const KEY_BYTES = 32;

/** A password as it is kept in memory: not the word itself, which a core dump would show. */
export interface PasswordHash {
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
  readonly cost: number;
}

/** A password as it is kept: by scrypt, with a salt of its own. */
export async function hashPassword(
  password: string,
  salt: Uint8Array,
  cost: number = PASSWORD_COST,
): Promise<PasswordHash> {
  return { salt, cost, key: await derive(password, salt, cost) };
}

/** Whether it is the password, in a time that does not tell how much of it was right. */
export async function isPassword(given: string, { salt, key, cost }: PasswordHash): Promise<boolean> {
  return timingSafeEqual(await derive(given, salt, cost), key);
}

/** NFC, so that an accent typed on another system is the same password. */
function derive(password: string, salt: Uint8Array, cost: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize('NFC'),
      salt,
      KEY_BYTES,
      { N: cost, r: 8, p: 1, maxmem: 256 * 2 ** 20 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}
