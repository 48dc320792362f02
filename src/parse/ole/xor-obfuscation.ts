/** Tables of [MS-OFFCRYPTO] 2.3.7.2. */
const PADDING = Buffer.from('bbffffbaffffb98000be0f00bf0f00', 'hex');
const INITIAL = words('e1f01d0fcc9c84c0110c0e10f1ce313e1872e139d40f84f9280ca96a4ec3');
const MATRIX = words(
  'aefc4dd99bb227454e8a9d142a09' +
    '7b61f6c2fda5eb6bc6f79dcf2bbf' +
    '45638ac605ad0b5a16b42d685ad0' +
    '037506ea0dd41ba837506ea0dd40' +
    'd849a0b35147a28e553daa7a44d5' +
    '6f45de8aad354a4b9496390d721a' +
    'eb23c6679cef29ff53fea7fc5fd9' +
    '47d38fa60f6d1eda3db47b68f6d0' +
    'b86160e3c1c693ad377b6ef6ddec' +
    '45a08b4006a10d421a8435086a10' +
    'aa5144838906022d045a08b41168' +
    '76b4ed68caf185c31ba7374e6e9c' +
    '37306e60dcc0a9a1436386c61dad' +
    '33316662ccc489a9037306e60dcc' +
    '10212042408481081231246248c4',
);

/** Characters of a password that count. */
const LONGEST = 15;

/** The sixteen bytes a password stands for, or null when its verifier is another: Excel 95 and earlier, 2.3.7. */
export function xorArray(password: string, key: number, verifier: number): Buffer | null {
  const secret = Buffer.from(password.slice(0, LONGEST), 'latin1');
  if (secret.length === 0 || verifierOf(secret) !== verifier || keyOf(secret) !== key) return null;
  const [low, high] = [key & 0xff, key >> 8];
  const out = Buffer.alloc(16);
  let index = secret.length;
  const put = (value: number, by: number, at: number) => {
    out[at] = turnRight((value ^ by) & 0xff, 1);
  };
  if (index % 2 === 1) {
    put(PADDING[0] ?? 0, high, index);
    index--;
    put(secret[secret.length - 1] ?? 0, low, index);
  }
  while (index > 0) {
    index--;
    put(secret[index] ?? 0, high, index);
    index--;
    put(secret[index] ?? 0, low, index);
  }
  for (let at = 15, pad = 15 - secret.length; pad > 0; ) {
    put(PADDING[pad--] ?? 0, high, at--);
    put(PADDING[pad--] ?? 0, low, at--);
  }
  return out;
}

/** A stretch of data: each byte is turned by five bits and masked, from `start` on in the array. */
export function revealed(bytes: Buffer, array: Buffer, start: number): Buffer {
  const out = Buffer.alloc(bytes.length);
  for (let at = 0; at < bytes.length; at++)
    out[at] = turnRight((bytes[at] ?? 0) ^ (array[(start + at) & 15] ?? 0), 5);
  return out;
}

/** 2.3.7.1. */
function verifierOf(secret: Buffer): number {
  let verifier = 0;
  for (const byte of Buffer.concat([Buffer.from([secret.length]), secret]).reverse()) {
    const carried = (verifier & 0x4000) === 0 ? 0 : 1;
    verifier = (carried | ((verifier << 1) & 0x7fff)) ^ byte;
  }
  return verifier ^ 0xce4b;
}

function keyOf(secret: Buffer): number {
  let key = INITIAL[secret.length - 1] ?? 0;
  let element = MATRIX.length - 1;
  for (const byte of Buffer.from(secret).reverse()) {
    let char = byte;
    for (let bit = 0; bit < 7; bit++, element--, char <<= 1)
      if ((char & 0x40) !== 0) key ^= MATRIX[element] ?? 0;
  }
  return key;
}

function turnRight(byte: number, bits: number): number {
  return ((byte >> bits) | (byte << (8 - bits))) & 0xff;
}

function words(hex: string): readonly number[] {
  return (hex.match(/.{4}/g) ?? []).map((word) => Number.parseInt(word, 16));
}
