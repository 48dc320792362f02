/** Seals a message by RFC 8617, as a server that forwards it does. */
import { createHash } from 'node:crypto';
import type { SigningKey } from '../keys/signing-key.ts';
import type { Header, Wire } from '../wire/wire.ts';
import { canonicalBody, canonicalHeader, coveredHeaders } from './canonical.ts';
import { folded, signature } from './dkim.ts';

const NAMES = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'dkim-signature',
];

/** The message with one ARC set (i=1) in front; `results` is what the forwarder found on arrival. */
export function sealArc(wire: Wire, key: SigningKey, at: number, results: string): Wire {
  const seconds = Math.floor(at / 1000);
  const authentication: Header = ['ARC-Authentication-Results', `i=1; ${results}`];
  const message = messageSignature(wire, key, seconds);
  const tags = [
    'i=1',
    `a=${algorithm(key)}`,
    `t=${seconds}`,
    'cv=none',
    `d=${key.domain}`,
    `s=${key.selector}`,
    'b=',
  ];
  const unsigned = tags.join('; ');
  const data = [authentication, message]
    .map((header) => `${canonicalHeader(header, 'relaxed')}\r\n`)
    .join('');
  const sealed = signature(data + canonicalHeader(['ARC-Seal', unsigned], 'relaxed'), key);
  const seal: Header = ['ARC-Seal', unsigned + folded(sealed)];
  return { ...wire, headers: [seal, message, authentication, ...wire.headers] };
}

function messageSignature(wire: Wire, key: SigningKey, seconds: number): Header {
  const present = new Set(wire.headers.map(([name]) => name.toLowerCase()));
  const names = NAMES.filter((name) => present.has(name));
  const body = createHash('sha256').update(canonicalBody(wire.body, 'relaxed'), 'latin1').digest('base64');
  const unsigned = [
    'i=1',
    `a=${algorithm(key)}`,
    'c=relaxed/relaxed',
    `d=${key.domain}`,
    `s=${key.selector}`,
    `t=${seconds}`,
    `h=${names.join(':')}`,
    `bh=${body}`,
    'b=',
  ].join(';\r\n ');
  const name = 'ARC-Message-Signature';
  const covered = coveredHeaders(wire.headers, names).map(
    (header) => `${canonicalHeader(header, 'relaxed')}\r\n`,
  );
  const data = covered.join('') + canonicalHeader([name, unsigned], 'relaxed');
  return [name, unsigned + folded(signature(data, key))];
}

function algorithm(key: SigningKey): string {
  return key.type === 'ed25519' ? 'ed25519-sha256' : 'rsa-sha256';
}
