import type { ItemViewJson } from '../../../../../src/server/api/item.ts';
import { reasonTitle } from '../../../components/verdict/reason-title.ts';
import { t } from '../../../i18n/t.ts';
import { setParams } from '../../../router/route.ts';
import { ITEM } from './item-texts.ts';

/** The reason that weighs most, in a few words; the others are a key away. */
export function TopReason({ item }: { readonly item: ItemViewJson }) {
  const [first, ...others] = item.reasons;
  if (first === undefined) return null;
  return (
    <p class="top-reason">
      <span class="soft">{t(ITEM.because)}</span> {reasonTitle(first.code)}
      {'. '}
      <button type="button" class="plain link" onClick={() => setParams({ view: 'why' }, 'replace')}>
        {t(ITEM.allReasons)} ({others.length + 1})
      </button>
    </p>
  );
}
