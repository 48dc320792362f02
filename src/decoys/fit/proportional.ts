/**
 * The most frequent values, each as often as its share of `slots` (at least once): drawing one at random then
 * follows the frequencies.
 */
export function proportional<T>(counted: readonly (readonly [T, number])[], slots: number): T[] {
  const kept = counted.slice(0, slots);
  const total = kept.reduce((sum, [, count]) => sum + count, 0);
  return kept.flatMap(([value, count]) =>
    Array.from({ length: Math.max(1, Math.round((slots * count) / total)) }, () => value),
  );
}
