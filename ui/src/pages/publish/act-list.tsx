import type { PublishAct, PublishJson } from '../../../../src/server/api/publish.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Moment } from '../../components/moment.tsx';
import { Notice } from '../../components/notice.tsx';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { PUBLISH } from './publish-texts.ts';

/** Which drafts were checked, and which gates somebody went through: from the custody log. */
export function ActList({ turn }: { readonly turn: number }) {
  const lang = language.value;
  const { resource } = useResource(`${lang} ${turn}`, (abort) =>
    getJson<PublishJson>('/api/publish', { lang }, abort),
  );
  return (
    <section class="section">
      <h2>{t(PUBLISH.history)}</h2>
      <Loaded resource={resource}>
        {({ acts }) =>
          acts.length === 0 ? (
            <Notice kind="empty">{t(PUBLISH.noHistory)}</Notice>
          ) : (
            <ul class="acts">
              {acts.map((act, at) => (
                <li key={at}>
                  <span class="soft">
                    <Moment at={act.time} />
                  </span>{' '}
                  <Told act={act} />{' '}
                  <code class="soft small" title={act.draft}>
                    {act.draft.slice(0, 8)}
                  </code>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Told({ act }: { readonly act: PublishAct }) {
  if (act.type === 'overridden')
    return (
      <strong class="break">
        {t(PUBLISH.historyOverride, { gate: act.gate, by: act.by, reason: act.reason })}
      </strong>
    );
  const outcome =
    act.blocked.length === 0
      ? t(PUBLISH.historyOpen)
      : t(PUBLISH.historyBlocked, { gates: act.blocked.join(', ') });
  return (
    <span class="break">
      {t(PUBLISH.historyChecked, { file: act.file, outcome })}
      {act.author !== null && <span class="soft"> · {act.author}</span>}
    </span>
  );
}
