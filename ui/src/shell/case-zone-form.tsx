import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { setCaseZone } from '../api/session.ts';
import { tellFailure } from '../api/tell-failure.ts';
import { Notice } from '../components/notice.tsx';
import { t } from '../i18n/t.ts';
import { caseZone } from '../settings/zone.ts';
import { nameKnown } from './author-button.tsx';
import { SHELL } from './shell-texts.ts';

/** IANA names that the browser knows, the present one among them. */
function zones(): readonly string[] {
  return [...new Set(['UTC', caseZone.value, ...Intl.supportedValuesOf('timeZone')])].sort();
}

/** The zone of the case is everybody's, and its change stands in the log of the review. */
export function CaseZoneForm() {
  const [zone, setZone] = useState(caseZone.value);
  const [failure, setFailure] = useState<string | null>(null);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await nameKnown())) return;
    try {
      await setCaseZone(zone);
      setFailure(null);
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <form class="stack" onSubmit={keep}>
      <label class="stack">
        {t(SHELL.caseZone)}
        <select value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
          {zones().map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      {failure && <Notice kind="failed">{failure}</Notice>}
      <div>
        <button type="submit" disabled={zone === caseZone.value}>
          {t(SHELL.keep)}
        </button>
      </div>
    </form>
  );
}
