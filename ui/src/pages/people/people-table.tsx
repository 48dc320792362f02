import { useMemo } from 'preact/hooks';
import type { PeopleJson, PersonJson } from '../../../../src/server/api/people.ts';
import { Moment } from '../../components/moment.tsx';
import { type Column, SortableTable } from '../../components/table/sortable-table.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { hrefTo, setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** Everybody, sortable; a name opens whom they wrote with. */
export function PeopleTable({ people, chosen }: { readonly people: PeopleJson; readonly chosen: string }) {
  const lang = language.value;
  const columns = useMemo(columnsInLanguage, [lang]);
  return (
    <SortableTable
      label={t(PEOPLE.title)}
      columns={columns}
      rows={people.people}
      keyOf={({ address }) => address}
      first="sent"
      chosen={chosen}
    />
  );
}

function columnsInLanguage(): readonly Column<PersonJson>[] {
  return [
    {
      name: 'person',
      title: t(PEOPLE.person),
      value: ({ name, address }) => name || address,
      cell: ({ name, address }) => (
        <button
          type="button"
          class="plain link break"
          onClick={() => setParams({ person: address }, 'replace')}
        >
          {name || address}{' '}
          {name !== '' && name.toLowerCase() !== address && <span class="soft small">{address}</span>}
        </button>
      ),
    },
    {
      name: 'sent',
      title: t(PEOPLE.sent),
      value: ({ sent }) => sent,
      cell: ({ sent }) => formatNumber(sent),
    },
    {
      name: 'received',
      title: t(PEOPLE.received),
      value: ({ received }) => received,
      cell: ({ received }) => formatNumber(received),
    },
    {
      name: 'first',
      title: t(PEOPLE.first),
      value: ({ first }) => first ?? '',
      cell: ({ first }) => <Moment at={first} to="day" />,
    },
    {
      name: 'last',
      title: t(PEOPLE.last),
      value: ({ last }) => last ?? '',
      cell: ({ last }) => <Moment at={last} to="day" />,
    },
    {
      name: 'read',
      title: t(PEOPLE.read),
      value: ({ address }) => address,
      cell: ({ query, name, address }) => (
        <a href={hrefTo('reader', { q: query })} aria-label={`${t(PEOPLE.read)} ${name || address}`}>
          {t(PEOPLE.read)}
        </a>
      ),
    },
  ];
}
