import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { Certificate, SignedData } from 'pkijs';

/** RFC 5035 and RFC 2634: SHA-256 unless it says otherwise, and always SHA-1. */
const ID_VERSION_2 = '1.2.840.113549.1.9.16.2.47';
const ID_VERSION_1 = '1.2.840.113549.1.9.16.2.12';
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/**
 * Whether the signature names this certificate by its hash, as RFC 3161 section 2.4.2 demands: without it, another
 * certificate of the same key could be put beside a token.
 */
export async function isOwnCertificate(signed: SignedData, certificate: Certificate): Promise<boolean> {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  for (const { type, values } of attributes) {
    if (type !== ID_VERSION_2 && type !== ID_VERSION_1) continue;
    const id = firstId(values[0]);
    const named = id === null ? null : hashIn(id, type === ID_VERSION_2 ? 'SHA-256' : 'SHA-1');
    if (named === null) return false;
    const own = new Uint8Array(await crypto.subtle.digest(named.algorithm, certificate.toSchema().toBER()));
    return own.length === named.hash.length && own.every((byte, at) => byte === named.hash[at]);
  }
  return false;
}

/** SigningCertificate is a sequence whose first member is a sequence of ids; the signer's stands first. */
function firstId(value: unknown): Sequence | null {
  if (!(value instanceof Sequence)) return null;
  const [ids] = value.valueBlock.value;
  const id = ids instanceof Sequence ? ids.valueBlock.value[0] : undefined;
  return id instanceof Sequence ? id : null;
}

function hashIn(id: Sequence, usual: string): { algorithm: string; hash: Uint8Array } | null {
  let algorithm: string | undefined = usual;
  for (const member of id.valueBlock.value) {
    if (member instanceof OctetString) {
      return algorithm === undefined ? null : { algorithm, hash: new Uint8Array(member.getValue()) };
    }
    const [named] = member instanceof Sequence ? member.valueBlock.value : [];
    if (named instanceof ObjectIdentifier) algorithm = HASHES[named.getValue()];
  }
  return null;
}
