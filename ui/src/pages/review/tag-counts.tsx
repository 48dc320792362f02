import type { ReviewOverviewJson } from '../../../../src/server/api/review.ts';
import { Notice } from '../../components/notice.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { REVIEW_PAGE } from './review-page-texts.ts';

/** Tags in use, each with how many items bear it. */
export function TagCounts({ tags }: { readonly tags: ReviewOverviewJson['tags'] }) {
  return (
    <section class="section">
      <h2>{t(REVIEW_PAGE.tags)}</h2>
      {tags.length === 0 && <Notice kind="empty">{t(REVIEW_PAGE.tagsNone)}</Notice>}
      <ul class="row">
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            <a class="tag" href={hrefTo('reader', { q: tagQuery(tag) })}>
              {tag} <strong>{formatNumber(count)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function tagQuery(tag: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(tag) ? `tag:${tag}` : `tag:"${tag}"`;
}
