import type { LateSave } from '../../../../src/model/trace.ts';
import { FirstOf } from '../../components/first-of.tsx';
import { hrefToItem, nameOrId } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t } from '../../i18n/t.ts';
import { TRACES } from './traces-texts.ts';

/** Documents saved after they can have left their owner's hands, with the message that says so. */
export function LateList({ late }: { readonly late: readonly LateSave[] }) {
  if (late.length === 0) return null;
  return (
    <section class="section">
      <h2>{t(TRACES.late)}</h2>
      <p class="soft small">{t(TRACES.lateWhat)}</p>
      <FirstOf all={late} class="trace-list late-list">
        {(save) => (
          <li key={`${save.id} ${save.source}`}>
            <a class="break" href={hrefToItem(save.id, 'clocks')}>
              {nameOrId(save)}
            </a>{' '}
            <Moment at={save.saved} />{' '}
            <a class="small" href={hrefToItem(save.message)}>
              {t(TRACES[save.against], { length: formatDuration(save.gapSeconds * 1000) })}
            </a>{' '}
            <span class="soft small">
              {[save.lastAuthor, save.application].filter((each) => each !== null).join(', ')}
              {save.cause !== null && ` · ${t(TRACES[save.cause])}`}
            </span>
          </li>
        )}
      </FirstOf>
    </section>
  );
}
