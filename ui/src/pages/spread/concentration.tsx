import { useMemo } from 'preact/hooks';
import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { type Column, SortableTable } from '../../components/table/sortable-table.tsx';
import { formatNumber, formatShare } from '../../i18n/format-number.ts';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';

type Account = SpreadJson['concentration']['accounts'][number];

/** How much of it came from how few. */
export function Concentration({ concentration }: { readonly concentration: SpreadJson['concentration'] }) {
  const lang = language.value;
  const columns = useMemo(columnsInLanguage, [lang]);
  const { gini, topTenShare, topPercentShare, accounts } = concentration;
  return (
    <section class="section">
      <h2>{t(SPREAD.concentration)}</h2>
      <p class="soft measure">
        {t(SPREAD.concentrationWhat, {
          ten: formatShare(topTenShare),
          percent: formatShare(topPercentShare),
          gini: formatNumber(Math.round(gini * 100) / 100),
        })}
      </p>
      <SortableTable
        label={t(SPREAD.concentration)}
        columns={columns}
        rows={accounts}
        keyOf={({ who }) => who}
        first="posts"
        rowsAtFirst={10}
      />
    </section>
  );
}

function columnsInLanguage(): readonly Column<Account>[] {
  const number = (name: 'posts' | 'perHour' | 'inTwoHours' | 'reposts'): Column<Account> => ({
    name,
    title: t(SPREAD[name]),
    value: (account) => account[name],
    cell: (account) => formatNumber(Math.round(account[name] * 10) / 10),
  });
  return [
    {
      name: 'who',
      title: t(SPREAD.account),
      value: ({ who }) => who,
      cell: ({ who }) => (
        <button
          type="button"
          class="plain link account-id"
          title={who}
          onClick={() => showPosts({ account: who })}
        >
          {who}
        </button>
      ),
    },
    number('posts'),
    number('perHour'),
    number('inTwoHours'),
    number('reposts'),
  ];
}
