import { t, tn } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';
import type { ListedRows } from './use-row-pages.ts';

/** What came while the list was being read, and the way to it. */
export function FreshRows({ listed }: { readonly listed: ListedRows }) {
  const { fresh, ended, reload } = listed;
  return (
    <div class="fresh-rows" role="status">
      {(fresh > 0 || ended) && (
        <button type="button" onClick={reload}>
          {ended ? t(READER.ended) : tn(READER.fresh, fresh)}
        </button>
      )}
    </div>
  );
}
