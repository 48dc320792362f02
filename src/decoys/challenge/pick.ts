import { createHash } from 'node:crypto';

/** So many that, if all can be made again, fewer than 5 % are something else, at 95 %: 0.95^59 < 0.05. */
export const USUAL_PICKS = 59;

/**
 * Places in a tree of `size` leaves that follow from a seed, each as likely as any other and none twice, in order. The
 * seed comes from whoever asks, after the tree was signed: a beacon, a lottery, dice. All places where `count` is more.
 */
export function pickLeaves(seed: string, root: Uint8Array, size: number, count: number): readonly number[] {
  if (count >= size) return Array.from({ length: size }, (_, at) => at);
  const picks = new Set<number>();
  for (let draw = 0; picks.size < count; draw++) {
    const digest = createHash('sha256')
      .update('tamis-challenge-1\n')
      .update(root)
      .update(`${draw}\n${seed}`)
      .digest();
    // 48 bits over at most a billion leaves: the bias is below one in a hundred thousand.
    picks.add(digest.readUIntBE(0, 6) % size);
  }
  return [...picks].sort((a, b) => a - b);
}

/**
 * The largest share of a tree that may be something else when `good` random leaves of `size` were all what they should
 * be, at that confidence: drawn without putting back (hypergeometric), so that a tree opened whole leaves nothing.
 */
export function mostOthers(good: number, size: number, confidence = 0.95): number {
  let others = 0;
  // The chance of missing them all, with `others` among `size`: falls as they grow in number.
  while (others < size - good && chanceOfMissing(good, size, others + 1) > 1 - confidence) others++;
  return size === 0 ? 0 : others / size;
}

function chanceOfMissing(drawn: number, size: number, others: number): number {
  let chance = 1;
  for (let at = 0; at < drawn; at++) chance *= (size - others - at) / (size - at);
  return chance;
}
