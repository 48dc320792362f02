import type { ItemViewJson } from '../../../../../src/server/api/item.ts';
import { reviewChange } from '../../../api/events.ts';
import { getJson } from '../../../api/request.ts';
import { useResource } from '../../../api/use-resource.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Tabs } from '../../../components/tabs.tsx';
import { t } from '../../../i18n/t.ts';
import { setParams } from '../../../router/route.ts';
import { READER } from '../reader-texts.ts';
import { ItemHead } from './item-head.tsx';
import './item-pane.css';
import { ITEM, VIEW_NAMES } from './item-texts.ts';
import { ItemView } from './item-view.tsx';
import { type ItemViewName, isViewName, viewsOf } from './item-view-names.ts';
import { ReviewBar } from './review/review-bar.tsx';

interface Props {
  readonly id: string;
  /** As the address names it; empty for the first there is. */
  readonly view: string;
  readonly q: string;
}

/**
 * One item: what it is and how it stands above, one way of looking at it below. Keyed by its id where it is used: the
 * item before must not stay while the next is on its way, or a hasty signature would be put under the wrong one.
 */
export function ItemPane({ id, view, q }: Props) {
  const changed = reviewChange.value;
  const version = changed?.item === id || changed?.item === null ? changed.version : 0;
  const { resource } = useResource(`${id} ${version}`, (abort) =>
    getJson<ItemViewJson>(`/api/items/${encodeURIComponent(id)}`, {}, abort),
  );
  return (
    <article class="item-pane" id="item" tabIndex={-1} aria-label={t(READER.item)}>
      <Loaded resource={resource}>{(item) => <Shown key={item.id} item={item} view={view} q={q} />}</Loaded>
    </article>
  );
}

function Shown({
  item,
  view,
  q,
}: {
  readonly item: ItemViewJson;
  readonly view: string;
  readonly q: string;
}) {
  const names = viewsOf(item);
  const chosen: ItemViewName = isViewName(view) && names.includes(view) ? view : (names[0] ?? 'why');
  return (
    <>
      <ItemHead item={item} />
      <ReviewBar item={item.id} review={item.review} />
      <Tabs
        label={t(ITEM.views)}
        tabs={names.map((name) => ({ name, title: titleOf(name, item) }))}
        chosen={chosen}
        onChoose={(name) => setParams({ view: name }, 'replace')}
      >
        <ItemView key={`${item.id} ${chosen}`} item={item} view={chosen} q={q} />
      </Tabs>
    </>
  );
}

/** The name of a view; of the review with the number of its notes. */
function titleOf(name: ItemViewName, { review: { notes } }: ItemViewJson): string {
  const title = t(VIEW_NAMES[name]);
  return name === 'review' && notes.length > 0 ? `${title} (${notes.length})` : title;
}
