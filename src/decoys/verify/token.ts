import { certificateOf, verifyToken } from '../../timestamp/verify-token.ts';

/** What a time-stamp token is worth to the reader. */
export type TokenReading =
  /** Signed by an authority whose root the reader trusts. `time` is ISO 8601 UTC. */
  | { readonly type: 'trusted'; readonly time: string; readonly authority: string }
  /** Signed as it should be, by a certificate that leads to no root the reader gave. */
  | { readonly type: 'unknown-authority'; readonly time: string; readonly authority: string }
  /** A token, of something else. */
  | { readonly type: 'other-data'; readonly time: string; readonly authority: string }
  | { readonly type: 'bad'; readonly reason: TokenDefect };

/** Why a token is none. */
export type TokenDefect =
  | 'not-a-token'
  | 'refused-by-authority'
  | 'no-certificate'
  | 'bad-signature'
  | 'not-for-time-stamps'
  | 'another-certificate';

/** A token over a checkpoint, in the words of an opening; `roots` are DER. Never throws. */
export async function readToken(
  bytes: Uint8Array,
  data: Uint8Array,
  roots: readonly Uint8Array[],
): Promise<TokenReading> {
  const found = await verifyToken(bytes, data, roots);
  if (found.type === 'unreadable')
    return { type: 'bad', reason: found.why === 'refused' ? 'refused-by-authority' : 'not-a-token' };
  if (found.type === 'no-certificate') return { type: 'bad', reason: 'no-certificate' };
  const { time, authority } = found;
  if (found.imprint !== 'same') return { type: 'other-data', time, authority };
  if (!found.isSigned) return { type: 'bad', reason: 'bad-signature' };
  if (!found.isForTimeStamps) return { type: 'bad', reason: 'not-for-time-stamps' };
  if (!found.namesCertificate) return { type: 'bad', reason: 'another-certificate' };
  return { type: found.isTrusted === true ? 'trusted' : 'unknown-authority', time, authority };
}

/** Attack: a file of a gigabyte given as certificates. */
const MOST_BYTES = 256 * 1024;

/** Certificates (DER) of a PEM text or one of DER; what is none is passed over. */
export function certificatesOf(file: Uint8Array): readonly Uint8Array[] {
  const text = new TextDecoder('latin1').decode(file.subarray(0, MOST_BYTES));
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000})-----END/g)];
  if (blocks.length === 0) return certificateOf(file) === null ? [] : [file];
  return blocks.flatMap(([, body = '']) => {
    try {
      return Uint8Array.from(atob(body.replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
    } catch {
      return [];
    }
  });
}
