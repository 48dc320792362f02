import type { SearchRow } from '../../../../src/server/api/search.ts';
import { tellLikeness } from '../../components/decoy/decoy-mark.tsx';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { VerdictMark } from '../../components/verdict/verdict-mark.tsx';
import { t } from '../../i18n/t.ts';
import { DECOYS } from './decoys-texts.ts';

/** The items, oldest first: which decoy each is, and how that was found. */
export function DecoyTable({ rows }: { readonly rows: readonly SearchRow[] }) {
  return (
    <div class="scroll-x">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(DECOYS.date)}</th>
            <th scope="col">{t(DECOYS.item)}</th>
            <th scope="col">{t(DECOYS.verdict)}</th>
            <th scope="col">{t(DECOYS.decoy)}</th>
            <th scope="col">{t(DECOYS.likeness)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td class="no-wrap">
                <Moment at={row.date} to="day" />
              </td>
              <td class="break">
                <a href={hrefToItem(row.id)}>{row.subject || row.name || row.path}</a>
              </td>
              <td>
                <VerdictMark verdict={row.verdict ?? 'none'} />
              </td>
              <td class="mono small no-wrap" title={row.decoy?.id}>
                {row.decoy?.id.slice(0, 12)}
              </td>
              <td class="small">{row.decoy !== null && tellLikeness(row.decoy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
