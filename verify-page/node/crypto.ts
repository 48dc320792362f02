/** What `node:crypto` gives, for a browser: WebCrypto hashes only in promises. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { Buffer } from './buffer.ts';

const HASHES = { sha1, sha256, sha384, sha512 };

type Data = string | Uint8Array;

interface Hash {
  update(data: Data, encoding?: string): Hash;
  digest(): Uint8Array;
  digest(encoding: 'hex'): string;
}

export type { Hash };

export function createHash(name: string): Hash {
  if (!isKnown(name)) throw new Error(`no hash ${name}`);
  const state = HASHES[name].create();
  const hash: Hash = {
    update(data: Data) {
      state.update(typeof data === 'string' ? new TextEncoder().encode(data) : Uint8Array.from(data));
      return hash;
    },
    digest: ((encoding?: 'hex') => {
      const bytes = Buffer.from(state.digest());
      return encoding === undefined ? bytes : bytes.toString(encoding);
    }) as Hash['digest'],
  };
  return hash;
}

export function hash(name: string, data: Data): string {
  return createHash(name).update(data).digest('hex');
}

function isKnown(name: string): name is keyof typeof HASHES {
  return Object.hasOwn(HASHES, name);
}
