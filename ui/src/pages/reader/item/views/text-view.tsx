import type { ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { FullText } from './full-text.tsx';
import './views.css';

/** The words of an item, those searched for marked. */
export function TextView({ item, q }: { readonly item: ItemViewJson; readonly q: string }) {
  return (
    <div class="stack">
      <FullText item={item} q={q} />
    </div>
  );
}
