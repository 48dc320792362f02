import { useState } from 'preact/hooks';
import type { ItemViewJson, SheetJson, SheetsJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { Unlockable } from './unlockable.tsx';
import { VIEW } from './view-texts.ts';
import './views.css';

/** Rows asked for at first: a sheet of a million is read by its beginning. */
const STEP = 200;

/** A workbook as tables, hidden sheets too: what was hidden is often why it was leaked. */
export function SheetsView({ item }: { readonly item: ItemViewJson }) {
  const [sheet, setSheet] = useState(0);
  const [limit, setLimit] = useState(STEP);
  const address = item.views.sheets;
  const loaded = useResource(address && `${address} ${sheet} ${limit}`, (abort) =>
    getJson<SheetsJson>(address ?? '', { sheet, offset: 0, limit }, abort),
  );
  return (
    <Unlockable of={loaded}>
      {({ sheets }) => (
        <div class="stack">
          <div class="row">
            {sheets.map(({ name, hidden }, index) => (
              <button key={name} type="button" aria-pressed={index === sheet} onClick={() => setSheet(index)}>
                {name} {hidden && <em class="soft">({t(VIEW.hidden)})</em>}
              </button>
            ))}
          </div>
          <Sheet sheet={sheets[sheet] ?? sheets[0]} onMore={() => setLimit(limit + STEP * 4)} />
        </div>
      )}
    </Unlockable>
  );
}

function Sheet({ sheet, onMore }: { readonly sheet: SheetJson | undefined; readonly onMore: () => void }) {
  if (sheet === undefined || sheet.rows.length === 0)
    return <Notice kind="empty">{t(VIEW.emptySheet)}</Notice>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll-x sheet" aria-label={sheet.name} tabIndex={0}>
        <table>
          <tbody>
            {sheet.rows.map((cells, row) => (
              <tr key={row}>
                <th scope="row" class="number">
                  {sheet.offset + row + 1}
                </th>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sheet.offset + sheet.rows.length < sheet.total && (
        <div>
          <button type="button" onClick={onMore}>
            {t(VIEW.moreRows)}
          </button>
        </div>
      )}
    </>
  );
}
