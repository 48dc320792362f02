import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Notice } from '../../../components/notice.tsx';
import { t } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import './item-list.css';
import { ItemRow } from './item-row.tsx';
import type { RowPages } from './row-pages.ts';
import { useSeen } from './use-seen.ts';
import { windowOf } from './window-of.ts';

/** Browsers cut elements higher than some 33 million pixels; more rows than this would not be reached. */
const MOST_ROWS = 400_000;

/** Rows are fetched once scrolling has rested this long, so that a flight through the list asks for nothing. */
const REST = 50;

interface Props {
  readonly pages: RowPages;
  readonly chosen: string;
  /** The row the keyboard stands on. */
  readonly at: number;
  readonly onChoose: (index: number, id: string) => void;
}

/** All hits, of which only the rows in view are in the document. */
export function ItemList({ pages, chosen, at, onChoose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const total = Math.min(pages.total, MOST_ROWS);
  const { seen, toTop } = useSeen(box, total);
  const { row } = seen;
  const view = windowOf(seen, total);

  useEffect(() => {
    const rest = setTimeout(() => void pages.want(view.first, view.last), REST);
    return () => clearTimeout(rest);
  }, [pages, view.first, view.last]);
  useLayoutEffect(() => {
    if (box.current !== null && at >= 0) keepInView(box.current, at, row);
  }, [at, row]);
  // Another question starts at its top.
  useLayoutEffect(() => {
    if (at < 0) toTop();
  }, [pages]);

  if (pages.total === 0 && pages.failure === null) return <Notice kind="empty">{t(READER.none)}</Notice>;
  const indexes = Array.from({ length: Math.max(0, view.last - view.first) }, (_, n) => view.first + n);
  return (
    <>
      {pages.total > MOST_ROWS && <p class="small soft">{t(READER.tooMany, { most: MOST_ROWS })}</p>}
      <div
        ref={box}
        class="item-list"
        role="listbox"
        id="list"
        tabIndex={0}
        aria-label={t(READER.list)}
        aria-activedescendant={at >= view.first && at < view.last ? `row-${at}` : undefined}
      >
        <div class="all" role="presentation" style={{ height: `${total * row}px` }}>
          {indexes.map((index) => {
            const filled = pages.row(index);
            return (
              <ItemRow
                key={index}
                index={index}
                total={pages.total}
                row={filled}
                top={index * row}
                chosen={filled !== null && filled.id === chosen}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

function keepInView(box: HTMLDivElement, at: number, row: number): void {
  const top = at * row;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + row > box.scrollTop + box.clientHeight) box.scrollTop = top + row - box.clientHeight;
}
