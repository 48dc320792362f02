/** What an RSA PKCS#1 v1.5 signature says under a public key, when its padding is well formed. */
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
 * Reads the DigestInfo (RFC 8017 section 9.2) that stood behind `padding` bytes of FF. A random block has the
 * form 00 01 FF...FF 00 DigestInfo with a probability below 2^-80, so finding it proves that the key holder
 * made the signature. Nothing may follow the digest: a reader that allows it lets forged signatures pass
 * (Bleichenbacher 2006).
 */
export function readPaddedDigest(info: Buffer, padding: number): PaddedDigest | null {
  for (const [hash, prefix, length] of DIGEST_INFO) {
    if (info.length === prefix.length + length && prefix.equals(info.subarray(0, prefix.length))) {
      return { hash, digest: info.subarray(prefix.length) };
    }
  }
  return padding >= 16 && info[0] === 0x30 ? { hash: 'other', digest: info } : null;
}
