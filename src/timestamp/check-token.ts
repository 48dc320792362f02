import { X509Certificate } from 'node:crypto';
import { type TokenFindings, verifyToken } from './verify-token.ts';

/** What a token is held against beside the bytes. */
export interface TokenGround {
  /** Certificates of authorities one relies on, PEM; none: the chain is not checked, and it is said. */
  readonly trusted: readonly string[];
  /** Hexadecimal, of the request; null where there is none to hold against. */
  readonly nonce: string | null;
}

/** Whether a token is a time stamp of the bytes given. */
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

/** The first thing that speaks against a token. */
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
  const found = await verifyToken(bytes, stamped, trusted.map(derOf));
  const why = faultOf(found, nonce);
  if (found.type !== 'read' || why !== null) return { type: 'invalid', why: why ?? 'malformed' };
  return {
    type: 'valid',
    time: found.time,
    authority: new X509Certificate(found.certificate).subject.replaceAll('\n', ', '),
    serial: found.serial,
    chain: trusted.length > 0 ? 'trusted' : 'not-checked',
  };
}

function faultOf(found: TokenFindings, nonce: string | null): TokenFault | null {
  if (found.type === 'unreadable') return found.why;
  if (found.type === 'no-certificate') return 'no-certificate';
  if (found.imprint !== 'same') return found.imprint;
  if (nonce !== null && found.nonce !== nonce) return 'other-nonce';
  if (!found.isSigned) return 'signature';
  if (!found.isForTimeStamps) return 'not-a-time-stamper';
  if (!found.namesCertificate) return 'signature';
  return found.isTrusted === false ? 'chain' : null;
}

/** Empty for what is no certificate: no chain leads to it. */
function derOf(pem: string): Uint8Array {
  try {
    return new Uint8Array(new X509Certificate(pem).raw);
  } catch {
    return new Uint8Array(0);
  }
}
