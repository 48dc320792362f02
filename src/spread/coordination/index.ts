/** Coordination: pairs of accounts that share the same object within a time window. */
export { type AccountPiece, edgesOfAccounts } from './account-pieces.ts';
export {
  type AskEdges,
  DEFAULT_MAX_PAIRS,
  type Detection,
  type DetectOptions,
  detectCoordination,
  pairQuery,
} from './detect.ts';
export type { Edge } from './edges.ts';
export { type EdgeSums, mergeEdges } from './merge-edges.ts';
export { edgesOfPiece, type PackedEdges, packPairs, pairPieces } from './pair-pieces.ts';
export { type ReadSharesResult, readShares } from './read-shares.ts';
export {
  type CoordinationOptions,
  type CoordinationSummary,
  DEFAULT_COORDINATION,
  runCoordination,
} from './run-coordination.ts';
export type { NamedShares, Shares } from './shares.ts';
