import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { commonDivisor } from '../../src/examine/recover/common-divisor.ts';
import type { GcdJob } from '../../src/examine/recover/gcd-job.ts';
import { computeDivisor, sharedDivisors } from '../../src/pipeline/shared-divisors.ts';
import { postgresForTests } from '../postgres/for-tests.ts';

const postgres = await postgresForTests();
const now = (): Date => new Date(0);
const [ANA, BEN, EVE] = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const signal = new AbortController().signal;

/** Two "signatures" under a modulus of two Mersenne primes. */
function jobOf(seed: bigint): GcdJob {
  const modulus = (2n ** 521n - 1n) * (2n ** 607n - 1n);
  const signed = (signature: bigint) => ({ signature, padded: signature ** 3n % modulus });
  return { exponent: 3, first: signed(3n ** 800n + seed), second: signed(5n ** 500n + seed) };
}

describe('divisors for the recovery of keys', { skip: postgres.type === 'none' && postgres.why }, () => {
  if (postgres.type === 'none') return;
  after(() => postgres.stop());
  const about = { leaseSeconds: 1, patienceMs: 5000 };

  it('are computed by the lead and by workers, and taken up where one died', {
    timeout: 60_000,
  }, async () => {
    const lead = postgres.open({ name: 'keys', as: 'lead', now, create: true });
    const worker = postgres.open({ name: 'keys', as: 'work', now });
    const divisors = sharedDivisors(lead, { worker: ANA ?? '', as: 'lead', ...about });
    const jobs = [1n, 2n, 3n, 4n].map(jobOf);
    const asked = Promise.all(jobs.map((job) => divisors.divisorOf(job, signal)));
    // Somebody takes one and is never heard of again.
    worker.parts.claim(EVE ?? '', 1, 'worker', ['divisor']);
    while (await computeDivisor(worker, { worker: BEN ?? '', as: 'worker', ...about }, signal));
    const expected = jobs.map((job) => commonDivisor(job, () => {}));
    assert.ok(expected.every((divisor) => divisor % (2n ** 521n - 1n) === 0n));
    assert.deepEqual(await asked, expected);
    divisors.close();
    assert.deepEqual(lead.parts.count('divisor'), { pending: 0, done: 0 });
    worker.close();
    lead.close();
  });
});
