import { csvField } from './edge-csv.ts';
import type { Interner } from './interner.ts';

/**
 * Gives names by rank as CSV fields, keeping the last ones used: edges come in order of `from`, and the
 * busy accounts come back as `to`. Ten million names as strings would take more memory than the shares.
 */
export function namesByRank(names: Interner, ranks: Uint32Array): (rank: number) => string {
  const byRank = new Uint32Array(ranks.length);
  for (let id = 0; id < ranks.length; id++) byRank[ranks[id] ?? 0] = id;
  const kept = new Map<number, string>();
  return (rank) => {
    const known = kept.get(rank);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_NAMES) kept.clear();
    const name = csvField(names.name(byRank[rank] ?? 0));
    kept.set(rank, name);
    return name;
  };
}

const KEPT_NAMES = 200_000;
