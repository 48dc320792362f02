import { performance } from 'node:perf_hooks';
import { TamisError } from '../../model/index.ts';
import type { Text } from '../../model/text.ts';
import { isZone } from '../time/zone.ts';
import {
  type AskEdges,
  DEFAULT_MAX_PAIRS,
  type Detection,
  detectCoordination,
  TooManyPairs,
} from './detect.ts';
import { EdgeCsv } from './edge-csv.ts';
import type { Edge } from './edges.ts';
import { type ReadSharesResult, readShares, type ShareColumnNames } from './read-shares.ts';
import { WeightCounts } from './threshold.ts';

/** Options of `spread coordination`, as CooRTweet 2.1.3 defines them. */
export interface CoordinationOptions {
  readonly columns: ShareColumnNames;
  /** Seconds, inclusive. */
  readonly window: number;
  readonly minParticipation: number;
  /** Percentile of the weights, 0 to 1, above which (strictly) an edge counts as strong. */
  readonly edgeWeight: number;
  /** Write only the edges above the percentile. */
  readonly subgraph: boolean;
  /** Where the edges go, or null. */
  readonly edges: string | null;
  readonly extended: boolean;
  /** Objects left out, such as the hashtag the posts were collected with. */
  readonly exclude: readonly string[];
  readonly zone: string;
  /**
   * Bytes the whole process may take. Shares take about 60 bytes a row in any case; what is left goes to
   * the pairs, which are taken in as many portions as that needs.
   */
  readonly memory: number;
  readonly maxPairs: number;
  /** Who puts the edges together; this process where nothing else is said. */
  readonly ask?: AskEdges;
  /** Pairs of a piece, for tests. */
  readonly pairsEach?: number;
}

/** What CooRTweet 2.1.3 takes where nothing is said; memory is 1 GiB. */
export const DEFAULT_COORDINATION: CoordinationOptions = {
  columns: { object: 'object_id', account: 'account_id', content: 'content_id', time: 'timestamp_share' },
  window: 10,
  minParticipation: 2,
  edgeWeight: 0.5,
  subgraph: false,
  edges: null,
  extended: false,
  exclude: [],
  zone: 'UTC',
  memory: 2 ** 30,
  maxPairs: DEFAULT_MAX_PAIRS,
};

/** Counts of a run: rows, pairs, edges, and the strong ones among them. */
export interface CoordinationSummary {
  readonly rows: number;
  readonly excluded: number;
  readonly rejected: ReadSharesResult['rejected'];
  readonly firstRejects: ReadSharesResult['firstRejects'];
  readonly assumedZone: number;
  readonly window: number;
  readonly minParticipation: number;
  readonly pairs: number;
  /** Accounts, objects and edges of all pairs. */
  readonly accounts: number;
  readonly objects: number;
  readonly edges: number;
  /** Edges over two or more distinct objects: what repetition can be evidence of. */
  readonly edgesOverTwoObjects: number;
  readonly maxWeight: number;
  /** Edges whose weight is strictly above the percentile, and their accounts. */
  readonly strong: {
    readonly percentile: number;
    readonly threshold: number;
    readonly edges: number;
    readonly accounts: number;
  };
  readonly seconds: number;
}

/**
 * `tamis spread coordination`: reads shares, finds coordinated pairs, writes the edges, returns the counts.
 * Throws TamisError: `missing-column`, `empty-file`, `cannot-read`, `cannot-write`, `bad-window`,
 * `bad-option`, `too-many-pairs`.
 */
export async function runCoordination(
  path: string,
  options: CoordinationOptions,
): Promise<CoordinationSummary> {
  const started = performance.now();
  checkOptions(options);
  const read = await readShares(path, { ...options, exclude: new Set(options.exclude) });
  const { shares } = read;
  const ranks = shares.accountNames.ranks();
  const detection = detected(read, ranks, options);
  const csv =
    options.edges === null ? null : new EdgeCsv(options.edges, shares.accountNames, ranks, options.extended);
  try {
    const { ask } = options;
    const each: EachEdge = async (visit, keep) =>
      ask === undefined ? detection.forEachEdge(visit, keep) : detection.forEachEdgeOf(ask, visit, keep);
    const counts = await countEdges(each, shares.accounts, options.subgraph ? null : csv);
    const threshold = counts.weights.quantile(options.edgeWeight);
    const strong = counts.heaviest.map((weight) => (weight > threshold ? 1 : 0));
    if (csv && options.subgraph)
      await each((edge) => {
        if (edge.weight > threshold) csv.add(edge);
      }, Uint8Array.from(strong));
    return {
      ...summary(read, options, counts, { threshold, accounts: ones(strong) }),
      seconds: Math.round(performance.now() - started) / 1000,
    };
  } finally {
    csv?.close();
  }
}

