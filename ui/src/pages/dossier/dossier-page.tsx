import type { DossiersJson } from '../../../../src/server/api/dossier.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { route } from '../../router/route.ts';
import './dossier.css';
import { DossierForm } from './dossier-form.tsx';
import { DOSSIER } from './dossier-texts.ts';
import { MadeDossier } from './made-dossier.tsx';

/** A dossier for one of four readers: made, looked at, taken away. */
export default function DossierPage() {
  const lang = language.value;
  const { resource, reload } = useResource(lang, (abort) =>
    getJson<DossiersJson>('/api/dossiers', { lang }, abort),
  );
  return (
    <div class="page dossier">
      <header>
        <h1>{t(DOSSIER.title)}</h1>
        <p>{t(DOSSIER.what)}</p>
      </header>
      <Loaded resource={resource}>
        {(dossiers) => (
          <>
            <DossierForm audiences={dossiers.audiences} onMade={reload} />
            <MadeDossiers {...dossiers} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function MadeDossiers({ audiences, made, pdf }: DossiersJson) {
  const { show } = route.value.params;
  return (
    <section class="section">
      <h2>{t(DOSSIER.made)}</h2>
      {made.length === 0 && <Notice kind="empty">{t(DOSSIER.none)}</Notice>}
      <ul class="stack">
        {made.map((each) => (
          <MadeDossier
            key={each.id}
            made={each}
            name={audiences.find((one) => one.audience === each.for)?.name ?? each.for}
            shown={show === each.id}
            pdf={pdf}
          />
        ))}
      </ul>
      {!pdf && made.length > 0 && <p class="soft small">{t(DOSSIER.noPdf)}</p>}
      <p class="soft small">{t(DOSSIER.collected)}</p>
    </section>
  );
}
