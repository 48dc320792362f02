import graphology from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Random } from './random.ts';
import type { TestedEdge } from './tested-edges.ts';

/** Accounts more closely tied to each other than to the rest. */
export interface Community {
  readonly number: number;
  readonly members: readonly string[];
  readonly edges: number;
  /** Kinds of things they share, commonest first. */
  readonly layers: readonly string[];
  /** Edges that stand against both null models. */
  readonly againstBoth: number;
}

/** An account with edges into communities that are not its own. */
export interface Bridge {
  readonly who: string;
  readonly community: number;
  /** Communities it has edges to, its own included; edges that leave its own. */
  readonly communities: number;
  readonly crossing: number;
}

/** The graph of supported edges cut into communities (Louvain; Blondel et al. 2008). */
export interface Communities {
  readonly groups: readonly Community[];
  readonly bridges: readonly Bridge[];
  readonly modularity: number;
  /** Community of every account in the graph. */
  readonly of: ReadonlyMap<string, number>;
}

// The package is CommonJS: its default export is the function itself, which its types do not say.
const { detailed } = louvain as unknown as typeof louvain.default;

/**
 * Communities of the supported edges by Louvain (Blondel et al. 2008) on graphology, weights being distinct
 * objects, and the accounts with edges into more than one. Numbered by size, from 1.
 */
export function communities(edges: readonly TestedEdge[], random: Random): Communities {
  if (edges.length === 0) return { groups: [], bridges: [], modularity: 0, of: new Map() };
  const graph = new graphology.UndirectedGraph();
  for (const { from, to, objects } of edges) {
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.updateEdge(from, to, (attributes) => ({
      weight: Math.max(objects, Number(attributes.weight ?? 0)),
    }));
  }
  const found = detailed(graph, { rng: random, getEdgeWeight: 'weight' });
  const members = Map.groupBy(graph.nodes(), (node) => found.communities[node] ?? -1);
  const bySize = [...members.values()]
    .map((own) => own.sort())
    .sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  const of = new Map(bySize.flatMap((own, i) => own.map((who): [string, number] => [who, i + 1])));
  return {
    groups: bySize.map((own, i) =>
      community(
        i + 1,
        own,
        edges.filter((edge) => of.get(edge.from) === i + 1 && of.get(edge.to) === i + 1),
      ),
    ),
    bridges: bridges(edges, of),
    modularity: found.modularity,
    of,
  };
}

function community(number: number, members: readonly string[], edges: readonly TestedEdge[]): Community {
  const layers = [...Map.groupBy(edges, (edge) => edge.layer)].sort((a, b) => b[1].length - a[1].length);
  return {
    number,
    members,
    edges: edges.length,
    layers: layers.map(([layer]) => layer),
    againstBoth: edges.filter((edge) => edge.support === 'both').length,
  };
}

function bridges(edges: readonly TestedEdge[], of: ReadonlyMap<string, number>): Bridge[] {
  const reached = new Map<string, number[]>();
  const note = (who: string, other: string): void => {
    const list = reached.get(who) ?? [];
    list.push(of.get(other) ?? 0);
    reached.set(who, list);
  };
  for (const { from, to } of edges) {
    note(from, to);
    note(to, from);
  }
  return [...reached]
    .map(([who, others]): Bridge => {
      const own = of.get(who) ?? 0;
      return {
        who,
        community: own,
        communities: new Set([own, ...others]).size,
        crossing: others.filter((other) => other !== own).length,
      };
    })
    .filter((bridge) => bridge.crossing > 0)
    .sort((a, b) => b.communities - a.communities || b.crossing - a.crossing || (a.who < b.who ? -1 : 1))
    .slice(0, 50);
}
