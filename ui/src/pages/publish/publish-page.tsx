import { useState } from 'preact/hooks';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { ActList } from './act-list.tsx';
import { checkDraft } from './check-draft.ts';
import { DraftForm } from './draft-form.tsx';
import { checked, draftFile, draftKey, draftText } from './draft-state.ts';
import { GateList } from './gate-list.tsx';
import './publish.css';
import { PUBLISH } from './publish-texts.ts';

/** A draft on the left, what the gates say of it on the right. */
export default function PublishPage() {
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const empty = draftFile.value === null && draftText.value.trim() === '';
  // Checks and overrides may end in any order: each counts, whatever was counted when it began.
  const noted = () => setTurn((before) => before + 1);
  const check = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(await checkDraft());
    setBusy(false);
    noted();
  };
  const result = checked.value;
  return (
    <div class="page publish">
      <header>
        <h1>{t(PUBLISH.title)}</h1>
        <p>{t(PUBLISH.what)}</p>
      </header>
      <div class="draft-and-gates">
        <form class="stack" onSubmit={check}>
          <DraftForm />
          <div>
            {/* A button that is disabled loses the focus of who pressed it. */}
            <button type="submit" class="primary" aria-disabled={busy} disabled={empty}>
              {t(busy ? PUBLISH.checking : PUBLISH.check)}
            </button>
          </div>
          {failure !== null && <Notice kind="failed">{failure}</Notice>}
        </form>
        <div class="stack gates-side" aria-live="polite">
          {result === null ? (
            <Notice kind="empty">{t(PUBLISH.nothing)}</Notice>
          ) : (
            <>
              {result.of !== draftKey.value && <Notice kind="warning">{t(PUBLISH.changed)}</Notice>}
              <GateList report={result.report} onOverride={noted} />
            </>
          )}
        </div>
      </div>
      <ActList turn={turn} />
    </div>
  );
}
