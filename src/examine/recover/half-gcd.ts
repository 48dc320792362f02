/**
 * The greatest common divisor of numbers of many millions of bits, in time O(M(n) log n) (Schönhage 1971; the
 * form here follows Möller, "On Schönhage's algorithm and subquadratic integer GCD computation", 2008). V8
 * multiplies large BigInts by FFT, which is what makes this worth it.
 *
 * Every step is a unimodular change of the pair (a, b), and those keep the divisor whatever their entries:
 * a matrix taken from the upper halves that overshoots in the lower ones costs a little time and no
 * correctness. What is left to fix is only the sign and the order.
 */
export function gcd(first: bigint, second: bigint, onProgress: (bits: number) => void = () => {}): bigint {
  let { a, b } = ordered(first, second);
  let size = 1024;
  while (a >> BigInt(size) !== 0n) size *= 2;
  while (b !== 0n) {
    size = bitLength(a, size);
    const half = size >> 1;
    const below = bitLength(b, size);
    // A large quotient, or too small to be worth halving: one exact step of Euclid.
    if (size < SMALL || below <= half + SLACK) {
      ({ a, b } = { a: b, b: a % b });
      continue;
    }
    const {
      matrix,
      a: top,
      b: bottom,
    } = halve(a >> BigInt(half), b >> BigInt(half), size - half, onProgress);
    ({ a, b } = lifted(matrix, top, bottom, a, b, half));
    if (bitLength(a, size + SLACK) > size - SLACK) ({ a, b } = b === 0n ? { a, b } : { a: b, b: a % b });
  }
  return a;
}

/** Below this many bits Euclid's steps on doubles (Lehmer) are faster than halving again. */
const BASE = 768;
const SMALL = 4096;
const SLACK = 64;
/** Cofactors stay exact in a double: 2^26 times a 26-bit quotient. */
const COFACTOR = 2 ** 26;
const TOP_BITS = 52;

/** Rows of the change: new a = aa·a + ab·b, new b = ba·a + bb·b. */
interface Matrix {
  readonly aa: bigint;
  readonly ab: bigint;
  readonly ba: bigint;
  readonly bb: bigint;
}

interface Halved {
  readonly matrix: Matrix;
  readonly a: bigint;
  readonly b: bigint;
}

const IDENTITY: Matrix = { aa: 1n, ab: 0n, ba: 0n, bb: 1n };

/** Brings a pair of `size` bits down to about half of them; a >= b >= 0. */
function halve(a: bigint, b: bigint, size: number, onProgress: (bits: number) => void): Halved {
  const target = (size >> 1) + 1;
  if (bitLength(b, size) <= target) return { matrix: IDENTITY, a, b };
  if (size <= BASE) return lehmer(a, b, size, target, onProgress);
  const quarter = size >> 1;
  const upper = halve(a >> BigInt(quarter), b >> BigInt(quarter), size - quarter, onProgress);
  let pair = lifted(upper.matrix, upper.a, upper.b, a, b, quarter);
  let matrix = fix(upper.matrix, pair);
  let left = bitLength(pair.a, size + SLACK);
  if (pair.b !== 0n && bitLength(pair.b, left) > target) {
    const quotient = pair.a / pair.b;
    const { aa, ab, ba, bb } = matrix;
    matrix = { aa: ba, ab: bb, ba: aa - quotient * ba, bb: ab - quotient * bb };
    pair = { ...pair, a: pair.b, b: pair.a - quotient * pair.b };
    left = bitLength(pair.a, left);
  }
  const shift = Math.max(0, 2 * target - left);
  if (pair.b === 0n || left - shift < SLACK || bitLength(pair.b, left) <= target + 2) {
    return { matrix, a: pair.a, b: pair.b };
  }
  const lower = halve(pair.a >> BigInt(shift), pair.b >> BigInt(shift), left - shift, onProgress);
  const result = lifted(lower.matrix, lower.a, lower.b, pair.a, pair.b, shift);
  return { matrix: product(fix(lower.matrix, result), matrix), a: result.a, b: result.b };
}

interface Lifted {
  readonly a: bigint;
  readonly b: bigint;
  readonly negateA: boolean;
  readonly negateB: boolean;
  readonly swap: boolean;
}

/** The change found for the upper bits, made on the whole numbers: only the lower bits are multiplied. */
function lifted(matrix: Matrix, top: bigint, bottom: bigint, a: bigint, b: bigint, shift: number): Lifted {
  const bits = BigInt(shift);
  const lowA = BigInt.asUintN(shift, a);
  const lowB = BigInt.asUintN(shift, b);
  let newA = (top << bits) + matrix.aa * lowA + matrix.ab * lowB;
  let newB = (bottom << bits) + matrix.ba * lowA + matrix.bb * lowB;
  const negateA = newA < 0n;
  const negateB = newB < 0n;
  if (negateA) newA = -newA;
  if (negateB) newB = -newB;
  const swap = newA < newB;
  return swap ? { a: newB, b: newA, negateA, negateB, swap } : { a: newA, b: newB, negateA, negateB, swap };
}

