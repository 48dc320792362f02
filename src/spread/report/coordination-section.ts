import { detectCoordination } from '../coordination/index.ts';
import {
  type EvidenceEdge,
  type EvidencePost,
  evidenceEdges,
  evidencePosts,
  rowsByAccount,
} from './evidence.ts';
import { type Communities, communities } from './groups.ts';
import { LAYERS, type Layer, type LayerShares, layerShares } from './layers.ts';
import {
  accountsPermuted,
  type DetectSettings,
  edgeLevels,
  type NullCounts,
  OBJECT_LEVELS,
  timesPermuted,
} from './nulls.ts';
import type { Query } from './posts-table.ts';
import type { Random } from './random.ts';
import { qValues } from './tests.ts';

export interface CoordinationSettings {
  readonly tag: string | null;
  /** Seconds; all are tested, the null models are repeated with the first. */
  readonly windows: readonly number[];
  readonly minParticipation: number;
  readonly repetitions: number;
  readonly memory: number;
  readonly maxPairs: number;
}

/**
 * Which null models an edge stands against, after correction. `accounts-only`: the dealing of times could tell
 * nothing, the objects being shared by the group alone. `audience`: the same over minutes, where a common
 * audience explains as much; never counted as supported.
 */
export type Support = 'both' | 'accounts-only' | 'audience' | 'none';

/** Seconds up to which acting together without other sharers is not explained by a common audience. */
const AUDIENCE_WINDOW = 60;

export interface TestedEdge extends EvidenceEdge {
  readonly qTimes: number;
  readonly qAccounts: number;
  readonly support: Support;
}

export interface LayerReport {
  readonly layer: Layer;
  readonly shares: number;
  readonly objects: number;
  readonly accounts: number;
  /** Objects left out because too many accounts shared them. */
  readonly hot: LayerShares['hot'];
  /** Pairs, accounts and edges for every window. */
  readonly windows: readonly {
    readonly window: number;
    readonly pairs: number;
    readonly accounts: number;
    readonly edges: number;
  }[];
  /** Edges over at least 2, 3, 5, 10 distinct objects at the first window: seen, and by chance. */
  readonly levels: readonly number[];
  readonly observed: readonly number[];
  readonly timesNull: NullCounts;
  readonly accountsNull: NullCounts;
}

export interface CoordinationReport {
  readonly window: number;
  readonly layers: readonly LayerReport[];
  /** All pairs of accounts with enough shares, in all layers and windows: fixed before anything is looked at. */
  readonly tests: number;
  /** Edges over two or more distinct objects, strongest first. */
  readonly edges: readonly TestedEdge[];
  readonly supported: number;
  /** Edges that a common audience explains as well. */
  readonly audience: number;
  readonly communities: Communities;
  /** The posts behind every supported edge. */
  readonly evidence: readonly EvidencePost[];
}

/** Level of the false discovery rate. */
const FALSE_DISCOVERY = 0.05;
/** Pairs that the repetitions of a null model may list in all: bounds the time to about a minute. */
const REPETITION_PAIRS = 1e8;

/** Accounts that share the same things at the same time, layer by layer, held against chance. */
export async function coordination(
  query: Query,
  settings: CoordinationSettings,
  random: Random,
): Promise<CoordinationReport> {
  const window = settings.windows[0] ?? 60;
  const layers: LayerReport[] = [];
  const edges: EvidenceEdge[] = [];
  const kept = new Map<Layer, LayerShares>();
  let tests = 0;
  for (const layer of LAYERS) {
    const shares = await layerShares(query, layer, settings.tag);
    if (shares.shares.count === 0 && shares.hot.length === 0) continue;
    kept.set(layer, shares);
    const detect = { ...settings, window };
    layers.push(layerReport(shares, settings, detect, random));
    for (const each of settings.windows)
      for (const edge of evidenceEdges(shares, { ...detect, window: each })) edges.push(edge);
    tests += testable(shares, settings.minParticipation) * settings.windows.length;
  }
  const tested = bestWindow(supportOf(edges, tests));
  const supported = tested.filter((edge) => edge.support === 'both' || edge.support === 'accounts-only');
  return {
    window,
    layers,
    tests,
    edges: tested,
    supported: supported.length,
    audience: tested.filter((edge) => edge.support === 'audience').length,
    communities: communities(supported, random),
    evidence: posts(kept, supported),
  };
}

