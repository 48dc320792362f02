import { asBuffer } from '../binary/as-buffer.ts';

/** Base64 that this far in is nothing else is base64 altogether. */
const PROBED = 64;

/** The binary form: PEM and bare base64, as mail programs save them, are decoded; anything else is as it is. */
export function derOf(bytes: Uint8Array): Uint8Array {
  const buffer = asBuffer(bytes);
  if (buffer[0] === 0x30) return buffer;
  const head = buffer.toString('latin1', 0, PROBED).trimStart();
  if (head.startsWith('-----BEGIN ')) {
    const start = buffer.indexOf('\n');
    const end = buffer.indexOf('-----END ', start, 'latin1');
    return Buffer.from(buffer.toString('latin1', start, end < 0 ? buffer.length : end), 'base64');
  }
  // "MI" is how base64 spells a long SEQUENCE, "MIA" one of indefinite length.
  return /^MI[A-Za-z0-9+/\s]{10,}/.test(head) ? Buffer.from(buffer.toString('latin1'), 'base64') : buffer;
}
