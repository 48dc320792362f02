import type { SpreadEdge } from '../../../../../src/server/api/spread.ts';

/** A pair in one layer, as it stands in the address of the page. */
export function edgeId({ layer, from, to }: Pick<SpreadEdge, 'layer' | 'from' | 'to'>): string {
  return `${layer}|${from}|${to}`;
}
