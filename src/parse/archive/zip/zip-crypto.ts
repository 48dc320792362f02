/** The "traditional" PKWARE stream cipher (APPNOTE 6.1): weak, but what many archives still use. */
export const ZIP_CRYPTO_HEADER = 12;

const TABLE = crcTable();

/** Decrypts in order; one instance per member and password. */
export class ZipCrypto {
  #key0 = 0x12345678;
  #key1 = 0x23456789;
  #key2 = 0x34567890;

  constructor(password: Uint8Array) {
    for (const byte of password) this.#update(byte);
  }

  decrypt(bytes: Uint8Array): Uint8Array {
    const plain = new Uint8Array(bytes.length);
    for (let at = 0; at < bytes.length; at++) {
      const temporary = (this.#key2 & 0xffff) | 2;
      const byte = ((bytes[at] ?? 0) ^ (Math.imul(temporary, temporary ^ 1) >>> 8)) & 0xff;
      this.#update(byte);
      plain[at] = byte;
    }
    return plain;
  }

  #update(byte: number): void {
    this.#key0 = (TABLE[(this.#key0 ^ byte) & 0xff] ?? 0) ^ (this.#key0 >>> 8);
    this.#key1 = (Math.imul(this.#key1 + (this.#key0 & 0xff), 134775813) + 1) | 0;
    this.#key2 = (TABLE[(this.#key2 ^ (this.#key1 >>> 24)) & 0xff] ?? 0) ^ (this.#key2 >>> 8);
  }
}

/**
 * A cipher ready for the data when the password passes the one-byte check, else null. One wrong password
 * in 256 passes: only the checksum of the plain data decides.
 */
export function openZipCrypto(header: Uint8Array, password: Uint8Array, checkByte: number): ZipCrypto | null {
  const cipher = new ZipCrypto(password);
  const plain = cipher.decrypt(header.subarray(0, ZIP_CRYPTO_HEADER));
  return plain[ZIP_CRYPTO_HEADER - 1] === checkByte ? cipher : null;
}

function crcTable(): Int32Array {
  const table = new Int32Array(256);
  for (let index = 0; index < 256; index++) {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[index] = value;
  }
  return table;
}

/** The byte the header must end in: the CRC's top byte, or the time's when the CRC comes after the data. */
export function zipCryptoCheck(crc: number, dosTime: number, streamed: boolean): number {
  return streamed ? dosTime >> 8 : crc >>> 24;
}
