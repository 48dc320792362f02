import { createHash } from 'node:crypto';

/** Namespace of our own ids: the same item of the same case has the same id in every export. */
export const TAMIS_NAMESPACE = '5b2f4f0e-6d0b-5f0a-9c39-0d5a3f5f7a11';

/** A UUID by name, version 5 (RFC 9562 5.5): SHA-1 over the namespace and the name. */
export function uuid5(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
