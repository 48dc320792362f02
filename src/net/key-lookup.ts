import type { DomainKey } from '../model/index.ts';
import { resolveKey, type TxtResolver } from './dns.ts';

// Enough to hide the latency of DNS, few enough not to look like an attack to a resolver.
const AT_ONCE = 16;

/**
 * Keys from DNS for all the names given, in the order given; what does not exist or does not answer is left
 * out. Stops early when `signal` fires.
 */
export async function lookUpKeys(
  wanted: readonly { readonly domain: string; readonly selector: string }[],
  resolver: TxtResolver,
  now: number,
  signal: AbortSignal,
): Promise<readonly DomainKey[]> {
  const found: (DomainKey | null)[] = wanted.map(() => null);
  let next = 0;
  const ask = async () => {
    for (let i = next++; i < wanted.length && !signal.aborted; i = next++) {
      const name = wanted[i];
      if (name === undefined) return;
      const answer = await resolveKey(name.domain, name.selector, resolver, now);
      if (answer !== null && 'record' in answer) found[i] = answer;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return found.filter((key) => key !== null);
}
