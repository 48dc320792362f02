/**
 * The candidate nearest to what was typed, or null when none is near enough to be helpful.
 * Distance: Damerau-Levenshtein with adjacent transpositions (optimal string alignment).
 */
export function didYouMean(typed: string, candidates: readonly string[]): string | null {
  const allowed = Math.max(1, Math.min(MOST_SLIPS, Math.floor(typed.length / 3)));
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== null) return best;
  // A beginning of a long name is too far by edits and still plainly meant.
  return typed.length >= 2
    ? (candidates.find((candidate) => candidate.toLowerCase().startsWith(typed.toLowerCase())) ?? null)
    : null;
}

/** In a long name a third of the letters would make another word of it: an election of another country. */
const MOST_SLIPS = 4;

/** Names on a command line are short; longer input is not compared, so the cost stays bounded. */
const MAX_COMPARED = 64;

function editDistance(a: string, b: string): number {
  if (a.length > MAX_COMPARED || b.length > MAX_COMPARED) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + (same ? 0 : 1),
          swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
