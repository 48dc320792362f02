import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { TamisError } from '../../model/index.ts';

/** How a key is made of a passphrase (RFC 7914). `cost` is N. */
export interface KeyDerivation {
  readonly type: 'scrypt';
  readonly cost: number;
  readonly block: number;
  readonly parallel: number;
  /** 32 bytes, hexadecimal. */
  readonly salt: string;
}

/** 128 MB and a third of a second for each guess. */
export const USUAL_COST = 2 ** 17;
/** The block size r that RFC 7914 uses throughout. */
export const BLOCK = 8;
/** Attack: a header that asks for a terabyte. */
const MOST_COST = 2 ** 20;
const MOST_BLOCK = 16;

/**
 * 32 bytes for AES-256. The passphrase is normalised (NFKC), as keyboards differ. Throws `ledger-damaged` for
 * parameters beyond bounds.
 */
export function deriveKey(passphrase: string, { cost, block, parallel, salt }: KeyDerivation): Uint8Array {
  const isSane =
    Number.isInteger(Math.log2(cost)) && cost >= 2 && cost <= MOST_COST && block >= 1 && block <= MOST_BLOCK;
  if (!isSane || parallel !== 1) {
    throw new TamisError('ledger-damaged', {
      en: 'The ledger asks for a derivation of its key that is not done.',
      fr: 'Le registre demande une dérivation de sa clé qui ne se fait pas.',
    });
  }
  const options = { N: cost, r: block, p: parallel, maxmem: 256 * cost * block };
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options);
}

const NONCE = 12;
const TAG = 16;
/** Attack: a frame that inflates without end. A frame holds at most a thousand decoys. */
const MOST_FRAME = 2 ** 30;

/** AES-256-GCM over deflated JSON: nonce, tag, ciphertext. `place` is bound to it, so that frames cannot change places. */
export function seal(value: unknown, key: Uint8Array, place: string, nonce: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const body = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws `wrong-passphrase`: a wrong key and a changed frame cannot be told apart. */
export function unseal(sealed: Uint8Array, key: Uint8Array, place: string): unknown {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(place, 'utf8'));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    const body = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(inflateRawSync(body, { maxOutputLength: MOST_FRAME }).toString('utf8'));
  } catch (cause) {
    throw new TamisError(
      'wrong-passphrase',
      {
        en: `The passphrase does not open ${place}, or it was changed.`,
        fr: `La phrase de passe n’ouvre pas ${place}, ou il a été modifié.`,
      },
      {
        cause,
      },
    );
  }
}
