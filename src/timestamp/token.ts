import { fromBER } from 'asn1js';
import { ContentInfo, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';

/** Larger than any authority sends with its chain. Attack: nesting that a reader of ASN.1 follows for ever. */
const MAX_TOKEN_BYTES = 2 ** 18;

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** A time-stamp token (RFC 3161 section 2.4.2): the signed data, and what is stamped in it. */
export interface Token {
  readonly signed: SignedData;
  readonly info: TSTInfo;
}

/** What an authority sent, read; nothing of it is verified. */
export type TokenReading =
  | { readonly type: 'token'; readonly token: Token }
  /** `refused`: the authority answered that it gives no stamp. */
  | { readonly type: 'unreadable'; readonly why: 'too-large' | 'malformed' | 'refused' };

/** Reads what an authority sent: a response (RFC 3161 2.4.2) or the token alone. Never throws. */
export function readToken(bytes: Uint8Array): TokenReading {
  if (bytes.length > MAX_TOKEN_BYTES) return { type: 'unreadable', why: 'too-large' };
  try {
    const content = contentOf(Uint8Array.from(bytes).buffer);
    if (content === null) return { type: 'unreadable', why: 'refused' };
    if (content.contentType !== SIGNED_DATA) return { type: 'unreadable', why: 'malformed' };
    const signed = new SignedData({ schema: content.content });
    const stamped = signed.encapContentInfo;
    // Only one signer is allowed (RFC 3161 2.4.2): with two, one could look at the wrong one.
    if (stamped.eContentType !== TST_INFO || !stamped.eContent || signed.signerInfos.length !== 1)
      return { type: 'unreadable', why: 'malformed' };
    const info = TSTInfo.fromBER(stamped.eContent.getValue());
    return { type: 'token', token: { signed, info } };
  } catch {
    return { type: 'unreadable', why: 'malformed' };
  }
}

/** The nonce of a request, hexadecimal; null for what is no request or has none. */
export function requestNonce(request: Uint8Array): string | null {
  try {
    return nonceText(TimeStampReq.fromBER(Uint8Array.from(request).buffer).nonce);
  } catch {
    return null;
  }
}

/** A nonce as hexadecimal; null where there is none. */
export function nonceText(nonce: TSTInfo['nonce']): string | null {
  return nonce === undefined ? null : hexOf(nonce.valueBlock.valueHexView);
}

/** Without Node's Buffer: this runs in a browser too. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function contentOf(bytes: ArrayBuffer): ContentInfo | null {
  const response = tryResponse(bytes);
  if (response === undefined) {
    const { result, offset } = fromBER(bytes);
    if (offset === -1) throw new Error('not BER');
    return new ContentInfo({ schema: result });
  }
  return response.timeStampToken ?? null;
}

/** Undefined for what is no response: then it may be the token alone. */
function tryResponse(bytes: ArrayBuffer): TimeStampResp | undefined {
  try {
    return TimeStampResp.fromBER(bytes);
  } catch {
    return undefined;
  }
}
