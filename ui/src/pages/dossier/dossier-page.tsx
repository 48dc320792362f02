import { useState } from 'preact/hooks';
import type { DossierRequest, DossiersJson, MadeDossierJson } from '../../../../src/server/api/dossier.ts';
import { failureOf } from '../../api/failure.ts';
import { getJson, postJson } from '../../api/request.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { type Told, ToldForm, toldOf } from '../../components/told/told-form.tsx';
import { LANGUAGES, type Language, language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { zone } from '../../settings/zone.ts';
import { AudienceChoice } from './audience-choice.tsx';
import './dossier.css';
import { DOSSIER } from './dossier-texts.ts';
import { MadeDossier } from './made-dossier.tsx';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** A dossier for one of four readers: made, looked at, taken away. */
export default function DossierPage() {
  const { params } = route.value;
  const told = toldOf(params);
  const [tongue, setTongue] = useState<Language>(language.value);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const lang = language.value;
  const { resource, reload } = useResource(lang, (abort) =>
    getJson<DossiersJson>('/api/dossiers', { lang }, abort),
  );
  const audience = params.for ?? 'internal';
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const made = await postJson<MadeDossierJson>('/api/dossiers', requestOf(audience, tongue, told));
      setFailure(null);
      reload();
      setParams({ show: made.id }, 'replace');
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
    setBusy(false);
  };
  return (
    <div class="page dossier">
      <header>
        <h1>{t(DOSSIER.title)}</h1>
        <p>{t(DOSSIER.what)}</p>
      </header>
      <Loaded resource={resource}>
        {({ audiences, made, pdf }) => (
          <>
            <form class="stack" onSubmit={make}>
              <AudienceChoice audiences={audiences} chosen={audience} />
              <ToldForm told={told} />
              <div class="row">
                <label>
                  {t(DOSSIER.language)}{' '}
                  <select
                    value={tongue}
                    onChange={(event) =>
                      setTongue(LANGUAGES.find((each) => each === event.currentTarget.value) ?? 'en')
                    }
                  >
                    {LANGUAGES.map((each) => (
                      <option key={each} value={each}>
                        {LANGUAGE_NAMES[each]}
                      </option>
                    ))}
                  </select>
                </label>
                <button type="submit" class="primary" aria-disabled={busy}>
                  {t(busy ? DOSSIER.making : DOSSIER.make)}
                </button>
                <span class="soft small" role="status">
                  {busy && t(DOSSIER.slow)}
                </span>
              </div>
              {failure !== null && <Notice kind="failed">{failure}</Notice>}
            </form>
            <section class="section">
              <h2>{t(DOSSIER.made)}</h2>
              {made.length === 0 && <Notice kind="empty">{t(DOSSIER.none)}</Notice>}
              <ul class="stack">
                {made.map((each) => (
                  <MadeDossier
                    key={each.id}
                    made={each}
                    name={audiences.find((one) => one.audience === each.for)?.name ?? each.for}
                    shown={params.show === each.id}
                    pdf={pdf}
                  />
                ))}
              </ul>
              {!pdf && made.length > 0 && <p class="soft small">{t(DOSSIER.noPdf)}</p>}
              <p class="soft small">{t(DOSSIER.collected)}</p>
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}

function requestOf(audience: string, lang: Language, told: Told): DossierRequest {
  return { for: audience, lang, ...told, zone: zone.value };
}
