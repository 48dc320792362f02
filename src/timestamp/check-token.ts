import { createHash, X509Certificate } from 'node:crypto';
import { Certificate } from 'pkijs';
import { signsForThisCertificate } from './signing-certificate.ts';
import { nonceText, readToken, type Token } from './token.ts';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';
const EKU_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface TokenGround {
  /** Certificates of authorities one relies on, PEM; none: the chain is not checked, and it is said. */
  readonly trusted: readonly string[];
  /** Hexadecimal, of the request; null where there is none to hold against. */
  readonly nonce: string | null;
}

export type TokenCheck =
  | {
      readonly type: 'valid';
      /** ISO 8601 UTC: the bytes existed then, at the latest. */
      readonly time: string;
      readonly authority: string;
      readonly serial: string;
      /** `not-checked`: no trusted certificate was given, so anybody may have made the stamp. */
      readonly chain: 'trusted' | 'not-checked';
    }
  | { readonly type: 'invalid'; readonly why: TokenFault };

export type TokenFault =
  | 'too-large'
  | 'malformed'
  | 'refused'
  | 'other-hash' // stamped with a hash that is not SHA-256
  | 'other-bytes' // the stamp is for other bytes
  | 'other-nonce' // the answer to another request
  | 'no-certificate' // the token does not carry the authority's certificate
  | 'not-a-time-stamper' // its certificate is not for time stamps alone
  | 'signature' // the signature does not verify
  | 'chain'; // it does not lead to a certificate one relies on, or was not valid at that time

/** Checks offline that a token is a time stamp of these bytes (RFC 3161 2.2, 2.3; RFC 5816). Never throws. */
export async function checkToken(
  bytes: Uint8Array,
  stamped: Uint8Array,
  { trusted, nonce }: TokenGround,
): Promise<TokenCheck> {
  const read = readToken(bytes);
  if (read.type === 'unreadable') return { type: 'invalid', why: read.why };
  const { token } = read;
  const fault = faultOfImprint(token, stamped, nonce);
  if (fault !== null) return { type: 'invalid', why: fault };
  try {
    return await checkSignature(token, stamped, trusted);
  } catch {
    return { type: 'invalid', why: 'signature' };
  }
}

function faultOfImprint({ info }: Token, stamped: Uint8Array, nonce: string | null): TokenFault | null {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== SHA256_OID) return 'other-hash';
  const digest = createHash('sha256').update(stamped).digest();
  if (!digest.equals(Buffer.from(hashedMessage.valueBlock.valueHexView))) return 'other-bytes';
  return nonce !== null && nonceText(info.nonce) !== nonce ? 'other-nonce' : null;
}

async function checkSignature(
  { signed, info }: Token,
  stamped: Uint8Array,
  trusted: readonly string[],
): Promise<TokenCheck> {
  const data = Uint8Array.from(stamped).buffer;
  const verified = await signed.verify({ signer: 0, data, extendedMode: true }).catch(() => null);
  const certificate = verified?.signerCertificate;
  if (!certificate)
    return { type: 'invalid', why: signed.certificates?.length ? 'signature' : 'no-certificate' };
  if (verified.signatureVerified !== true) return { type: 'invalid', why: 'signature' };
  const der = Buffer.from(certificate.toSchema().toBER(false));
  const x509 = new X509Certificate(der);
  const purposes: readonly string[] = x509.keyUsage ?? [];
  // RFC 3161 2.3: the certificate is for this purpose and no other.
  if (purposes.length !== 1 || purposes[0] !== EKU_TIME_STAMPING)
    return { type: 'invalid', why: 'not-a-time-stamper' };
  if (!signsForThisCertificate(signed, der)) return { type: 'invalid', why: 'signature' };
  if (trusted.length > 0) {
    const trustedCerts = trusted.map((pem) => Certificate.fromBER(arrayOf(new X509Certificate(pem).raw)));
    const chained = await signed
      .verify({ signer: 0, data, checkChain: true, trustedCerts })
      .catch(() => false);
    if (!chained) return { type: 'invalid', why: 'chain' };
  }
  return {
    type: 'valid',
    time: info.genTime.toISOString(),
    authority: x509.subject.replaceAll('\n', ', '),
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString('hex'),
    chain: trusted.length > 0 ? 'trusted' : 'not-checked',
  };
}

function arrayOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
