import { useState } from 'preact/hooks';
import type { ReviewJson } from '../../../../../../src/server/api/review.ts';
import { Notice } from '../../../../components/notice.tsx';
import { t } from '../../../../i18n/t.ts';
import { Conflicts } from './conflicts.tsx';
import { NoteCard } from './note-card.tsx';
import { REVIEW } from './review-texts.ts';
import { useReview } from './use-review.ts';

/** The notes on an item, each with its author, and a field for another. */
export function ReviewView({ item, review: told }: { readonly item: string; readonly review: ReviewJson }) {
  const { review, failure, change } = useReview(item, told);
  const [text, setText] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await change({ type: 'note', text })) setText('');
  };
  return (
    <div class="stack">
      {review.notes.length === 0 && <Notice kind="empty">{t(REVIEW.noNotes)}</Notice>}
      {review.notes.map((note) => (
        <NoteCard key={note.id} note={note} onChange={change} />
      ))}
      <Conflicts conflicts={review.conflicts} />
      {failure && <Notice kind="failed">{failure}</Notice>}
      <form class="stack note-form" onSubmit={add}>
        <label class="stack">
          <strong>{t(REVIEW.writeNote)}</strong>
          <textarea rows={4} value={text} required onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div>
          <button type="submit" class="primary">
            {t(REVIEW.addNote)}
          </button>
        </div>
      </form>
    </div>
  );
}
