import { useMemo } from 'preact/hooks';
import type { SpreadEdge } from '../../../../../src/server/api/spread.ts';
import { Notice } from '../../../components/notice.tsx';
import { type Column, SortableTable } from '../../../components/table/sortable-table.tsx';
import { formatNumber } from '../../../i18n/format-number.ts';
import { language } from '../../../i18n/language.ts';
import { t } from '../../../i18n/t.ts';
import { setParams } from '../../../router/route.ts';
import { layerName } from '../layer-name.ts';
import { SPREAD } from '../spread-texts.ts';
import { edgeId } from './edge-id.ts';

/** From what chance explains to what it does not; the number of things decides among equals. */
const SUPPORT: readonly SpreadEdge['support'][] = ['none', 'audience', 'accounts-only', 'both'];

/** Pairs of accounts that shared the same things, sortable; the chosen one shows its posts. */
export function EdgeTable({
  edges,
  chosen,
}: {
  readonly edges: readonly SpreadEdge[];
  readonly chosen: string;
}) {
  const lang = language.value;
  const columns = useMemo(columnsInLanguage, [lang]);
  if (edges.length === 0) return <Notice kind="empty">{t(SPREAD.noPairs)}</Notice>;
  return (
    <>
      <SortableTable
        label={t(SPREAD.pairs)}
        columns={columns}
        rows={edges}
        keyOf={edgeId}
        first="support"
        rowsAtFirst={20}
        chosen={chosen}
      />
      <details class="small">
        <summary>{t(SPREAD.supportWhat)}</summary>
        <dl class="support-what">
          {SUPPORT.toReversed().map((support) => (
            <div key={support}>
              <dt>{t(SPREAD[support])}</dt>
              <dd class="soft">{t(SPREAD[`${support}What`])}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function columnsInLanguage(): readonly Column<SpreadEdge>[] {
  return [
    {
      name: 'from',
      title: t(SPREAD.from),
      value: ({ from }) => from,
      cell: (edge) => (
        <button
          type="button"
          class="plain link account-id"
          title={edge.from}
          onClick={() => setParams({ edge: edgeId(edge) })}
        >
          {edge.from}
        </button>
      ),
    },
    {
      name: 'to',
      title: t(SPREAD.to),
      value: ({ to }) => to,
      cell: ({ to }) => (
        <span class="account-id" title={to}>
          {to}
        </span>
      ),
    },
    {
      name: 'layer',
      title: t(SPREAD.layer),
      value: ({ layer }) => layer,
      cell: ({ layer }) => layerName(layer),
    },
    {
      name: 'objects',
      title: t(SPREAD.objects),
      value: ({ objects }) => objects,
      cell: ({ objects }) => formatNumber(objects),
    },
    {
      name: 'delay',
      title: t(SPREAD.delay),
      value: ({ meanSeconds }) => meanSeconds,
      cell: ({ meanSeconds }) => `${formatNumber(Math.round(meanSeconds))}\u202fs`,
    },
    {
      name: 'support',
      title: t(SPREAD.support),
      value: ({ support, objects }) => SUPPORT.indexOf(support) + objects / 1e9,
      cell: ({ support }) => t(SPREAD[support]),
    },
  ];
}
