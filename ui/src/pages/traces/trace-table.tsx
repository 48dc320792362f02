import { useMemo } from 'preact/hooks';
import { hrefToItem, nameOrId } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { type Column, SortableTable } from '../../components/table/sortable-table.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { language } from '../../i18n/language.ts';
import { t, tn } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import type { TraceRow } from './by-domain.ts';
import { KIND_TEXTS } from './kind-texts.ts';
import { TRACES } from './traces-texts.ts';

/** Every trace with how many items bear it, how it stands to what is usual here, and some of the items. */
export function TraceTable({
  label,
  traces,
}: {
  readonly label: string;
  readonly traces: readonly TraceRow[];
}) {
  const lang = language.value;
  const columns = useMemo(columnsInLanguage, [lang]);
  return (
    <SortableTable
      label={label}
      columns={columns}
      rows={traces}
      keyOf={({ kind, value }) => `${kind} ${value}`}
      first="familiarity"
    />
  );
}

/** The least usual last, since the greatest number is drawn first; what is alike stays in the server's order. */
const FAMILIARITIES: readonly TraceRow['familiarity'][] = ['usual', 'unknown', 'seldom', 'unseen'];

function columnsInLanguage(): readonly Column<TraceRow>[] {
  return [
    {
      name: 'familiarity',
      title: t(TRACES.familiarity),
      value: ({ familiarity }) => FAMILIARITIES.indexOf(familiarity),
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
      cell: ({ value, query, hosts }) => (
        <div class="break value">
          {query === null ? value : <a href={hrefTo('reader', { q: query })}>{value}</a>}
          {hosts.length > 0 && <Hosts names={hosts} />}
        </div>
      ),
    },
    {
      name: 'count',
      title: t(TRACES.count),
      value: ({ count }) => count,
      cell: ({ count, hosts }) => `${hosts.length > 0 ? '≥\u202f' : ''}${formatNumber(count)}`,
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
          {unlikeNames(examples).map(({ id, name }) => (
            <a key={id} class="break example" href={hrefToItem(id, 'traces')}>
              {nameOrId({ id, name })}
            </a>
          ))}
        </span>
      ),
    },
  ];
}

/** Two items, of different names where there are: copies of one file say the same twice. */
function unlikeNames(examples: TraceRow['examples']): TraceRow['examples'] {
  const [first] = examples;
  const other = examples.find(({ name }) => name !== first?.name) ?? examples[1];
  return [first, other].filter((each) => each !== undefined);
}

/** The hosts of a domain, at the most so many: a list of a thousand helps nobody. */
const MOST_HOSTS = 60;

function Hosts({ names }: { readonly names: readonly string[] }) {
  return (
    <details class="small">
      <summary class="soft">{tn(TRACES.hosts, names.length)}</summary>
      {names.slice(0, MOST_HOSTS).join(', ')}
      {names.length > MOST_HOSTS && ', …'}
    </details>
  );
}

function Familiar({ familiarity }: Pick<TraceRow, 'familiarity'>) {
  const word = t(TRACES[familiarity === 'usual' ? 'usualWord' : familiarity]);
  return <span class={`no-wrap ${familiarity === 'unseen' ? 'unseen' : 'soft'}`}>{word}</span>;
}
