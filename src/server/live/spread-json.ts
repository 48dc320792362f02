import type { SpreadReport } from '../../spread/report/index.ts';
import type { SpreadJson } from '../api/spread.ts';

/** Edges that a picture can show, and pairs of posts behind them that anybody would look through. */
const MOST_EDGES = 2_000;
const MOST_EVIDENCE = 8_000;

/** Only what is in the contract, and of edges by the ten thousand only those that say something. */
export function spreadJson({
  completeness,
  volume,
  concentration,
  coordination,
  origin,
}: SpreadReport): SpreadJson {
  const { communities, edges: all, evidence: posts, ...others } = coordination;
  const { groups, bridges, modularity } = communities;
  // The strongest come first.
  const edges = [...Iterator.from(all).take(MOST_EDGES)];
  const listed = new Set(edges.map(pairOf));
  const evidence = posts.filter((each) => listed.has(pairOf(each))).slice(0, MOST_EVIDENCE);
  const graph = { ...others, edges, edgesTotal: all.length, groups, bridges, modularity, evidence };
  return { completeness, volume, concentration, origin, coordination: graph };
}

function pairOf(pair: { readonly layer: string; readonly from: string; readonly to: string }): string {
  return JSON.stringify([pair.layer, pair.from, pair.to]);
}
