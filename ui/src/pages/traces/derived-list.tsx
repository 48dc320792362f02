import type { DerivedCluster } from '../../../../src/model/trace.ts';
import { FirstOf } from '../../components/first-of.tsx';
import { hrefToItem, nameOrId } from '../../components/item-anchor.tsx';
import { t } from '../../i18n/t.ts';
import { DERIVATION_TEXTS } from './kind-texts.ts';
import { TRACES } from './traces-texts.ts';

/** Documents shown of one cluster. */
const SHOWN = 12;

/** Documents that were edited from one another, by what they share. */
export function DerivedList({ derived }: { readonly derived: readonly DerivedCluster[] }) {
  if (derived.length === 0) return null;
  return (
    <section class="section">
      <h2>{t(TRACES.derived)}</h2>
      <FirstOf all={derived} class="trace-list">
        {({ by, also = [], shared, items }) => (
          <li key={`${by} ${shared[0]}`} class="row">
            <span class="soft small" title={shared.join(', ')}>
              {[by, ...also].map((each) => t(DERIVATION_TEXTS[each])).join(', ')}:
            </span>
            {items.slice(0, SHOWN).map(({ id, name }) => (
              <a key={id} href={hrefToItem(id, 'traces')}>
                {nameOrId({ id, name })}
              </a>
            ))}
            {items.length > SHOWN && '…'}
          </li>
        )}
      </FirstOf>
    </section>
  );
}
