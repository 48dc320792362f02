import type { ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { t } from '../../../../i18n/t.ts';
import { VIEW } from './view-texts.ts';
import './views.css';

/** A picture as the server has drawn it anew: its own bytes never reach the page. */
export function PictureView({ item }: { readonly item: ItemViewJson }) {
  if (item.views.picture === null) return null;
  return (
    <div class="pages">
      <img src={item.views.picture} alt={t(VIEW.pictureOf, { name: item.name })} />
    </div>
  );
}
