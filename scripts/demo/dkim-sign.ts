/** Signs by RFC 6376 (rsa-sha256, relaxed/relaxed), written anew for the demo: Tamis checks it with other code. */
import { createHash, createPrivateKey, createPublicKey, createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Composed, Header } from './mime.ts';

export interface Signer {
  readonly domain: string;
  readonly selector: string;
  /** File in scripts/demo/keys, without `.pem`. */
  readonly key: string;
}

export interface SignOptions {
  /** ISO 8601. */
  readonly at: string;
  /** Days from signing to x=. */
  readonly expiresAfter?: number;
  /** Sign only the body there is now, by l=, so that more may follow. */
  readonly withLength?: boolean;
  readonly signed?: readonly string[];
}

const SIGNED = [
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
];

/** The message with a DKIM-Signature put in front. */
export function sign(message: Composed, signer: Signer, options: SignOptions): Composed {
  const names = (options.signed ?? SIGNED).filter((name) => last(message.headers, name) !== undefined);
  const body = relaxedBody(message.body);
  const seconds = Math.floor(Date.parse(options.at) / 1000);
  const tags = [
    'v=1',
    'a=rsa-sha256',
    'c=relaxed/relaxed',
    `d=${signer.domain}`,
    `s=${signer.selector}`,
    `t=${seconds}`,
    ...(options.expiresAfter === undefined ? [] : [`x=${seconds + options.expiresAfter * 86_400}`]),
    ...(options.withLength === true ? [`l=${body.length}`] : []),
    `h=${names.join(':')}`,
    `bh=${createHash('sha256').update(body, 'latin1').digest('base64')}`,
    'b=',
  ];
  const unsigned = tags.join(';\r\n ');
  const covered = names
    .map((name) => `${relaxedHeader([name, last(message.headers, name) ?? ''])}\r\n`)
    .join('');
  const data = covered + relaxedHeader(['dkim-signature', unsigned]);
  const signature = createSign('sha256').update(data, 'latin1').sign(pem(signer.key), 'base64');
  const folded = signature.replace(/.{1,70}/gu, '\r\n  $&');
  return { headers: [['DKIM-Signature', unsigned + folded], ...message.headers], body: message.body };
}

/** The TXT record of a signer's key. */
export function keyRecord(signer: Signer): string {
  const der = createPublicKey(createPrivateKey(pem(signer.key))).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}

function pem(name: string): string {
  return readFileSync(new URL(`keys/${name}.pem`, import.meta.url), 'utf8');
}

function last(headers: readonly Header[], name: string): string | undefined {
  return headers.findLast((header) => header[0].toLowerCase() === name)?.[1];
}

function relaxedHeader([name, value]: Header): string {
  return `${name.toLowerCase()}:${value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/gu, ' ')
    .trim()}`;
}

function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/gu, ' ').replace(/ $/u, ''));
  const text = lines.join('\r\n').replace(/(?:\r\n)*$/u, '');
  return text === '' ? '' : `${text}\r\n`;
}
