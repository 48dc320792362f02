import { useMemo } from 'preact/hooks';
import type { SpreadEdge, SpreadGroup } from '../../../../../src/server/api/spread.ts';
import type { GraphData } from '../../../components/graph/graph-data.ts';
import { GraphView } from '../../../components/graph/graph-view.tsx';
import { t } from '../../../i18n/t.ts';
import { setParams } from '../../../router/route.ts';
import { showPosts } from '../show-posts.ts';
import { SPREAD } from '../spread-texts.ts';
import { edgeId } from './edge-id.ts';

interface Props {
  readonly edges: readonly SpreadEdge[];
  readonly groups: readonly SpreadGroup[];
}

/** Pairs within chance are left out: to draw them would be to suggest them. */
export function EdgeGraph({ edges, groups }: Props) {
  const data = useMemo(() => graphOf(edges, groups), [edges, groups]);
  return (
    <GraphView
      label={t(SPREAD.graphLabel)}
      data={data}
      onNode={(account) => showPosts({ account })}
      onEdge={(edge) => setParams({ edge })}
    />
  );
}

function graphOf(edges: readonly SpreadEdge[], groups: readonly SpreadGroup[]): GraphData {
  const drawn = edges.filter(({ support }) => support === 'both' || support === 'accounts-only');
  const groupOf = new Map(
    groups.flatMap(({ number, members }) => members.map((who) => [who, number] as const)),
  );
  const weights = new Map<string, number>();
  for (const { from, to, objects } of drawn) {
    weights.set(from, (weights.get(from) ?? 0) + objects);
    weights.set(to, (weights.get(to) ?? 0) + objects);
  }
  return {
    nodes: [...weights].map(([id, weight]) => ({ id, label: id, weight, group: groupOf.get(id) ?? 6 })),
    edges: drawn.map((edge) => ({ id: edgeId(edge), from: edge.from, to: edge.to, weight: edge.objects })),
  };
}
