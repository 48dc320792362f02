import type { ReviewOverviewJson } from '../../../../src/server/api/review.ts';
import { reviewChange } from '../../api/events.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { t } from '../../i18n/t.ts';
import { DossierTable } from './dossier-table.tsx';
import { HistoryTable } from './history-table.tsx';
import './review-page.css';
import { REVIEW_PAGE } from './review-page-texts.ts';
import { SavedSearches } from './saved-searches.tsx';
import { TagCounts } from './tag-counts.tsx';

/** What is not about one item alone; asked again whenever anybody changes the review. */
export default function ReviewPage() {
  const { resource, reload } = useResource(`${reviewChange.value?.version ?? 0}`, (abort) =>
    getJson<ReviewOverviewJson>('/api/review', {}, abort),
  );
  return (
    <div class="page review">
      <header>
        <h1>{t(REVIEW_PAGE.title)}</h1>
        <p>{t(REVIEW_PAGE.what)}</p>
      </header>
      <Loaded resource={resource}>
        {(review) => (
          <>
            <p>{countsLine(review)}</p>
            <DossierTable entries={review.dossier} />
            <div class="columns">
              <TagCounts tags={review.tags} />
              <SavedSearches searches={review.searches} onChange={reload} />
            </div>
            <HistoryTable version={review.version} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function countsLine({ checked, signedOff, notes, authors }: ReviewOverviewJson): string {
  return t(REVIEW_PAGE.counts, {
    checked,
    signed: signedOff,
    notes,
    authors: authors.length === 0 ? t(REVIEW_PAGE.nobody) : authors.join(', '),
  });
}
