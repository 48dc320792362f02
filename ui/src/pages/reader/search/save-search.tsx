import { useState } from 'preact/hooks';
import type { ReviewOverviewJson, SearchChange } from '../../../../../src/server/api/review.ts';
import { failureOf } from '../../../api/failure.ts';
import { postJson } from '../../../api/request.ts';
import { tellFailure } from '../../../api/tell-failure.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { Icon } from '../../../components/icon.tsx';
import { Notice } from '../../../components/notice.tsx';
import { t } from '../../../i18n/t.ts';
import { nameKnown } from '../../../shell/author-button.tsx';
import { READER } from '../reader-texts.ts';

/** Keeps a query under a name for everybody at work on the case. */
export function SaveSearch({ q }: { readonly q: string }) {
  const [open, setOpen] = useState(false);
  if (q === '') return null;
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-label={t(READER.save)}
        title={t(READER.save)}
        onClick={async () => {
          if (await nameKnown()) setOpen(true);
        }}
      >
        <Icon name="star" />
      </button>
      {open && <SaveDialog q={q} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveDialog({ q, onClose }: { readonly q: string; readonly onClose: () => void }) {
  const [name, setName] = useState(q);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const change: SearchChange = { type: 'save-search', name, query: q };
    try {
      await postJson<ReviewOverviewJson>('/api/review/searches', change);
      onClose();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <Dialog title={t(READER.save)} onClose={onClose}>
      <form class="stack" onSubmit={save}>
        <code class="break">{q}</code>
        <label class="stack">
          {t(READER.saveName)}
          <input
            value={name}
            required
            maxLength={120}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        {failure && <Notice kind="failed">{failure}</Notice>}
        <div>
          <button type="submit" class="primary">
            {t(READER.save)}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
