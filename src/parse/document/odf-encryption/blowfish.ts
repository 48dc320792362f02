/** Words of the key schedule: 18 of the P-array, then four boxes of 256. */
const P_WORDS = 18;
const BOX_WORDS = 256;
const WORDS = P_WORDS + 4 * BOX_WORDS;
const ROUNDS = 16;

/**
 * Blowfish (Schneier 1993) in CFB mode with 64 bits of feedback, decrypting: what OpenOffice and LibreOffice write under the
 * name `Blowfish CFB`. OpenSSL 3 keeps it in a provider that Node does not load.
 */
export function decryptBlowfishCfb(key: Buffer, vector: Buffer, bytes: Buffer): Buffer {
  const cipher = new Blowfish(key);
  const out = Buffer.alloc(bytes.length);
  const feedback = Buffer.from(vector.subarray(0, 8));
  for (let at = 0; at < bytes.length; at += 8) {
    cipher.encrypt(feedback);
    const end = Math.min(8, bytes.length - at);
    for (let i = 0; i < end; i++) {
      const byte = bytes[at + i] ?? 0;
      out[at + i] = byte ^ (feedback[i] ?? 0);
      feedback[i] = byte;
    }
  }
  return out;
}

class Blowfish {
  readonly #words: Uint32Array;
  #left = 0;
  #right = 0;

  constructor(key: Buffer) {
    const words = Uint32Array.from(digitsOfPi());
    for (let i = 0, at = 0; i < P_WORDS; i++) {
      let word = 0;
      for (let byte = 0; byte < 4; byte++) word = (word << 8) | (key[at++ % key.length] ?? 0);
      words[i] = (words[i] ?? 0) ^ word;
    }
    this.#words = words;
    for (let i = 0; i < WORDS; i += 2) {
      this.#round();
      words[i] = this.#left;
      words[i + 1] = this.#right;
    }
  }

  /** One block of 8 bytes, in place. */
  encrypt(block: Buffer): void {
    this.#left = block.readUInt32BE(0);
    this.#right = block.readUInt32BE(4);
    this.#round();
    block.writeUInt32BE(this.#left, 0);
    block.writeUInt32BE(this.#right, 4);
  }

  #round(): void {
    const words = this.#words;
    let [left, right] = [this.#left, this.#right];
    for (let i = 0; i < ROUNDS; i += 2) {
      left = (left ^ (words[i] ?? 0)) >>> 0;
      right = (right ^ mixed(words, left) ^ (words[i + 1] ?? 0)) >>> 0;
      left = (left ^ mixed(words, right)) >>> 0;
    }
    this.#left = (right ^ (words[ROUNDS + 1] ?? 0)) >>> 0;
    this.#right = (left ^ (words[ROUNDS] ?? 0)) >>> 0;
  }
}

function mixed(words: Uint32Array, half: number): number {
  const box = (number: number, byte: number) => words[P_WORDS + number * BOX_WORDS + byte] ?? 0;
  const sum = (box(0, half >>> 24) + box(1, (half >>> 16) & 255)) | 0;
  return ((sum ^ box(2, (half >>> 8) & 255)) + box(3, half & 255)) | 0;
}

let pi: Uint32Array | null = null;

/** The tables begin as the fraction of pi in binary; by Machin's formula they take some 50 ms, once. */
function digitsOfPi(): Uint32Array {
  if (pi !== null) return pi;
  const guard = 64n;
  const one = 1n << (BigInt(WORDS * 32) + guard);
  const fraction = ((16n * arccot(5n, one) - 4n * arccot(239n, one)) % one) >> guard;
  const hex = fraction.toString(16).padStart(WORDS * 8, '0');
  pi = Uint32Array.from({ length: WORDS }, (_, i) => Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16));
  return pi;
}

/** The arc cotangent of `x`, times `one`: 1/x - 1/3x³ + 1/5x⁵ ... */
function arccot(x: bigint, one: bigint): bigint {
  let term = one / x;
  let sum = term;
  for (let odd = 3n, sign = -1n; term > 0n; odd += 2n, sign = -sign) {
    term /= x * x;
    sum += (sign * term) / odd;
  }
  return sum;
}
