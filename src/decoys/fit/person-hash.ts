import { createHash } from 'node:crypto';

/** How a person is compared with lists: SHA-256 (hex) of a name or address, case, accents and spacing apart. */
export function personHash(nameOrAddress: string): string {
  const plain = nameOrAddress
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
  return createHash('sha256').update(plain, 'utf8').digest('hex');
}