function summary(
  read: ReadSharesResult,
  options: CoordinationOptions,
  counts: EdgeCounts,
  strong: { readonly threshold: number; readonly accounts: number },
): Omit<CoordinationSummary, 'seconds'> {
  return {
    rows: read.rows,
    excluded: read.excluded,
    rejected: read.rejected,
    firstRejects: read.firstRejects,
    assumedZone: read.assumedZone,
    window: options.window,
    minParticipation: options.minParticipation,
    pairs: counts.pairs,
    accounts: ones(counts.heaviest.map((weight) => (weight > 0 ? 1 : 0))),
    objects: counts.objects,
    edges: counts.weights.total,
    edgesOverTwoObjects: counts.overTwoObjects,
    maxWeight: counts.weights.max(),
    strong: {
      percentile: options.edgeWeight,
      threshold: strong.threshold,
      edges: counts.weights.above(strong.threshold),
      accounts: strong.accounts,
    },
  };
}

interface EdgeCounts {
  readonly pairs: number;
  readonly objects: number;
  readonly overTwoObjects: number;
  readonly weights: WeightCounts;
  /** For every account the weight of its heaviest edge; 0 without one. */
  readonly heaviest: Uint32Array;
}

type EachEdge = (
  visit: (edge: Edge) => void,
  keep?: Uint8Array,
) => Promise<{ readonly pairs: number; readonly objects: number }>;

async function countEdges(each: EachEdge, accounts: number, csv: EdgeCsv | null): Promise<EdgeCounts> {
  const weights = new WeightCounts();
  const heaviest = new Uint32Array(accounts);
  let overTwoObjects = 0;
  const { pairs, objects } = await each((edge) => {
    const { from, to, weight } = edge;
    weights.add(weight);
    if (weight > (heaviest[from] ?? 0)) heaviest[from] = weight;
    if (weight > (heaviest[to] ?? 0)) heaviest[to] = weight;
    if (edge.objects > 1) overTwoObjects++;
    csv?.add(edge);
  });
  return { pairs, objects, overTwoObjects, weights, heaviest };
}

function detected(read: ReadSharesResult, ranks: Uint32Array, options: CoordinationOptions): Detection {
  const { shares } = read;
  const pairMemory = (): number => Math.max(LEAST_PAIR_MEMORY, options.memory - process.memoryUsage.rss());
  try {
    return detectCoordination(shares, ranks, { ...options, pairMemory, byAccount: options.extended });
  } catch (error) {
    if (!(error instanceof TooManyPairs)) throw error;
    const hot = shares.objectNames.name(error.object).slice(0, 200);
    throw new TamisError(
      error.code,
      {
        en: `${error.text.en} (the object is "${hot}": --exclude leaves it out)`,
        fr: `${error.text.fr} (l’objet est «\u00a0${hot}\u00a0»\u00a0: --exclude l’écarte)`,
      },
      { cause: error },
    );
  }
}

/** Below this the window slides so often that time, not memory, is the limit. */
const LEAST_PAIR_MEMORY = 32 * 2 ** 20;

function checkOptions(options: CoordinationOptions): void {
  const bad = (message: Text): never => {
    throw new TamisError('bad-option', message);
  };
  if (!(options.edgeWeight >= 0 && options.edgeWeight <= 1))
    bad({
      en: 'the edge weight is a percentile from 0 to 1',
      fr: 'le poids des liens est un centile, de 0 à 1',
    });
  if (!(options.minParticipation >= 0))
    bad({ en: 'the minimum participation is a count', fr: 'la participation minimale est un nombre' });
  if (!isZone(options.zone))
    bad({ en: `unknown time zone ${options.zone}`, fr: `fuseau horaire inconnu\u00a0: ${options.zone}` });
}

function ones(flags: Uint32Array): number {
  let count = 0;
  for (const flag of flags) count += flag;
  return count;
}
