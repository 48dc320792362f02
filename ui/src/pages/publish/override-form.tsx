import { useState } from 'preact/hooks';
import { author } from '../../api/session.ts';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { overrideGate } from './check-draft.ts';
import { PUBLISH } from './publish-texts.ts';

/** A person's decision to go through a gate: a name, a reason, both for the custody log. */
export function OverrideForm({ gate, onDone }: { readonly gate: string; readonly onDone: () => void }) {
  const [by, setBy] = useState(author.value ?? '');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const decide = async (event: SubmitEvent) => {
    // Inside the page of the draft's own form nothing else is sent.
    event.preventDefault();
    const why = await overrideGate({ gate, by, reason });
    setFailure(why);
    if (why === null) onDone();
  };
  return (
    <details class="override">
      <summary>{t(PUBLISH.override)}</summary>
      <form class="stack" onSubmit={decide}>
        <p class="soft small">{t(PUBLISH.overrideWhat)}</p>
        <label class="field">
          {t(PUBLISH.by)}
          <input value={by} required maxLength={200} onInput={(event) => setBy(event.currentTarget.value)} />
        </label>
        <label class="field">
          {t(PUBLISH.reason)}
          <input
            value={reason}
            required
            minLength={10}
            maxLength={2000}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        {failure !== null && (
          <Notice kind="failed">
            {t(PUBLISH.badOverride)} <span class="small">{failure}</span>
          </Notice>
        )}
        <div>
          <button type="submit">{t(PUBLISH.decide, { gate })}</button>
        </div>
      </form>
    </details>
  );
}
