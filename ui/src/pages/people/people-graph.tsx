import { useMemo } from 'preact/hooks';
import type { PeopleJson } from '../../../../src/server/api/people.ts';
import type { GraphData } from '../../components/graph/graph-data.ts';
import { GraphView } from '../../components/graph/graph-view.tsx';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** Nodes drawn: beyond, labels cover each other and the layout takes seconds. */
const MOST_NODES = 400;

/** Who wrote to whom as a graph; a node opens the panel of its person. */
export function PeopleGraph({ people }: { readonly people: PeopleJson }) {
  const data = useMemo(() => graphOf(people), [people]);
  const choose = (person: string) => setParams({ person }, 'replace');
  return (
    <GraphView
      label={t(PEOPLE.graphLabel)}
      data={data}
      onNode={choose}
      onEdge={(id) => choose(id.split('\n')[0] ?? '')}
    />
  );
}

/** Both directions as one line. The colour is the domain of the address: inside and outside show at once. */
function graphOf({ people, edges }: PeopleJson): GraphData {
  const shown = people.slice(0, MOST_NODES);
  const domains = domainsByPeople(shown.map(({ address }) => address));
  const pairs = new Map<string, number>();
  for (const { from, to, count } of edges) {
    const id = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    pairs.set(id, (pairs.get(id) ?? 0) + count);
  }
  return {
    nodes: shown.map(({ address, name, sent, received }) => ({
      id: address,
      label: name || address,
      weight: sent + received,
      group: Math.max(0, domains.indexOf(domainOf(address))),
    })),
    edges: [...pairs].map(([id, weight]) => {
      const [from = '', to = ''] = id.split('\n');
      return { id, from, to, weight };
    }),
  };
}

function domainsByPeople(addresses: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const address of addresses) counts.set(domainOf(address), (counts.get(domainOf(address)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
