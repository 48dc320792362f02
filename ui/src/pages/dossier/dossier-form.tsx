import { useState } from 'preact/hooks';
import type { DossierRequest, DossiersJson, MadeDossierJson } from '../../../../src/server/api/dossier.ts';
import { failureOf } from '../../api/failure.ts';
import { postJson } from '../../api/request.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Notice } from '../../components/notice.tsx';
import { type Told, ToldForm, toldOf } from '../../components/told/told-form.tsx';
import { LANGUAGES, type Language, language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import { zone } from '../../settings/zone.ts';
import { AudienceChoice } from './audience-choice.tsx';
import { DOSSIER } from './dossier-texts.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

interface Props {
  readonly audiences: DossiersJson['audiences'];
  readonly onMade: () => void;
}

/** For whom a dossier is made, in which language, and what the case cannot know. */
export function DossierForm({ audiences, onMade }: Props) {
  const { params } = route.value;
  const told = toldOf(params);
  const audience = params.for ?? 'internal';
  const [tongue, setTongue] = useState<Language>(language.value);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const made = await postJson<MadeDossierJson>('/api/dossiers', requestOf(audience, tongue, told));
      setFailure(null);
      onMade();
      setParams({ show: made.id }, 'replace');
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
    setBusy(false);
  };
  return (
    <form class="stack" onSubmit={make}>
      <AudienceChoice audiences={audiences} chosen={audience} />
      <ToldForm told={told} />
      <div class="row">
        <LanguageChoice chosen={tongue} onChoose={setTongue} />
        <button type="submit" class="primary" aria-disabled={busy}>
          {t(busy ? DOSSIER.making : DOSSIER.make)}
        </button>
        <span class="soft small" role="status">
          {busy && t(DOSSIER.slow)}
        </span>
      </div>
      {failure !== null && <Notice kind="failed">{failure}</Notice>}
    </form>
  );
}

interface LanguageProps {
  readonly chosen: Language;
  readonly onChoose: (language: Language) => void;
}

/** Of the dossier, which may be another than that of the page. */
function LanguageChoice({ chosen, onChoose }: LanguageProps) {
  return (
    <label>
      {t(DOSSIER.language)}{' '}
      <select
        value={chosen}
        onChange={({ currentTarget }) =>
          onChoose(LANGUAGES.find((each) => each === currentTarget.value) ?? 'en')
        }
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

function requestOf(audience: string, lang: Language, told: Told): DossierRequest {
  return { for: audience, lang, ...told, zone: zone.value };
}
