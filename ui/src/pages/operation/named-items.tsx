import type { ItemLink } from '../../../../src/server/api/item.ts';
import { ItemAnchor } from '../../components/item-anchor.tsx';
import { t } from '../../i18n/t.ts';
import { OPERATION } from './operation-texts.ts';

interface Props {
  readonly items: readonly ItemLink[];
  /** All there are. */
  readonly count: number;
}

/** The first items that show something, and how many more do. */
export function NamedItems({ items, count }: Props) {
  if (items.length === 0) return null;
  return (
    <ul class="named-items small">
      {items.map((item) => (
        <li key={item.id}>
          <ItemAnchor item={item} />
        </li>
      ))}
      {count > items.length && <li class="soft">{t(OPERATION.andMore, { n: count - items.length })}</li>}
    </ul>
  );
}
