import { BandIndex } from './band-index.ts';
import { estimate, type Sketch } from './sketch.ts';

/** Share of the shingles that a member has in common with the first of its cluster, counted in the texts. */
export const NEAR = 0.6;
/** Below this estimate the texts are not even compared: two standard errors under what is asked for. */
const WORTH_COMPARING = NEAR - 0.12;
/** Attack: texts made to be candidates of each other. The best few of a text's candidates are compared. */
const MOST_COMPARED = 4;

/** A text in a cluster: which one it was held against, and how much they share. */
export interface Member {
  readonly first: number;
  readonly similarity: number;
}

/**
 * Clusters of near-duplicates. Each text joins the nearest of the first ones that came before it, or becomes a first
 * one: so every member shares `NEAR` with the first of its cluster, and chains of ever farther texts do not form.
 * What is claimed is counted by `similarity` and not estimated.
 *
 * @param sketches in an order that does not depend on chance
 * @param similarity of two texts, by their places
 * @returns by place; only texts that are not alone
 */
export function clusterOf(
  sketches: readonly Sketch[],
  similarity: (first: number, other: number) => number,
): ReadonlyMap<number, Member> {
  const firsts = new BandIndex(sketches.length);
  const byWords = new Map<number, number>();
  const found = new Map<number, Member>();
  const join = (place: number, member: Member) => {
    found.set(place, member);
    found.set(member.first, { first: member.first, similarity: 1 });
  };
  for (const [place, sketch] of sketches.entries()) {
    const same = byWords.get(sketch.words);
    if (same !== undefined) {
      join(place, { first: found.get(same)?.first ?? same, similarity: found.get(same)?.similarity ?? 1 });
      continue;
    }
    byWords.set(sketch.words, place);
    const nearest = nearestOf(place, sketches, firsts.find(sketch.bins), similarity);
    if (nearest === null) firsts.add(sketch.bins, place);
    else join(place, nearest);
  }
  return found;
}

function nearestOf(
  place: number,
  sketches: readonly Sketch[],
  candidates: ReadonlySet<number>,
  similarity: (first: number, other: number) => number,
): Member | null {
  const bins = sketches[place]?.bins;
  if (bins === undefined || candidates.size === 0) return null;
  const likely = [...candidates]
    .map((first) => ({ first, estimated: estimate(bins, sketches[first]?.bins ?? bins) }))
    .filter(({ estimated }) => estimated >= WORTH_COMPARING)
    .sort((a, b) => b.estimated - a.estimated || a.first - b.first);
  let best: Member | null = null;
  for (const { first } of likely.slice(0, MOST_COMPARED)) {
    const counted = similarity(first, place);
    if (counted >= NEAR && counted > (best?.similarity ?? 0)) best = { first, similarity: counted };
  }
  return best;
}
