import type { OperationJson } from '../../../../src/server/api/operation.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { ToldForm, toldOf } from '../../components/told/told-form.tsx';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { route } from '../../router/route.ts';
import { zone } from '../../settings/zone.ts';
import { Diamond } from './diamond.tsx';
import { EventLine } from './event-line.tsx';
import './operation.css';
import { OPERATION } from './operation-texts.ts';
import { pausesOf } from './pauses.ts';

/** The operation as the case shows it, from bait to silence. */
export default function OperationPage() {
  const told = toldOf(route.value.params);
  const query = { ...told, matrix: told.matrix ? 1 : 0, zone: zone.value, lang: language.value };
  const { resource } = useResource(JSON.stringify(query), (abort) =>
    getJson<OperationJson>('/api/operation', query, abort),
  );
  return (
    <div class="page operation">
      <header>
        <h1>{t(OPERATION.title)}</h1>
        <p>{t(OPERATION.what)}</p>
      </header>
      <ToldForm told={told} />
      <Loaded resource={resource}>
        {({ events, diamond, looked }) => (
          <>
            <section class="section">
              <h2>{t(OPERATION.timeline)}</h2>
              {!looked.bait && <Notice kind="unchecked">{t(OPERATION.noBait)}</Notice>}
              {!looked.posts && <Notice kind="unchecked">{t(OPERATION.noPosts)}</Notice>}
              <ol class="events">
                {pausesOf(events).map((pause, at) => {
                  const event = events[at];
                  return event && <EventLine key={`${event.code} ${at}`} event={event} pause={pause} />;
                })}
              </ol>
            </section>
            <section class="section">
              <h2>{t(OPERATION.diamond)}</h2>
              <p class="soft small">{t(OPERATION.diamondWhat)}</p>
              <Diamond corners={diamond} />
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
