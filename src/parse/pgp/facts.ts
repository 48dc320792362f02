import { createHash } from 'node:crypto';
import { type Packet, PKESK, PUBLIC_KEY, SECRET_KEY, SIGNATURE, USER_ID } from './packets.ts';

/** Names and ids that are kept of each kind. Attack: a key with a million user ids. */
const MOST = 100;

const CREATED = 2;
const ISSUER = 16;
const ISSUER_FINGERPRINT = 33;

/**
 * What the packets say: `recipients` (key ids; zeros mean "hidden"), `signer-key`, `signed-at`,
 * `key-fingerprint`, `key-created` and `user-ids` of the first key. Claims, not verified.
 */
export function pgpFacts(packets: readonly Packet[]): Record<string, string> {
  const recipients = packets.filter(({ tag }) => tag === PKESK).map(({ body }) => hex(body.subarray(1, 9)));
  const users = packets.filter(({ tag }) => tag === USER_ID).map(({ body }) => text(body));
  const signature = packets.find(({ tag }) => tag === SIGNATURE);
  const key = packets.find(({ tag }) => tag === PUBLIC_KEY || tag === SECRET_KEY);
  return {
    ...(recipients.length > 0 ? { recipients: recipients.slice(0, MOST).join(' ') } : {}),
    ...(key === undefined ? {} : keyFacts(key.body)),
    ...(users.length > 0 ? { 'user-ids': users.slice(0, MOST).join('; ') } : {}),
    // A key's own signatures are about the key; they say nothing of a signer.
    ...(signature !== undefined && key === undefined ? signatureFacts(signature.body) : {}),
  };
}

/** Versions 2 to 4 (RFC 9580, 5.5.2): the fingerprint of version 4 is SHA-1 over the public part. */
function keyFacts(body: Uint8Array): Record<string, string> {
  const version = body[0] ?? 0;
  if (version < 2 || version > 4 || body.length < 6) return {};
  const facts: Record<string, string> = { 'key-created': time(body, 1) };
  if (version === 4 && body.length < 0x10000) {
    const head = Buffer.from([0x99, body.length >> 8, body.length & 0xff]);
    facts['key-fingerprint'] = createHash('sha1').update(head).update(body).digest('hex');
  }
  return facts;
}

/** Version 3 has both at fixed places, version 4 in subpackets (RFC 9580, 5.2.2, 5.2.3). */
function signatureFacts(body: Uint8Array): Record<string, string> {
  if (body[0] === 3) return { 'signed-at': time(body, 3), 'signer-key': hex(body.subarray(7, 15)) };
  if (body[0] !== 4) return {};
  const hashed = u16(body, 4);
  const facts: Record<string, string> = {};
  const areas = [body.subarray(6, 6 + hashed), body.subarray(8 + hashed, 8 + hashed + u16(body, 6 + hashed))];
  for (const area of areas) {
    for (const [type, value] of subpackets(area)) {
      if (type === CREATED && value.length === 4) facts['signed-at'] ??= time(value, 0);
      if (type === ISSUER && value.length === 8) facts['signer-key'] ??= hex(value);
      if (type === ISSUER_FINGERPRINT) facts['signer-fingerprint'] ??= hex(value.subarray(1));
    }
  }
  return facts;
}

/** How a subpacket's length is written: in one, two or five bytes (RFC 9580, 5.2.3.7). */
function lengthAt(area: Uint8Array, at: number): readonly [size: 1 | 2 | 5, length: number] {
  const first = area[at] ?? 0;
  if (first < 192) return [1, first];
  if (first < 255) return [2, (first - 192) * 256 + (area[at + 1] ?? 0) + 192];
  return [5, u32(area, at + 1)];
}

function* subpackets(area: Uint8Array): Generator<[type: number, value: Uint8Array]> {
  let at = 0;
  while (at < area.length) {
    const [size, length] = lengthAt(area, at);
    if (length === 0) return;
    yield [(area[at + size] ?? 0) & 0x7f, area.subarray(at + size + 1, at + size + length)];
    at += size + length;
  }
}

function time(bytes: Uint8Array, at: number): string {
  return new Date(u32(bytes, at) * 1000).toISOString();
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 500)).toString('utf8');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 64)).toString('hex');
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 65536 + u16(bytes, at + 2);
}
