import { useCallback, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { FacetPanel } from './facets/facet-panel.tsx';
import { ItemPane } from './item/item-pane.tsx';
import { FreshRows } from './list/fresh-rows.tsx';
import { ItemList } from './list/item-list.tsx';
import { useLinkedItem } from './list/use-linked-item.ts';
import { useRowPages } from './list/use-row-pages.ts';
import { ListBar } from './list-bar.tsx';
import './reader-page.css';
import { type Question, questionOf } from './reader-route.ts';
import { READER } from './reader-texts.ts';
import { togglePart } from './search/query-parts.ts';
import { SearchBox } from './search/search-box.tsx';
import { useReaderKeys } from './use-reader-keys.ts';

/** Filters, list, item: three panes on a desk, one after the other on a phone. */
export default function ReaderPage() {
  const { params } = route.value;
  const question = questionOf(params);
  const item = params.item ?? '';
  const listed = useRowPages(question);
  const { pages } = listed;
  const isBusy = pages === null || !isSame(pages.question, question);
  const [filters, setFilters] = useState(false);
  const [at, setAt] = useState(-1);
  const shownAt = item !== '' && pages?.row(at)?.id !== item ? pages?.indexOf(item) : at;

  useLinkedItem(pages, item, setAt);

  const choose = (index: number, id: string) => {
    setAt(index);
    // The first item opened is a step to come back from; going on to the next is none.
    setParams({ item: id, view: params.view ?? '' }, item === '' ? 'push' : 'replace');
  };
  const ask = useCallback((q: string) => {
    setAt(-1);
    setParams({ q }, askedNow() === '' || q === '' ? 'push' : 'replace');
  }, []);
  const toggle = useCallback((part: string) => ask(togglePart(askedNow(), part)), [ask]);
  const leave = () => setParams({ item: '' });
  useReaderKeys({ pages, at: shownAt ?? -1, item, choose, leave });

  return (
    <div class={`reader ${item === '' ? 'no-item' : 'with-item'} ${filters ? 'with-filters' : ''}`}>
      <div class="reader-top">
        {item === '' && <h1 class="hidden-text">{t(READER.title)}</h1>}
        <SearchBox q={question.q} failure={pages?.failure ?? null} onAsk={ask} />
        <button
          type="button"
          class="filters-button"
          aria-expanded={filters}
          onClick={() => setFilters(!filters)}
        >
          <Icon name="filter" /> {t(READER.filters)}
        </button>
      </div>
      <div class="reader-facets">
        <FacetPanel question={isBusy ? null : pages.question} turn={listed.turn} onToggle={toggle} />
      </div>
      <section class="reader-list" aria-label={t(READER.list)} aria-busy={isBusy}>
        <ListBar question={question} pages={pages} />
        <FreshRows listed={listed} />
        {pages && <ItemList pages={pages} chosen={item} at={shownAt ?? -1} onChoose={choose} />}
      </section>
      <div class="reader-item">
        {item === '' ? (
          <Notice kind="empty">{t(READER.choose)}</Notice>
        ) : (
          <>
            <button type="button" class="back" onClick={leave}>
              <Icon name="back" /> {t(READER.back)}
            </button>
            <ItemPane key={item} id={item} view={params.view ?? ''} q={question.q} />
          </>
        )}
      </div>
    </div>
  );
}

/** The query in the address, which may be newer than the list on the page. */
function askedNow(): string {
  return questionOf(route.peek().params).q;
}

/** Rows of the question before stay until those of the new one are here. */
function isSame(a: Question, b: Question): boolean {
  return a.q === b.q && a.role === b.role && a.sort === b.sort;
}
