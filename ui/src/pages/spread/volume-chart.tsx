import { formatMinute } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';
import type { VolumeColumn } from './volume-columns.ts';

/** Units of the drawing, which is stretched to the width of the page. */
const WIDTH = 1000;
const HEIGHT = 140;

/** Posts over time. A column in a burst is dark and has a tick below it: not told by its colour alone. */
export function VolumeChart({ columns }: { readonly columns: readonly VolumeColumn[] }) {
  const most = Math.max(1, ...columns.map(({ posts }) => posts));
  const width = WIDTH / columns.length;
  return (
    <figure class="volume">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 10}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t(SPREAD.volume)}
      >
        <title>{t(SPREAD.volume)}</title>
        {columns.map((column, index) => {
          const height = (column.posts / most) * (HEIGHT - 4);
          return (
            <g key={column.from} class={column.burst ? 'burst' : ''}>
              <rect
                class="column"
                x={index * width}
                y={HEIGHT - height}
                width={Math.max(0.8, width - 0.8)}
                height={height}
              />
              {column.burst && (
                <rect class="tick" x={index * width} y={HEIGHT + 2} width={width} height="5" />
              )}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the bursts below, and the first posts, are reached by keyboard */}
              <rect
                class="reach"
                x={index * width}
                y="0"
                width={width}
                height={HEIGHT}
                onClick={() => showPosts({ from: String(column.from), to: String(column.to) })}
              >
                <title>{`${t(SPREAD.column, { time: formatMinute(column.from), n: column.posts })}${column.burst ? `, ${t(SPREAD.burst)}` : ''}`}</title>
              </rect>
            </g>
          );
        })}
      </svg>
      <figcaption class="small soft">
        <span>{formatMinute(columns[0]?.from ?? Number.NaN)}</span>
        <span>{formatMinute(columns.at(-1)?.to ?? Number.NaN)}</span>
      </figcaption>
    </figure>
  );
}
