import { useState } from 'preact/hooks';
import type { NoteJson } from '../../../../../../src/server/api/review.ts';
import { Moment } from '../../../../components/moment.tsx';
import { t } from '../../../../i18n/t.ts';
import { REVIEW } from './review-texts.ts';
import type { ChangeReview } from './use-review.ts';

interface Props {
  readonly note: NoteJson;
  readonly onChange: ChangeReview;
}

/** A note; texts that two people wrote at once stand side by side until somebody edits them into one. */
export function NoteCard({ note, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await onChange({ type: 'edit-note', note: note.id, text: draft ?? note.text })) setDraft(null);
  };
  return (
    <article class="note stack">
      <p class="small soft">
        <strong>{note.author}</strong> <Moment at={note.time} /> {note.edited && `(${t(REVIEW.edited)})`}
      </p>
      {draft === null ? (
        <p class="note-text">{note.text}</p>
      ) : (
        <form class="stack" onSubmit={keep}>
          <textarea
            rows={4}
            value={draft}
            aria-label={t(REVIEW.edit)}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
          <div class="row">
            <button type="submit" class="primary">
              {t(REVIEW.keep)}
            </button>
            <button type="button" onClick={() => setDraft(null)}>
              {t(REVIEW.cancel)}
            </button>
          </div>
        </form>
      )}
      {note.beside.map(({ author, time, text }) => (
        <div key={`${author} ${time}`} class="beside">
          <p class="small soft">{t(REVIEW.beside, { name: author })}</p>
          <p class="note-text">{text}</p>
        </div>
      ))}
      {draft === null && (
        <div class="row">
          <button type="button" class="plain link" onClick={() => setDraft(note.text)}>
            {t(REVIEW.edit)}
          </button>
          <button
            type="button"
            class="plain link"
            onClick={() => onChange({ type: 'remove-note', note: note.id })}
          >
            {t(REVIEW.remove)}
          </button>
        </div>
      )}
    </article>
  );
}
