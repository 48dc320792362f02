import type { SpreadReport } from '../build.ts';
import { escaped } from './svg.ts';

/** The graph of supported edges as GEXF 1.3 (Gephi). */
export function gexf({ coordination }: SpreadReport): string {
  const { edges, of } = graph(coordination);
  const nodes = [...of].map(
    ([who, group]) =>
      `<node id="${escaped(who)}" label="${escaped(who)}"><attvalues><attvalue for="group" value="${group}"/></attvalues></node>`,
  );
  const links = edges.map(
    (edge, i) =>
      `<edge id="${i}" source="${escaped(edge.from)}" target="${escaped(edge.to)}" weight="${edge.objects}"><attvalues><attvalue for="kind" value="${edge.layer}"/><attvalue for="support" value="${edge.support}"/><attvalue for="q" value="${edge.qAccounts}"/></attvalues></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
<attributes class="node"><attribute id="group" title="group" type="integer"/></attributes>
<attributes class="edge"><attribute id="kind" title="kind" type="string"/><attribute id="support" title="support" type="string"/><attribute id="q" title="q (accounts)" type="double"/></attributes>
<nodes>${nodes.join('\n')}</nodes><edges>${links.join('\n')}</edges></graph></gexf>
`;
}

/** The graph of supported edges as GraphML (igraph, NetworkX, yEd). */
export function graphml({ coordination }: SpreadReport): string {
  const { edges, of } = graph(coordination);
  const nodes = [...of].map(
    ([who, group]) => `<node id="${escaped(who)}"><data key="group">${group}</data></node>`,
  );
  const links = edges.map(
    (edge) =>
      `<edge source="${escaped(edge.from)}" target="${escaped(edge.to)}"><data key="weight">${edge.objects}</data><data key="kind">${edge.layer}</data><data key="support">${edge.support}</data></edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="group" for="node" attr.name="group" attr.type="int"/><key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/><key id="support" for="edge" attr.name="support" attr.type="string"/>
<graph edgedefault="undirected">${nodes.join('\n')}${links.join('\n')}</graph></graphml>
`;
}

function graph(coordination: SpreadReport['coordination']) {
  return {
    edges: coordination.edges.filter((edge) => edge.support === 'both' || edge.support === 'accounts-only'),
    of: coordination.communities.of,
  };
}