/** The matrix with the signs and the order that the whole numbers asked for. */
function fix(matrix: Matrix, { negateA, negateB, swap }: Lifted): Matrix {
  if (!negateA && !negateB && !swap) return matrix;
  const { aa, ab, ba, bb } = matrix;
  const upper = negateA ? ([-aa, -ab] as const) : ([aa, ab] as const);
  const lower = negateB ? ([-ba, -bb] as const) : ([ba, bb] as const);
  const [first, second] = swap ? [lower, upper] : [upper, lower];
  return { aa: first[0], ab: first[1], ba: second[0], bb: second[1] };
}

/** Seven multiplications instead of eight (Strassen, in Winograd's form): additions cost next to nothing. */
function product(x: Matrix, y: Matrix): Matrix {
  const s1 = x.ba + x.bb;
  const s2 = s1 - x.aa;
  const s3 = x.aa - x.ba;
  const s4 = x.ab - s2;
  const t1 = y.ab - y.aa;
  const t2 = y.bb - t1;
  const t3 = y.bb - y.ab;
  const t4 = t2 - y.ba;
  const p1 = x.aa * y.aa;
  const p2 = x.ab * y.ba;
  const p3 = s4 * y.bb;
  const p4 = x.bb * t4;
  const p5 = s1 * t1;
  const p6 = s2 * t2;
  const p7 = s3 * t3;
  const u2 = p1 + p6;
  const u3 = u2 + p7;
  const u4 = u2 + p5;
  return { aa: p1 + p2, ab: u4 + p3, ba: u3 - p4, bb: u3 + p5 };
}

/**
 * Lehmer's algorithm: Euclid on the upper 52 bits in doubles while the quotients are certain to be those of
 * the whole numbers (Collins' condition), then the steps at once on the whole.
 */
function lehmer(
  firstA: bigint,
  firstB: bigint,
  size: number,
  target: number,
  onProgress: (bits: number) => void,
): Halved {
  let a = firstA;
  let b = firstB;
  let matrix = IDENTITY;
  let bits = bitLength(a, size);
  for (;;) {
    const below = bitLength(b, bits);
    if (below <= target || b === 0n) break;
    const step = bits - target > 8 ? topSteps(a, b, bits, target) : null;
    if (step === null) {
      const quotient = a / b;
      const { aa, ab, ba, bb } = matrix;
      matrix = { aa: ba, ab: bb, ba: aa - quotient * ba, bb: ab - quotient * bb };
      [a, b] = [b, a - quotient * b];
    } else {
      const { aa, ab, ba, bb } = step;
      [a, b] = [aa * a + ab * b, ba * a + bb * b];
      const m = matrix;
      matrix = {
        aa: aa * m.aa + ab * m.ba,
        ab: aa * m.ab + ab * m.bb,
        ba: ba * m.aa + bb * m.ba,
        bb: ba * m.ab + bb * m.bb,
      };
    }
    bits = bitLength(a, bits);
  }
  onProgress(size - bits);
  return { matrix, a, b };
}

function topSteps(a: bigint, b: bigint, bits: number, target: number): Matrix | null {
  const dropped = Math.max(0, bits - TOP_BITS);
  // Steps beyond the target would only make the matrix larger than its numbers deserve.
  const least = target > dropped ? 2 ** (target - dropped) : 0;
  const shift = BigInt(dropped);
  let x = Number(a >> shift);
  let y = Number(b >> shift);
  let [aa, ab, ba, bb] = [1, 0, 0, 1];
  for (;;) {
    if (y + ba === 0 || y + bb === 0) break;
    const quotient = Math.floor((x + aa) / (y + ba));
    if (quotient !== Math.floor((x + ab) / (y + bb))) break;
    const nextBa = aa - quotient * ba;
    const nextBb = ab - quotient * bb;
    if (Math.abs(nextBa) > COFACTOR || Math.abs(nextBb) > COFACTOR) break;
    [x, y] = [y, x - quotient * y];
    if (y < least) break;
    [aa, ab, ba, bb] = [ba, bb, nextBa, nextBb];
  }
  if (ab === 0) return null;
  return { aa: BigInt(aa), ab: BigInt(ab), ba: BigInt(ba), bb: BigInt(bb) };
}

/** Bits of a number of at most `most`; a few words are copied, never the whole. */
function bitLength(value: bigint, most: number): number {
  // A double holds the position of its highest bit up to 2^1023.
  for (let shift = Math.max(0, most - 1000); ; shift = Math.max(0, shift - 900)) {
    const top = Number(shift === 0 ? value : value >> BigInt(shift));
    if (top !== 0) return shift + exponent(top);
    if (shift === 0) return 0;
  }
}

const view = new DataView(new ArrayBuffer(8));

/** Of a positive whole double; one too many where rounding carried over, which does no harm. */
function exponent(value: number): number {
  view.setFloat64(0, value);
  return ((view.getUint16(0) >> 4) & 0x7ff) - 1022;
}

function ordered(first: bigint, second: bigint): { a: bigint; b: bigint } {
  const a = first < 0n ? -first : first;
  const b = second < 0n ? -second : second;
  return a < b ? { a: b, b: a } : { a, b };
}
