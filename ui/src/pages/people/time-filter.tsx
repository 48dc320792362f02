import { DateField } from '../../components/date-field/date-field.tsx';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { PEOPLE } from './people-texts.ts';

/** The days counted; both ends may be open. */
export function TimeFilter({ from, to }: { readonly from: string; readonly to: string }) {
  return (
    <div class="row time-filter">
      <DateField label={t(PEOPLE.from)} to="day" value={from} onChange={(day) => setParams({ from: day })} />
      <DateField label={t(PEOPLE.to)} to="day" value={to} onChange={(day) => setParams({ to: day })} />
      {(from !== '' || to !== '') && (
        <button type="button" onClick={() => setParams({ from: '', to: '' })}>
          {t(PEOPLE.all)}
        </button>
      )}
    </div>
  );
}
