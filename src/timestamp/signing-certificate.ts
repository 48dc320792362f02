import { createHash } from 'node:crypto';
import { type BaseBlock, Constructed, ObjectIdentifier, OctetString } from 'asn1js';
import type { SignedData } from 'pkijs';

/** Signing Certificate attributes: RFC 2634 5.4 (SHA-1) and RFC 5035 3 (any hash, SHA-256 when none is named). */
const ESS_V1 = '1.2.840.113549.1.9.16.2.12';
const ESS_V2 = '1.2.840.113549.1.9.16.2.47';

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * Whether the signer names this very certificate among what it signed, as RFC 3161 2.4.2 demands: else another
 * certificate of the same key, with another name or purpose, could be put in its place.
 */
export function signsForThisCertificate(signed: SignedData, certificate: Uint8Array): boolean {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  return attributes.some(({ type, values }) => {
    if (type !== ESS_V1 && type !== ESS_V2) return false;
    // SigningCertificate { certs SEQUENCE OF ESSCertID { [hashAlgorithm], certHash, ... } }: the first counts.
    const first = children(children(children(values[0])[0])[0]);
    const hash = first.find((block) => block instanceof OctetString);
    if (!(hash instanceof OctetString)) return false;
    const algorithm = type === ESS_V1 ? 'sha1' : hashOf(first);
    if (algorithm === undefined) return false;
    const digest = createHash(algorithm).update(certificate).digest();
    return digest.equals(Buffer.from(hash.valueBlock.valueHexView));
  });
}

function hashOf(fields: readonly BaseBlock[]): string | undefined {
  const [first] = fields;
  if (first instanceof OctetString) return 'sha256';
  const [algorithm] = children(first);
  return algorithm instanceof ObjectIdentifier ? HASHES[algorithm.getValue()] : undefined;
}

function children(block: unknown): readonly BaseBlock[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}