const STRENGTH: Readonly<Record<Support, number>> = { both: 3, 'accounts-only': 2, audience: 1, none: 0 };

function layerReport(
  layer: LayerShares,
  settings: CoordinationSettings,
  detect: DetectSettings,
  random: Random,
): LayerReport {
  const windows = settings.windows.map((window) => windowCounts(layer, { ...detect, window }));
  const pairs = Math.max(1, windows[0]?.pairs ?? 1);
  const repetitions = Math.max(3, Math.min(settings.repetitions, Math.floor(REPETITION_PAIRS / pairs)));
  return {
    layer: layer.layer,
    shares: layer.shares.count,
    objects: layer.shares.objects - layer.hot.length,
    accounts: layer.shares.account.filter((who, i, all) => i === 0 || all[i - 1] !== who).length,
    hot: layer.hot,
    windows,
    levels: OBJECT_LEVELS,
    observed: edgeLevels(layer.shares, detect),
    timesNull: timesPermuted(layer, detect, repetitions, random),
    accountsNull: accountsPermuted(layer, detect, repetitions, random),
  };
}

function windowCounts({ shares }: LayerShares, settings: DetectSettings): LayerReport['windows'][number] {
  const ranks = Uint32Array.from({ length: shares.accounts }, (_, id) => id);
  const seen = new Set<number>();
  let edges = 0;
  const { pairs } = detectCoordination(shares, ranks, {
    ...settings,
    pairMemory: () => settings.memory,
  }).forEachEdge((edge) => {
    edges++;
    seen.add(edge.from).add(edge.to);
  });
  return { window: settings.window, pairs, accounts: seen.size, edges };
}

/** Pairs of accounts with at least the shares that are asked of an edge. */
function testable(layer: LayerShares, minParticipation: number): number {
  const rows = rowsByAccount(layer);
  let able = 0;
  for (let account = 0; account < layer.shares.accounts; account++)
    if (rows(account).length >= Math.max(2, minParticipation)) able++;
  return (able * (able - 1)) / 2;
}

function supportOf(edges: readonly EvidenceEdge[], tests: number): TestedEdge[] {
  const qTimes = qValues(
    edges.map((edge) => edge.pTimes),
    tests,
  );
  const qAccounts = qValues(
    edges.map((edge) => edge.pAccounts),
    tests,
  );
  return edges
    .map((edge, i): TestedEdge => {
      const times = qTimes[i] ?? 1;
      const accounts = qAccounts[i] ?? 1;
      const blind = edge.window <= AUDIENCE_WINDOW ? 'accounts-only' : 'audience';
      const without = edge.timesBlind ? blind : 'none';
      const support = accounts > FALSE_DISCOVERY ? 'none' : times <= FALSE_DISCOVERY ? 'both' : without;
      return { ...edge, qTimes: times, qAccounts: accounts, support };
    })
    .sort(
      (a, b) =>
        STRENGTH[b.support] - STRENGTH[a.support] ||
        a.qAccounts - b.qAccounts ||
        b.objects - a.objects ||
        (a.from < b.from ? -1 : 1),
    );
}

/** Of each pair and layer the window that says most; the edges are in that order. */
function bestWindow(edges: readonly TestedEdge[]): TestedEdge[] {
  const seen = new Set<string>();
  return edges.filter(({ layer, from, to }) => {
    const key = JSON.stringify([layer, from, to]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Evidence rows kept in a report; the rest can be had again with `spread coordination`. */
const MOST_EVIDENCE = 200_000;

function posts(layers: ReadonlyMap<Layer, LayerShares>, edges: readonly TestedEdge[]): EvidencePost[] {
  const found: EvidencePost[] = [];
  for (const [name, layer] of layers) {
    const rows = rowsByAccount(layer);
    const numberOf = new Map(layer.accountNames.map((who, id) => [who, id]));
    for (const edge of edges) {
      if (edge.layer !== name || found.length >= MOST_EVIDENCE) continue;
      for (const post of evidencePosts(layer, edge, rows, numberOf)) found.push(post);
    }
  }
  return found;
}
