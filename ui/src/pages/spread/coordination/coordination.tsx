import type { SpreadJson } from '../../../../../src/server/api/spread.ts';
import { Tabs } from '../../../components/tabs.tsx';
import { t } from '../../../i18n/t.ts';
import { route, setParams } from '../../../router/route.ts';
import { SPREAD } from '../spread-texts.ts';
import { EdgeEvidence } from './edge-evidence.tsx';
import { EdgeGraph } from './edge-graph.tsx';
import { edgeId } from './edge-id.ts';
import { EdgeTable } from './edge-table.tsx';
import { GroupList } from './group-list.tsx';
import { NullModels } from './null-models.tsx';

const SHOWS = ['pairs', 'graph', 'groups'] as const;

/** Pairs of accounts that did the same thing together, beside what chance would give; each opens its posts. */
export function Coordination({ coordination }: { readonly coordination: SpreadJson['coordination'] }) {
  const { show, edge: chosen = '' } = route.value.params;
  const { window, supported, audience, tests, layers, edges, groups, evidence } = coordination;
  const shown = SHOWS.find((each) => each === show) ?? 'pairs';
  const edge = edges.find((each) => edgeId(each) === chosen);
  return (
    <section class="section">
      <h2>{t(SPREAD.coordination)}</h2>
      <p class="soft measure">{t(SPREAD.coordinationWhat, { window, supported, audience, tests })}</p>
      <NullModels layers={layers} />
      <Tabs
        label={t(SPREAD.views)}
        tabs={SHOWS.map((name) => ({ name, title: t(SPREAD[name]) }))}
        chosen={shown}
        onChoose={(name) => setParams({ show: name }, 'replace')}
      >
        <div class="stack">
          {edge && <EdgeEvidence edge={edge} evidence={evidence} />}
          {shown === 'pairs' && <EdgeTable edges={edges} chosen={chosen} />}
          {shown === 'graph' && <EdgeGraph edges={edges} groups={groups} />}
          {shown === 'groups' && <GroupList groups={groups} />}
        </div>
      </Tabs>
    </section>
  );
}
