import type { SimilarJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { ItemAnchor } from '../../../../components/item-anchor.tsx';
import { formatShare } from '../../../../i18n/format-number.ts';
import { t, tn } from '../../../../i18n/t.ts';
import { DIFF } from './diff-texts.ts';

/** A longer list is folded, so that the comparison is in view. */
const FEW = 5;

interface Props {
  readonly id: string;
  /** The id of what stands beside the item now. */
  readonly shown: string | null;
  readonly onChoose: (item: { readonly id: string; readonly name: string }) => void;
}

/** What is like an item, nearest first; each may be put beside it. */
export function SimilarList({ id, shown, onChoose }: Props) {
  const { resource } = useResource(id, (abort) =>
    getJson<SimilarJson>(`/api/items/${id}/similar`, {}, abort),
  );
  if (resource.type !== 'ready') return null;
  const { items } = resource.value;
  // Where the only one stands beside the item already, a list of it says nothing.
  if (items.every((item) => item.id === shown)) return null;
  return (
    <details class="similar" open={items.length <= FEW}>
      <summary>{tn(DIFF.similarMany, items.length)}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.id} class={item.id === shown ? 'shown' : ''}>
            <ItemAnchor item={item} by="path" />
            <span class="soft small">
              {t(DIFF[item.how])}
              {item.how === 'near' && ` ${formatShare(item.score)}`}
            </span>
            {item.id === shown ? (
              <span class="small">{t(DIFF.shown)}</span>
            ) : (
              <button
                type="button"
                class="plain link"
                onClick={() => onChoose({ id: item.id, name: item.path })}
              >
                {t(DIFF.compareThis)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
