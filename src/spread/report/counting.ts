import { detectCoordination, type EdgeSums, type Shares } from '../coordination/index.ts';
import { type Deal, type DealtLayer, type DetectSettings, levelsOfDeal } from './nulls.ts';

/**
 * Who counts pairs for a report: what takes long of it. The same is counted wherever it is done, so that a report of many
 * processes is the report of one.
 */
export interface Counting {
  /** Calls `visit` for every edge of shares in order of (from, to), accounts as they are numbered. Returns the pairs. */
  edges(shares: Shares, settings: DetectSettings, visit: (edge: EdgeSums) => void): Promise<number>;
  /** For each deal, how many edges chance gives over at least so many objects: OBJECT_LEVELS. */
  chances(
    layer: DealtLayer,
    settings: DetectSettings,
    deals: readonly Deal[],
  ): Promise<readonly (readonly number[])[]>;
}

/** Counts here. */
export const countingHere: Counting = {
  edges: async (shares, settings, visit) => {
    const ranks = Uint32Array.from({ length: shares.accounts }, (_, id) => id);
    const pairMemory = () => settings.memory;
    return detectCoordination(shares, ranks, { ...settings, pairMemory }).forEachEdge(visit).pairs;
  },
  chances: async (layer, settings, deals) => deals.map((deal) => levelsOfDeal(layer, settings, deal)),
};
