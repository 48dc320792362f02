import { useState } from 'preact/hooks';
import type { ReviewOverviewJson, SearchChange } from '../../../../src/server/api/review.ts';
import { failureOf } from '../../api/failure.ts';
import { postJson } from '../../api/request.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { nameKnown } from '../../shell/author-button.tsx';
import { REVIEW_PAGE } from './review-page-texts.ts';

interface Props {
  readonly searches: ReviewOverviewJson['searches'];
  readonly onChange: () => void;
}

/** Searches that somebody saved for all, each to be opened or removed. */
export function SavedSearches({ searches, onChange }: Props) {
  const [failure, setFailure] = useState<string | null>(null);
  const remove = async (id: string) => {
    if (!(await nameKnown())) return;
    const change: SearchChange = { type: 'remove-search', id };
    try {
      await postJson<ReviewOverviewJson>('/api/review/searches', change);
      onChange();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
  };
  return (
    <section class="section">
      <h2>{t(REVIEW_PAGE.searches)}</h2>
      {searches.length === 0 && <Notice kind="empty">{t(REVIEW_PAGE.searchesNone)}</Notice>}
      {failure && <Notice kind="failed">{failure}</Notice>}
      <ul>
        {searches.map(({ id, name, query, author }) => (
          <li key={id} class="row">
            <a href={hrefTo('reader', { q: query })}>{name}</a>
            <code class="soft break">{query}</code>
            <span class="soft small">{author}</span>
            <button
              type="button"
              class="plain"
              aria-label={t(REVIEW_PAGE.remove, { name })}
              onClick={() => void remove(id)}
            >
              <Icon name="close" size={13} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
