import { hash as hashAtOnce } from 'node:crypto';
import type { ByteRange } from '../../../model/index.ts';
import type { HashName } from '../signature-tags.ts';
import type { Alternative } from './header-alternatives.ts';

/** Combinations tried. At a microsecond and a half each, a hostile message costs some milliseconds. */
export const MAX_TRIALS = 2000;

/** The forms of the fields under which the signature verifies. */
export interface HeaderFound {
  readonly changes: readonly string[];
  readonly regions: readonly ByteRange[];
  /** Marks put into the Subject. */
  readonly added: readonly string[];
  /** The forms chosen for the fields that were changed. */
  readonly bytes: readonly Buffer[];
  /** The signed value of a field that was changed, where it is known. */
  readonly restored: string | null;
}

/**
 * Searches the combination of alternatives whose digest, in hexadecimal, `accepts`. `last` is the signature's
 * own field in canonical form. All combinations are written into one buffer, where those that begin alike
 * share their beginning, and hashed at once: copying a hash state takes longer than hashing two kilobytes.
 */
export function searchHeaders(
  alternatives: readonly (readonly Alternative[])[],
  last: Buffer,
  hash: HashName,
  accepts: (digest: string) => boolean,
  maxTrials: number,
): HeaderFound | null {
  const fields = boundedAlternatives(alternatives, maxTrials);
  const branching = fields.flatMap((forms, i) => (forms.length > 1 ? [i] : []));
  // Fields without alternatives are joined to what they follow, so that depth and copying are by branching.
  const fixed = [-1, ...branching].map((field, k) => {
    const until = branching[k] ?? fields.length;
    const between = fields.slice(field + 1, until).map((forms) => forms[0]?.bytes ?? NOTHING);
    return Buffer.concat(k === branching.length ? [...between, last] : between);
  });
  const header = Buffer.allocUnsafe(longest(fields) + last.length);
  const chosen: Alternative[] = [];
  const descend = (position: number, level: number): boolean => {
    const end = position + (fixed[level] ?? NOTHING).copy(header, position);
    if (level === branching.length) return accepts(hashAtOnce(hash, header.subarray(0, end), 'hex'));
    for (const alternative of fields[branching[level] ?? 0] ?? []) {
      chosen.push(alternative);
      if (descend(end + alternative.bytes.copy(header, end), level + 1)) return true;
      chosen.pop();
    }
    return false;
  };
  if (!descend(0, 0)) return null;
  const unbranched = fields.flatMap((forms) => (forms.length === 1 ? forms : []));
  const changed = [...unbranched, ...chosen].filter(({ change }) => change !== null);
  return {
    changes: [...new Set(changed.map(({ change }) => change ?? ''))],
    regions: changed.flatMap(({ region }) => (region === null ? [] : [region])),
    bytes: changed.map(({ bytes }) => bytes),
    restored: null,
    added: changed.flatMap(({ added }) => (added === '' ? [] : [added])),
  };
}

const NOTHING = Buffer.alloc(0);

/** Bytes of the longest combination. */
function longest(fields: readonly (readonly Alternative[])[]): number {
  return fields.reduce((sum, forms) => sum + Math.max(...forms.map(({ bytes }) => bytes.length)), 0);
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
