import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatMinute } from '../../i18n/format-date.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { t } from '../../i18n/t.ts';
import { Bursts } from './bursts.tsx';
import { platformName } from './names.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';
import { VolumeChart } from './volume-chart.tsx';
import { columnsOf } from './volume-columns.ts';

/** Posts over time, with the bursts, and how soon the count was reached. */
export function Volume({ volume }: { readonly volume: SpreadJson['volume'] }) {
  const { posts, accounts, first, last, bursts, busiest, reached, firstPosts } = volume;
  const columns = columnsOf(volume);
  const [column] = columns;
  return (
    <section class="section">
      <h2>{t(SPREAD.volume)}</h2>
      <p class="soft measure">
        {t(SPREAD.volumeWhat, {
          posts,
          accounts,
          length: formatDuration(column === undefined ? 0 : column.to - column.from),
          first: formatMinute(first),
          last: formatMinute(last),
        })}
      </p>
      <VolumeChart columns={columns} />
      <Bursts bursts={bursts} />
      <p class="soft small">
        {[
          t(SPREAD.busiest, { n: busiest.posts, time: formatMinute(busiest.from) }),
          ...reached.map((step) =>
            t(SPREAD.reached, { n: step.posts, length: formatDuration(step.afterMs) }),
          ),
        ].join(' · ')}
      </p>
      <details>
        <summary>{t(SPREAD.firstPosts)}</summary>
        <ol class="posts-short">
          {firstPosts.map(({ time, platform, id, who }) => (
            <li key={`${platform} ${id}`}>
              <button type="button" class="plain link" onClick={() => showPosts({ id })}>
                {formatMinute(time)}
              </button>{' '}
              <span class="break">{who ?? t(SPREAD.unknown)}</span>{' '}
              <span class="soft small">{platformName(platform)}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
