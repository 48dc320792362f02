import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import type { GraphData, Picks } from './graph-data.ts';

/** Rounds of ForceAtlas2 (Jacomy et al. 2014): enough to settle some hundred nodes, and bounded in time. */
const ROUNDS = 260;

/** How much heavy edges pull together; at 1 a clique of many common things becomes one blot. */
const WEIGHT = 0.3;

/** Radius in pixels of the heaviest node; smaller where there are many. */
const LARGEST = 16;

/** Nodes that are named without the pointer over them: the heaviest. More names cover each other. */
const LABELLED = 30;

/** More lines than these are drawn fainter, or they hide the nodes. */
const MANY_EDGES = 400;

/** Okabe and Ito (2008): told apart with any colour vision. Groups beyond them share the last. */
const HUES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8d887c'] as const;

/** Draws a graph into a box; returns how to take it away. Throws where the browser has no WebGL 2. */
export function drawGraph(box: HTMLElement, data: GraphData, picks: Picks): () => void {
  const style = getComputedStyle(box);
  const graph = graphOf(data, style.getPropertyValue('--line').trim());
  const settings = forceAtlas2.inferSettings(graph);
  forceAtlas2.assign(graph, { iterations: ROUNDS, settings: { ...settings, edgeWeightInfluence: WEIGHT } });
  const ink = style.getPropertyValue('--ink').trim();
  const sigma = new Sigma(graph, box, {
    settings: {
      // A box has no width for the moment in which its page is left: sigma would log that as an error.
      allowInvalidContainer: true,
      enableEdgeEvents: true,
      gestureTarget: 'shared',
      itemSizesReference: 'screen',
      labelRenderedSizeThreshold: sizeOfLabelled(graph),
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        label: { attribute: 'label' },
        labelColor: ink,
        labelSize: 12,
      },
      edges: { size: { attribute: 'size' }, color: { attribute: 'color' } },
    },
  });
  sigma.on('clickNode', ({ node }) => picks.onNode(node));
  sigma.on('clickEdge', ({ edge }) => picks.onEdge(edge));
  return () => sigma.kill();
}

function sizeOfLabelled(graph: UndirectedGraph): number {
  const sizes = graph.mapNodes((_, { size }) => Number(size)).sort((a, b) => b - a);
  return sizes[Math.min(sizes.length, LABELLED) - 1] ?? 0;
}

function graphOf({ nodes, edges }: GraphData, faint: string): UndirectedGraph {
  const graph = new UndirectedGraph();
  const heaviest = Math.max(1, ...nodes.map(({ weight }) => weight));
  const largest = LARGEST / Math.max(1, Math.sqrt(nodes.length / 30));
  nodes.forEach(({ id, label, weight, group }, index) => {
    // The layout is deterministic: it starts from a circle, not from chance.
    const angle = (2 * Math.PI * index) / nodes.length;
    graph.addNode(id, {
      label,
      x: Math.cos(angle),
      y: Math.sin(angle),
      size: 2.5 + (largest - 2.5) * Math.sqrt(weight / heaviest),
      color: HUES[group % HUES.length] ?? HUES[0],
    });
  });
  const strongest = Math.max(1, ...edges.map(({ weight }) => weight));
  for (const { id, from, to, weight } of edges) {
    if (from === to || !graph.hasNode(from) || !graph.hasNode(to) || graph.hasEdge(from, to)) continue;
    graph.addEdgeWithKey(id, from, to, {
      weight,
      size: 0.8 + 4 * Math.sqrt(weight / strongest),
      color: edges.length > MANY_EDGES ? faint : '#9a968c',
    });
  }
  return graph;
}
