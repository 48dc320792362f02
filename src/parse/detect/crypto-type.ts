import { type Match, other } from './detection.ts';

/** PKCS#7 in DER or BER, or binary OpenPGP; null when neither. The armoured forms are text. */
export function cryptoType(head: Uint8Array, extension: string): Match | null {
  if (isPkcs7(head)) {
    return other(extension === 'p7s' ? 'application/pkcs7-signature' : 'application/pkcs7-mime');
  }
  if (isPgpEncrypted(head)) return other('application/pgp-encrypted');
  if (isPgpKey(head)) return other('application/pgp-keys');
  return null;
}

/** SEQUENCE { OBJECT IDENTIFIER 1.2.840.113549.1.7.x ... (RFC 5652, 3 and 4). */
function isPkcs7(head: Uint8Array): boolean {
  if (head[0] !== 0x30) return false;
  const first = head[1] ?? 0;
  const at = first > 0x80 && first <= 0x84 ? 2 + first - 0x80 : 2;
  const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
  return oid.every((byte, i) => head[at + i] === byte);
}

/** Old-format or new packet 1 (version 3) or 3 (version 4, symmetric): RFC 9580, 4.2, 5.1, 5.3. */
function isPgpEncrypted(head: Uint8Array): boolean {
  const [first, second, third, fourth] = head;
  if (first === 0x84 || first === 0xc1) return third === 3 && (second ?? 0) > 40;
  if (first === 0x85) return fourth === 3 && (second ?? 0) <= 4;
  if (first === 0x8c || first === 0xc3) return third === 4 && (second ?? 0) >= 4 && (second ?? 0) < 0x40;
  return false;
}

/** Packet 6 or 5, old format with a two-byte length, version 3 or 4. */
function isPgpKey(head: Uint8Array): boolean {
  const [first, second, , version] = head;
  return (first === 0x99 || first === 0x95) && (second ?? 0xff) <= 0x10 && (version === 3 || version === 4);
}
