import type { TraceJson } from '../../../../src/server/api/traces.ts';

/** A trace, or the hosts of one domain together: a provider has hundreds, and each is seen once. */
export interface TraceRow extends TraceJson {
  /** Names of the hosts behind a domain; empty of a trace that stands alone. */
  readonly hosts: readonly string[];
}

/** Hosts of one domain, from this number on, are one row. */
const LEAST = 2;

/**
 * Puts hosts of one registered domain together. A domain is as familiar as its best-known host; its `count` is that of the host
 * that most items bear, since one message may have passed several.
 */
export function byDomain(traces: readonly TraceJson[]): readonly TraceRow[] {
  const domains = Map.groupBy(traces, ({ domain }) => domain ?? '');
  return traces.flatMap((trace): readonly TraceRow[] => {
    const { domain } = trace;
    const [first, ...others] = domain === null ? [] : (domains.get(domain) ?? []);
    if (domain === null || first === undefined || others.length + 1 < LEAST) return [{ ...trace, hosts: [] }];
    if (first !== trace) return [];
    return [together(domain, [first, ...others])];
  });
}

function together(domain: string, hosts: readonly [TraceJson, ...TraceJson[]]): TraceRow {
  const known = hosts.reduce((a, b) => (b.surprise < a.surprise ? b : a));
  return {
    ...hosts[0],
    value: domain,
    query: null,
    hosts: hosts.map(({ value }) => value),
    familiarity: known.familiarity,
    surprise: known.surprise,
    count: Math.max(...hosts.map(({ count }) => count)),
    first: hosts.map(({ first }) => first).reduce(earlier),
    last: hosts.map(({ last }) => last).reduce(later),
  };
}

/** ISO 8601 in UTC: order of letters is order of time. */
function earlier(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a < b) ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  return a !== null && (b === null || a > b) ? a : b;
}
