import type { ClockConflict } from '../../../../src/model/trace.ts';
import { FirstOf } from '../../components/first-of.tsx';
import { hrefToItem, nameOrId } from '../../components/item-anchor.tsx';
import { clockSourceName } from '../../i18n/codes/clock-source-name.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t } from '../../i18n/t.ts';
import { TRACES } from './traces-texts.ts';

/** Two clocks of one document that cannot both be right. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly ClockConflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <section class="section">
      <h2>{t(TRACES.conflicts)}</h2>
      <FirstOf all={conflicts} class="trace-list">
        {({ id, name, conflict, gapSeconds, one, other }) => (
          <li key={`${id} ${conflict}`}>
            <a href={hrefToItem(id, 'clocks')}>{nameOrId({ id, name })}</a>{' '}
            <span class="soft small">
              {t(TRACES.conflict, {
                one: clockSourceName(one.source),
                other: clockSourceName(other.source),
                length: formatDuration(gapSeconds * 1000),
              })}
            </span>
          </li>
        )}
      </FirstOf>
    </section>
  );
}
