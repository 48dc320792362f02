import type { BodyJson, ItemViewJson } from '../../../../../../src/server/api/item.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Icon } from '../../../../components/icon.tsx';
import { Loaded } from '../../../../components/loaded.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { t, tn } from '../../../../i18n/t.ts';
import { VIEW } from './view-texts.ts';
import './views.css';

/** HTML of a message in a frame without scripts, origin or requests; what it asked for is listed below it. */
export function HtmlView({ item }: { readonly item: ItemViewJson }) {
  const { resource } = useResource(item.id, (abort) =>
    getJson<BodyJson>(`/api/items/${item.id}/body`, {}, abort),
  );
  return <Loaded resource={resource}>{({ html }) => <Html html={html} title={item.subject} />}</Loaded>;
}

function Html({ html, title }: { readonly html: BodyJson['html']; readonly title: string }) {
  if (html === null) return <Notice kind="empty">{t(VIEW.noHtml)}</Notice>;
  return (
    <div class="stack">
      <p class="soft small row">
        <Icon name="lock" /> {t(VIEW.htmlSafe)} {html.truncated && t(VIEW.htmlCut)}
      </p>
      <iframe class="mail-frame" sandbox="" src={html.url} title={title} referrerpolicy="no-referrer" />
      {html.blocked.length > 0 && (
        <details>
          <summary>{tn(VIEW.blocked, html.blocked.length)}</summary>
          <ul class="addresses">
            {html.blocked.map(({ what, address }) => (
              <li key={`${what} ${address}`}>
                <span class="soft">{t(VIEW[what])}</span> <code class="break">{address}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {html.removed.length > 0 && (
        <p class="soft small">
          {t(VIEW.removed)}: {html.removed.map(({ what, count }) => `${what} ×${count}`).join(', ')}
        </p>
      )}
    </div>
  );
}
