import { createHash, type Hash } from 'node:crypto';
import type { ByteRange } from '../../../model/index.ts';
import type { HashName } from '../signature-tags.ts';
import type { Alternative } from './header-alternatives.ts';

/** Combinations tried. At two microseconds each, a hostile message costs some milliseconds. */
export const MAX_TRIALS = 10_000;

export interface HeaderFound {
  readonly changes: readonly string[];
  readonly regions: readonly ByteRange[];
}

/**
 * Searches the combination of alternatives whose digest `accepts`. `last` is the signature's own field in
 * canonical form. Hash states are shared by all combinations that begin alike.
 */
export function searchHeaders(
  alternatives: readonly (readonly Alternative[])[],
  last: Buffer,
  hash: HashName,
  accepts: (digest: Buffer) => boolean,
  maxTrials: number,
): HeaderFound | null {
  const fields = boundedAlternatives(alternatives, maxTrials);
  const chosen: Alternative[] = [];
  // Depth is the number of fields that have alternatives at all: unchanged runs are joined first.
  const descend = (state: Hash, position: number): boolean => {
    const run: Buffer[] = [];
    let next = position;
    while (next < fields.length && fields[next]?.length === 1) {
      const [only] = fields[next] ?? [];
      if (only) run.push(only.bytes);
      next++;
    }
    if (next >= fields.length) return accepts(state.update(Buffer.concat([...run, last])).digest());
    if (run.length > 0) state.update(Buffer.concat(run));
    for (const alternative of fields[next] ?? []) {
      chosen.push(alternative);
      if (descend(state.copy().update(alternative.bytes), next + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  if (!descend(createHash(hash), 0)) return null;
  const changed = chosen.filter(({ change }) => change !== null);
  return {
    changes: [...new Set(changed.map(({ change }) => change ?? ''))],
    regions: changed.flatMap(({ region }) => (region === null ? [] : [region])),
  };
}

/** Drops the least likely forms, from the longest lists first, until the product fits. */
function boundedAlternatives(
  alternatives: readonly (readonly Alternative[])[],
  maxTrials: number,
): readonly (readonly Alternative[])[] {
  const fields = alternatives.map((forms) => [...forms]);
  const product = () => fields.reduce((total, forms) => total * forms.length, 1);
  while (product() > maxTrials) {
    const longest = fields.reduce((a, b) => (b.length > a.length ? b : a));
    longest.pop();
  }
  return fields;
}
