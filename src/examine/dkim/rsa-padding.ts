/** What an RSA PKCS#1 v1.5 signature turns into under a public key, when the padding is well formed. */
export interface PaddedDigest {
  readonly hash: 'sha1' | 'sha256' | 'sha512' | 'other';
  readonly digest: Buffer;
}

const DIGEST_INFO: readonly (readonly [PaddedDigest['hash'], Buffer, number])[] = [
  ['sha256', Buffer.from('3031300d060960864801650304020105000420', 'hex'), 32],
  ['sha1', Buffer.from('3021300906052b0e03021a05000414', 'hex'), 20],
  ['sha512', Buffer.from('3051300d060960864801650304020305000440', 'hex'), 64],
];

/**
 * Reads an encoded message of RFC 8017 section 9.2: 00 01 FF...FF 00 DigestInfo. Every byte is checked: a
 * reader that skips any lets forged signatures pass (Bleichenbacher 2006). A random block has this form
 * with a probability below 2^-80, so finding it proves that the key holder made the signature.
 */
export function readPaddedDigest(block: Uint8Array): PaddedDigest | null {
  if (block[0] !== 0 || block[1] !== 1) return null;
  let i = 2;
  while (block[i] === 0xff) i++;
  // RFC 8017 asks for eight bytes of padding at least.
  if (i < 10 || block[i] !== 0) return null;
  const info = block.subarray(i + 1);
  for (const [hash, prefix, length] of DIGEST_INFO) {
    if (info.length === prefix.length + length && prefix.equals(info.subarray(0, prefix.length))) {
      return { hash, digest: Buffer.from(info.subarray(prefix.length)) };
    }
  }
  return i >= 18 && info[0] === 0x30 ? { hash: 'other', digest: Buffer.from(info) } : null;
}
