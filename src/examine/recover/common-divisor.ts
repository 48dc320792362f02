import type { GcdJob, SignedNumber } from './gcd-job.ts';
import { gcd } from './half-gcd.ts';

/**
 * gcd(s1^e − m1, s2^e − m2), a multiple of the modulus that both signatures were made under, or a small
 * number. `onProgress` is told the share that is done, 0 to 1.
 */
export function commonDivisor(job: GcdJob, onProgress: (done: number) => void): bigint {
  const a = multipleOf(job.first, job.exponent);
  const b = multipleOf(job.second, job.exponent);
  const bits = job.exponent * job.first.padded.toString(2).length;
  let done = 0;
  return gcd(a, b, (more) => {
    done += more;
    onProgress(Math.min(1, done / bits));
  });
}

function multipleOf({ signature, padded }: SignedNumber, exponent: number): bigint {
  return signature ** BigInt(exponent) - padded;
}
