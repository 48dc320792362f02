import type { SimilarJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { ItemAnchor } from '../../../../components/item-anchor.tsx';
import { formatShare } from '../../../../i18n/format-number.ts';
import { t } from '../../../../i18n/t.ts';
import { DIFF } from './diff-texts.ts';

interface Props {
  readonly id: string;
  readonly onChoose: (item: { readonly id: string; readonly name: string }) => void;
}

/** What is like an item, nearest first; each may be put beside it. */
export function SimilarList({ id, onChoose }: Props) {
  const { resource } = useResource(id, (abort) =>
    getJson<SimilarJson>(`/api/items/${id}/similar`, {}, abort),
  );
  if (resource.type !== 'ready' || resource.value.items.length === 0) return null;
  return (
    <section class="section">
      <h2>{t(DIFF.similar)}</h2>
      <ul class="similar">
        {resource.value.items.map((item) => (
          <li key={item.id} class="row">
            <ItemAnchor item={item} by="path" />
            <span class="soft small">
              {t(DIFF[item.how])}
              {item.how === 'near' && ` ${formatShare(item.score)}`}
            </span>
            <button
              type="button"
              class="plain link"
              onClick={() => onChoose({ id: item.id, name: item.path })}
            >
              {t(DIFF.compareThis)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
