import { createHash, sign } from 'node:crypto';
import type { SeededKey } from './seeded-key.ts';

const SIGNED = ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];

/**
 * A DKIM-Signature field (RFC 6376, relaxed/simple) for these header fields and body, fast enough for gigabytes.
 * The fields are single lines `Name: value` with single blanks; the body ends in exactly one CRLF. A message
 * that is not so would get a signature that does not verify.
 */
export function signatureField(fields: readonly string[], body: Buffer, key: SeededKey): string {
  const bh = createHash('sha256').update(body).digest('base64');
  const lines = SIGNED.map(
    (name) => fields.find((field) => field.toLowerCase().startsWith(`${name}:`)) ?? '',
  );
  const own =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=${key.domain}; s=${key.selector};` +
    ` h=${SIGNED.join(':')}; bh=${bh}; b=`;
  const data = [...lines, own].map(relaxed).join('\r\n');
  return own + sign('sha256', Buffer.from(data, 'latin1'), key.privateKey).toString('base64');
}

function relaxed(field: string): string {
  const colon = field.indexOf(':');
  return `${field.slice(0, colon).toLowerCase()}:${field.slice(colon + 1).trim()}`;
}
