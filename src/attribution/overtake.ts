import type { Evidence, Matrix } from './matrix.ts';
import { weightAgainst } from './score.ts';
import { atMost } from './weigh.ts';

/** Sets of up to this many rows are tried exhaustively; above, the rows that weigh most are taken in turn. */
const EXACT_ROWS = 4;
/** C(30, 4) is 27,405 sets; a matrix made to stop the search falls back to taking rows in turn. */
const EXACT_CANDIDATES = 30;

/**
 * The fewest rows without which `rival` would be no more inconsistent than any of `others`: what its being
 * behind rests on. Empty when it already leads or ties. Exact up to four rows; beyond, an upper bound.
 */
export function rowsBehind(matrix: Matrix, rival: string, others: readonly string[]): readonly string[] {
  const rows = matrix.evidence.filter((row) => weightAgainst(row, rival) > 0);
  const gaps = others.map((other) => gap(matrix.evidence, rival, other));
  const closed = (gone: readonly Evidence[]): boolean =>
    others.every((other, index) => atMost((gaps[index] ?? 0) - gap(gone, rival, other), 0));
  if (closed([])) return [];
  if (rows.length <= EXACT_CANDIDATES)
    for (let size = 1; size <= Math.min(EXACT_ROWS, rows.length); size += 1)
      for (const set of subsets(rows, size)) if (closed(set)) return set.map(({ id }) => id);
  return inTurn(rows, rival, closed);
}

/** How much more inconsistent `rival` is than `other` by these rows. */
function gap(rows: readonly Evidence[], rival: string, other: string): number {
  return rows.reduce((sum, row) => sum + weightAgainst(row, rival) - weightAgainst(row, other), 0);
}

function inTurn(
  rows: readonly Evidence[],
  rival: string,
  closed: (gone: readonly Evidence[]) => boolean,
): readonly string[] {
  const heaviest = [...rows].sort((a, b) => weightAgainst(b, rival) - weightAgainst(a, rival));
  for (let size = EXACT_ROWS; size < heaviest.length; size += 1) {
    const set = heaviest.slice(0, size);
    if (closed(set)) return set.map(({ id }) => id);
  }
  return heaviest.map(({ id }) => id);
}

/** Every choice of `size` rows, in the order of the rows. */
function* subsets(rows: readonly Evidence[], size: number): Generator<readonly Evidence[]> {
  const chosen = Array.from({ length: size }, (_, index) => index);
  while (true) {
    yield chosen.flatMap((index) => rows[index] ?? []);
    let place = size - 1;
    while (place >= 0 && chosen[place] === rows.length - size + place) place -= 1;
    if (place < 0) return;
    const next = (chosen[place] ?? 0) + 1;
    for (let at = place; at < size; at += 1) chosen[at] = next + at - place;
  }
}
