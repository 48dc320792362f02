/** Signs by RFC 6376 and 8463. Tamis checks what this makes with other code, and so does mailauth in the tests. */
import { createHash, sign as signBytes } from 'node:crypto';
import type { SigningKey } from '../keys/signing-key.ts';
import type { Header, Wire } from '../wire/wire.ts';
import { type Canonicalization, canonicalBody, canonicalHeader, coveredHeaders } from './canonical.ts';

/** How one signature is made. */
export interface DkimOptions {
  readonly key: SigningKey;
  readonly header: Canonicalization;
  readonly body: Canonicalization;
  /** Names for h=, in order; one that is named more often than it occurs is signed as absent. */
  readonly names: readonly string[];
  /** Milliseconds since 1970 for t=, or null for none. */
  readonly at: number | null;
  /** Seconds from t= to x=. */
  readonly expires?: number;
  /** With l=, the length of the body as it is now. */
  readonly length?: boolean;
}

/** The message with a DKIM-Signature in front. */
export function signDkim(wire: Wire, options: DkimOptions): Wire {
  return { ...wire, headers: [signatureOver(wire, options), ...wire.headers] };
}

function signatureOver(wire: Wire, options: DkimOptions): Header {
  const body = canonicalBody(wire.body, options.body);
  const present = new Set(wire.headers.map(([name]) => name.toLowerCase()));
  const oversigned = (name: string, index: number): boolean => options.names.indexOf(name) !== index;
  const names = options.names.filter((name, index) => present.has(name) || oversigned(name, index));
  const { key, at } = options;
  const seconds = Math.floor((at ?? 0) / 1000);
  const tags = [
    'v=1',
    `a=${key.type === 'ed25519' ? 'ed25519' : 'rsa'}-sha256`,
    `c=${options.header}/${options.body}`,
    `d=${key.domain}`,
    `s=${key.selector}`,
    ...(at === null ? [] : [`t=${seconds}`]),
    ...(at === null || options.expires === undefined ? [] : [`x=${seconds + options.expires}`]),
    ...(options.length === true ? [`l=${body.length}`] : []),
    `h=${names.join(':')}`,
    `bh=${createHash('sha256').update(body, 'latin1').digest('base64')}`,
    'b=',
  ];
  const name = 'DKIM-Signature';
  const unsigned = tags.join(';\r\n ');
  const covered = coveredHeaders(wire.headers, names).map(
    (header) => `${canonicalHeader(header, options.header)}\r\n`,
  );
  const data = covered.join('') + canonicalHeader([name, unsigned], options.header);
  return [name, unsigned + folded(signature(data, key))];
}

/** RSASSA-PKCS1-v1_5 over SHA-256, or Ed25519 over the SHA-256 digest; base64. */
export function signature(data: string, key: SigningKey): string {
  const bytes = Buffer.from(data, 'latin1');
  const signed =
    key.type === 'ed25519'
      ? signBytes(null, createHash('sha256').update(bytes).digest(), key.private)
      : signBytes('sha256', bytes, key.private);
  return signed.toString('base64');
}

/** Base64 over lines of 72 characters, as signers fold b=. */
export function folded(base64: string): string {
  return base64.replace(/.{1,72}/gu, '\r\n  $&');
}
