import { type Match, other } from './detection.ts';

/** PKCS#7 in DER or BER, or binary OpenPGP; null when neither. The armoured forms are text. */
export function cryptoType(head: Uint8Array, extension: string): Match | null {
  if (isPkcs7(head)) {
    return other(extension === 'p7s' ? 'application/pkcs7-signature' : 'application/pkcs7-mime');
  }
  if (isPgpEncrypted(head)) return other('application/pgp-encrypted');
  if (isPgpKey(head)) return other('application/pgp-keys');
  return (head[0] ?? 0) >= 0x80 ? (PGP_NAMES.get(extension) ?? null) : null;
}

/** SEQUENCE { OBJECT IDENTIFIER, one of PKCS#7's or S/MIME's content types (RFC 5652, 3; RFC 3274; RFC 5083). */
function isPkcs7(head: Uint8Array): boolean {
  if (head[0] !== 0x30) return false;
  const first = head[1] ?? 0;
  const at = first > 0x80 && first <= 0x84 ? 2 + first - 0x80 : 2;
  return CONTENT_TYPES.some((oid) => oid.every((byte, i) => head[at + i] === byte));
}

/** 1.2.840.113549.1.7.x and 1.2.840.113549.1.9.16.1.x. */
const CONTENT_TYPES: readonly (readonly number[])[] = [
  [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07],
  [0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01],
];

/** Packets of other kinds begin with too little to be sure of; they need the name. */
const PGP_NAMES: ReadonlyMap<string, Match> = new Map([
  ['pgp', other('application/pgp-encrypted')],
  ['gpg', other('application/pgp-encrypted')],
  ['sig', other('application/pgp-signature')],
]);

/** Old-format or new packet 1 (version 3) or 3 (version 4, symmetric): RFC 9580, 4.2, 5.1, 5.3. */
function isPgpEncrypted(head: Uint8Array): boolean {
  const [first, second, third, fourth] = head;
  if (first === 0x84 || first === 0xc1) return third === 3 && (second ?? 0) > 40;
  if (first === 0x85) return fourth === 3 && (second ?? 0) <= 4;
  if (first === 0x8c || first === 0xc3) return third === 4 && (second ?? 0) >= 4 && (second ?? 0) < 0x40;
  return false;
}

/** Packet 6 or 5, old format with a length of one or two bytes, version 3 or 4. */
function isPgpKey(head: Uint8Array): boolean {
  const [first, second, third, version] = head;
  if (first === 0x98 || first === 0x94) return (second ?? 0) > 40 && third === 4;
  return (first === 0x99 || first === 0x95) && (second ?? 0xff) <= 0x10 && (version === 3 || version === 4);
}
