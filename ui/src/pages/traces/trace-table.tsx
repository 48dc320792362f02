import { useMemo } from 'preact/hooks';
import type { TraceJson } from '../../../../src/server/api/traces.ts';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { type Column, SortableTable } from '../../components/table/sortable-table.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { KIND_TEXTS } from './kind-texts.ts';
import { TRACES } from './traces-texts.ts';

/** Every trace with how many items bear it, how it stands to what is usual here, and some of the items. */
export function TraceTable({ traces }: { readonly traces: readonly TraceJson[] }) {
  const lang = language.value;
  const columns = useMemo(columnsInLanguage, [lang]);
  return (
    <SortableTable
      label={t(TRACES.groups)}
      columns={columns}
      rows={traces}
      keyOf={({ kind, value }) => `${kind} ${value}`}
      first="familiarity"
    />
  );
}

function columnsInLanguage(): readonly Column<TraceJson>[] {
  return [
    {
      name: 'familiarity',
      title: t(TRACES.familiarity),
      value: ({ familiarity, surprise }) => (familiarity === 'unknown' ? -1 : surprise),
      cell: ({ familiarity }) => <Familiar familiarity={familiarity} />,
    },
    {
      name: 'kind',
      title: t(TRACES.kind),
      value: ({ kind }) => t(KIND_TEXTS[kind]),
      cell: ({ kind, roles }) => <span title={roles.join(', ')}>{t(KIND_TEXTS[kind])}</span>,
    },
    {
      name: 'value',
      title: t(TRACES.value),
      value: ({ value }) => value,
      cell: ({ value, query }) => (
        <span class="break">
          {query === null ? value : <a href={hrefTo('reader', { q: query })}>{value}</a>}
        </span>
      ),
    },
    {
      name: 'count',
      title: t(TRACES.count),
      value: ({ count }) => count,
      cell: ({ count }) => formatNumber(count),
    },
    {
      name: 'first',
      title: t(TRACES.first),
      value: ({ first }) => first ?? '',
      cell: ({ first }) => <Moment at={first} to="day" />,
    },
    {
      name: 'last',
      title: t(TRACES.last),
      value: ({ last }) => last ?? '',
      cell: ({ last }) => <Moment at={last} to="day" />,
    },
    {
      name: 'examples',
      title: t(TRACES.examples),
      value: ({ examples }) => examples[0]?.name ?? '',
      cell: ({ examples }) => (
        <span class="small">
          {examples.slice(0, 2).map(({ id, name }) => (
            <a key={id} class="break example" href={hrefToItem(id, 'traces')}>
              {name === '' ? id : name}
            </a>
          ))}
        </span>
      ),
    },
  ];
}

function Familiar({ familiarity }: Pick<TraceJson, 'familiarity'>) {
  const word = t(TRACES[familiarity === 'usual' ? 'usualWord' : familiarity]);
  return <span class={`no-wrap ${familiarity === 'unseen' ? 'unseen' : 'soft'}`}>{word}</span>;
}
