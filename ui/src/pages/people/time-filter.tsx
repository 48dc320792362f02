import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** The days counted; both ends may be open. */
export function TimeFilter({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <div class="row time-filter">
      <label>
        {t(PEOPLE.from)}{' '}
        <input
          type="date"
          value={from}
          max={to}
          onChange={(event) => setParams({ from: event.currentTarget.value })}
        />
      </label>
      <label>
        {t(PEOPLE.to)}{' '}
        <input
          type="date"
          value={to}
          min={from}
          onChange={(event) => setParams({ to: event.currentTarget.value })}
        />
      </label>
      {(from !== '' || to !== '') && (
        <button type="button" onClick={() => setParams({ from: '', to: '' })}>
          {t(PEOPLE.all)}
        </button>
      )}
    </div>
  );
}
