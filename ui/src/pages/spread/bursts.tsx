import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatMinute } from '../../i18n/format-date.ts';
import { t, tn } from '../../i18n/t.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';

/** Bursts listed: the greatest. */
const MOST = 8;

/** The marked columns in words, in order of time; each opens its posts. */
export function Bursts({ bursts }: { readonly bursts: SpreadJson['volume']['bursts'] }) {
  if (bursts.length === 0) return <p class="soft small">{t(SPREAD.noBursts)}</p>;
  const greatest = bursts
    .toSorted((a, b) => b.posts - a.posts)
    .slice(0, MOST)
    .sort((a, b) => a.from - b.from);
  return (
    <p class="small">
      {t(bursts.length > MOST ? SPREAD.greatestBursts : SPREAD.bursts)}{' '}
      {greatest.map(({ from, to, posts }, index) => (
        <span key={from}>
          {index > 0 && ' · '}
          <button
            type="button"
            class="plain link"
            onClick={() => showPosts({ from: String(from), to: String(to) })}
          >
            {formatMinute(from)}
          </button>{' '}
          <span class="soft">({tn(SPREAD.burstPosts, posts)})</span>
        </span>
      ))}
    </p>
  );
}
