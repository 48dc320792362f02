import type { BodyJson, ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { FullText } from './full-text.tsx';
import { VIEW } from './view-texts.ts';
import './views.css';

/** A message as its words; what no signature covers at its end is said above them. */
export function MessageView({ item, q }: { readonly item: ItemViewJson; readonly q: string }) {
  const { resource } = useResource(item.id, (abort) =>
    getJson<BodyJson>(`/api/items/${item.id}/body`, {}, abort),
  );
  return (
    <div class="stack">
      <Loaded resource={resource}>{(body) => <Remarks body={body} />}</Loaded>
      <FullText item={item} q={q} />
    </div>
  );
}

function Remarks({ body }: { readonly body: BodyJson }) {
  const { uncovered, html } = body;
  return (
    <>
      {uncovered && uncovered.end > uncovered.start && (
        <Notice kind="warning">
          {t(VIEW.uncoveredBody, { start: uncovered.start, end: uncovered.end })}
        </Notice>
      )}
      {html && <p class="soft small">{t(VIEW.hasHtml)}</p>}
    </>
  );
}
