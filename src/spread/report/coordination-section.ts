import type { TextStore } from '../../spill/text-store.ts';
import type { Counting } from './counting.ts';
import { EdgeTable } from './edge-table.ts';
import { EvidenceEdges, type EvidencePost, evidencePosts, rowsByAccount } from './evidence.ts';
import { type Communities, communities } from './groups.ts';
import { LAYERS, type Layer, type LayerShares, layerShares } from './layers.ts';
import {
  type DetectSettings,
  dealsOf,
  LevelCounts,
  type NullCounts,
  nullCounts,
  OBJECT_LEVELS,
} from './nulls.ts';
import type { Query } from './posts-table.ts';
import type { Random } from './random.ts';
import { sharesOfAccounts } from './shares-of-accounts.ts';
import { type TestedEdge, TestedEdges } from './tested-edges.ts';

/** What counts as together, and how often chance is tried. */
export interface CoordinationSettings {
  readonly tag: string | null;
  /** Seconds; all are tested, the null models are repeated with the first. */
  readonly windows: readonly number[];
  readonly minParticipation: number;
  readonly repetitions: number;
  readonly memory: number;
  readonly maxPairs: number;
}

/** What was counted in one layer, beside what chance gives. */
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

/** Who acts together more often than chance allows. */
export interface CoordinationReport {
  readonly window: number;
  readonly layers: readonly LayerReport[];
  /** All pairs of accounts with enough shares, in all layers and windows: fixed before anything is looked at. */
  readonly tests: number;
  /** Edges over two or more distinct objects, strongest first. */
  readonly edges: TestedEdges;
  readonly supported: number;
  /** Edges that a common audience explains as well. */
  readonly audience: number;
  readonly communities: Communities;
  /** The posts behind every supported edge. */
  readonly evidence: readonly EvidencePost[];
}

/** Pairs that the repetitions of a null model may list in all: bounds the time to about a minute. */
const REPETITION_PAIRS = 1e8;

/**
 * Accounts that share the same things at the same time, layer by layer, held against chance.
 *
 * @param texts where names are kept
 */
export async function coordination(
  query: Query,
  settings: CoordinationSettings,
  random: Random,
  counting: Counting,
  texts: TextStore,
): Promise<CoordinationReport> {
  const window = settings.windows[0] ?? 60;
  const layers: LayerReport[] = [];
  const edges = new EdgeTable();
  const kept = new Map<Layer, LayerShares>();
  let tests = 0;
  for (const layer of LAYERS) {
    const shares = await layerShares(query, layer, settings.tag, texts);
    if (shares.shares.count === 0 && shares.hot.length === 0) continue;
    const before = edges.length;
    layers.push(
      await query.aside(async (memory) => {
        const left = { ...settings, memory: Math.max(LEAST_PAIR_MEMORY, memory - bytesOf(shares)) };
        const seen: Seen[] = [];
        for (const each of settings.windows)
          seen.push(await look(shares, { ...left, window: each }, counting, edges));
        return layerReport(shares, left, seen, random, counting);
      }),
    );
    kept.set(layer, sharesOfAccounts(shares, accountsOf(edges, before)));
    tests += testable(shares, settings.minParticipation) * settings.windows.length;
  }
  const tested = new TestedEdges(edges, tests);
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

/** What the columns of a layer take, and once more what is dealt out of them anew. */
function bytesOf({ shares }: LayerShares): number {
  return shares.count * BYTES_A_SHARE;
}

/** Twice the 29 bytes of `ShareRows`, and the places of rows by object and by account. */
const BYTES_A_SHARE = 80;
/** Portions of pairs are not made smaller, however little is left. */
const LEAST_PAIR_MEMORY = 32 * 2 ** 20;

/** Accounts of the edges from this one on. */
function accountsOf(edges: EdgeTable, first: number): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (let row = first; row < edges.length; row++) accounts.add(edges.from(row)).add(edges.to(row));
  return accounts;
}

/** What one window shows of a layer. */
interface Seen {
  readonly counts: LayerReport['windows'][number];
  readonly levels: readonly number[];
}

async function look(
  layer: LayerShares,
  settings: DetectSettings,
  counting: Counting,
  into: EdgeTable,
): Promise<Seen> {
  const accounts = new Uint8Array(layer.shares.accounts);
  const levels = new LevelCounts();
  const evidence = new EvidenceEdges(layer, settings.window, (edge) => into.add(edge));
  let edges = 0;
  const pairs = await counting.edges(layer.shares, settings, (edge) => {
    edges++;
    accounts[edge.from] = accounts[edge.to] = 1;
    levels.add(edge.objects);
    evidence.add(edge);
  });
  const seen = accounts.reduce((sum, one) => sum + one, 0);
  const counts = { window: settings.window, pairs, accounts: seen, edges };
  return { counts, levels: levels.counts };
}

async function layerReport(
  layer: LayerShares,
  settings: CoordinationSettings,
  seen: readonly Seen[],
  random: Random,
  counting: Counting,
): Promise<LayerReport> {
  const [first] = seen;
  const window = settings.windows[0] ?? 60;
  const pairs = Math.max(1, first?.counts.pairs ?? 1);
  const repetitions = Math.max(3, Math.min(settings.repetitions, Math.floor(REPETITION_PAIRS / pairs)));
  const deals = (['times', 'accounts'] as const).flatMap((model) => dealsOf(model, repetitions, random));
  const chances = await counting.chances(layer, { ...settings, window }, deals);
  return {
    layer: layer.layer,
    shares: layer.shares.count,
    objects: layer.shares.objects - layer.hot.length,
    accounts: layer.shares.account.filter((who, i, all) => i === 0 || all[i - 1] !== who).length,
    hot: layer.hot,
    windows: seen.map(({ counts }) => counts),
    levels: OBJECT_LEVELS,
    observed: first?.levels ?? OBJECT_LEVELS.map(() => 0),
    timesNull: nullCounts(chances.slice(0, repetitions)),
    accountsNull: nullCounts(chances.slice(repetitions)),
  };
}

/** Pairs of accounts with at least the shares that are asked of an edge. */
function testable(layer: LayerShares, minParticipation: number): number {
  const rows = rowsByAccount(layer);
  let able = 0;
  for (let account = 0; account < layer.shares.accounts; account++)
    if (rows(account).length >= Math.max(2, minParticipation)) able++;
  return (able * (able - 1)) / 2;
}

/** Evidence rows kept in a report; the rest can be had again with `spread coordination`. */
const MOST_EVIDENCE = 200_000;

function posts(layers: ReadonlyMap<Layer, LayerShares>, edges: readonly TestedEdge[]): EvidencePost[] {
  const found: EvidencePost[] = [];
  for (const [name, layer] of layers) {
    const rows = rowsByAccount(layer);
    const own = edges.filter((edge) => edge.layer === name);
    const numberOf = numbersOf(layer, new Set(own.flatMap(({ from, to }) => [from, to])));
    for (const edge of own) {
      if (found.length >= MOST_EVIDENCE) break;
      for (const post of evidencePosts(layer, edge, rows, numberOf)) found.push(post);
    }
  }
  return found;
}

/** The numbers of some accounts, by name. */
function numbersOf({ accountNames }: LayerShares, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let id = 0; id < accountNames.length; id++) {
    const name = accountNames.at(id);
    if (wanted.has(name)) numbers.set(name, id);
  }
  return numbers;
}
