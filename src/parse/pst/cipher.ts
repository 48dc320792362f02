/**
 * The two encodings of PST data blocks, MS-PST 5.1 (permute) and 5.2 (cyclic). Neither hides anything:
 * there is no key but the block's own id.
 */
export type Cipher = 'none' | 'permute' | 'cyclic';

/** mpbbR of MS-PST 5.1. */
const FORWARD = Buffer.from(
  'QTYTYqghbrv0FswEf2ToXR7yyyp0xV410pVHnpYtmohMfYQ/26wxtkhf9sTYOYvnIzs4jsjB3yWxIKVGYE6c+6rTVlFFfFUAB8krnYWbCaCP' +
    'rbMPY6uJS9enFVpxZkK/JkprmPrqd1OycAUs/Vk6hn7OBuuCeFfHjUOvtBzUW83i6SdPwwhygM+w7/Uobb4wTTSS1Q48IjLl5PmfwtEKgRLh' +
    '7pGDduOX5mGKF3mkt9yQelyMAqbKad5QGhGTuVKHWPztHTdJG2rgKTOZvWzZlPNAVG/wxnO41j5lGEQf3WcQ8QwZ7K4DoRR7qQv/+KPAogH3' +
    'LrwkaHUN/rovtdDaPQ==',
  'base64',
);
/** mpbbS; its own inverse. */
const SUBSTITUTE = Buffer.from(
  'FFMPVrPIepzrZUgXFhWfAsxUfIMADQwLomKodtvZ7cfFpNyshXTW0KebrpqWcWbDY5m43XOSjoR9pV7RXZOxV1FQgIlSlE9OCmu8jX9uR0ZB' +
    'QEQBEcsDP/f04amPPDr5+/AZMIIJLsmdoIZJ7m9NbcQtgTQlhxuIqvwGoRI4/UxCcmQTNyRqdXdD/+a0SzZc5Ng1PUW5LOy3MSspB2ijDml7' +
    'GJ4hOb4oGlt49SPKKrCvPv4EjOflmDKV0/ZK6Kbq6fPVL3Ag8h8FZ61VEM7N4yc72rrXwibUkR3SHCIz+PrxWu/PkLaLtb3AvwiXHmziYeDG' +
    'wVmru1jeX99geX6yig==',
  'base64',
);
/** mpbbI, the inverse of mpbbR. */
const BACKWARD = new Uint8Array(256);
for (const [from, to] of FORWARD.entries()) BACKWARD[to] = from;

/** Decodes a block into new bytes. `blockId` is the low half of the block's id as stored with it. */
export function decipher(cipher: Cipher, block: Uint8Array, blockId: number): Uint8Array {
  if (cipher === 'permute') return unpermuted(block);
  return cipher === 'cyclic' ? cycled(block, blockId) : block;
}

/** The other way round, for the writer of the tests. */
export function encipher(cipher: Cipher, block: Uint8Array, blockId: number): Uint8Array {
  if (cipher === 'permute') return permuted(block, FORWARD);
  return cipher === 'cyclic' ? cycled(block, blockId) : block;
}

/** Two bytes of the inverse at a time: all of a store passes through here, and this halves the time. */
const BACKWARD_PAIRS = new Uint16Array(0x10000);
for (let pair = 0; pair < 0x10000; pair++) {
  BACKWARD_PAIRS[pair] = (BACKWARD[pair & 0xff] ?? 0) | ((BACKWARD[pair >> 8] ?? 0) << 8);
}

function unpermuted(block: Uint8Array): Uint8Array {
  if (block.byteOffset % 2 !== 0) return permuted(block, BACKWARD);
  const out = new Uint8Array(block.length);
  const pairs = new Uint16Array(block.buffer, block.byteOffset, block.length >> 1);
  const target = new Uint16Array(out.buffer, 0, pairs.length);
  for (let i = 0; i < pairs.length; i++) target[i] = BACKWARD_PAIRS[pairs[i] ?? 0] ?? 0;
  if (block.length % 2 !== 0) out[out.length - 1] = BACKWARD[block[block.length - 1] ?? 0] ?? 0;
  return out;
}

function permuted(block: Uint8Array, table: Uint8Array): Uint8Array {
  const out = new Uint8Array(block.length);
  for (let i = 0; i < out.length; i++) out[i] = table[block[i] ?? 0] ?? 0;
  return out;
}

/** Symmetric: a rotor that turns one step with each byte, so encoding and decoding are one function. */
function cycled(block: Uint8Array, blockId: number): Uint8Array {
  const out = new Uint8Array(block.length);
  let word = (blockId ^ (blockId >>> 16)) & 0xffff;
  for (let i = 0; i < out.length; i++) {
    const low = word & 0xff;
    const high = word >> 8;
    const forward = FORWARD[((block[i] ?? 0) + low) & 0xff] ?? 0;
    const middle = SUBSTITUTE[(forward + high) & 0xff] ?? 0;
    out[i] = (BACKWARD[(middle - high) & 0xff] ?? 0) - low;
    word = (word + 1) & 0xffff;
  }
  return out;
}
