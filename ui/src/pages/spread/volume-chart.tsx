import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { formatMinute } from '../../i18n/format-date.ts';
import { t } from '../../i18n/t.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';

/** Columns drawn; bins are put together until they are no more than this. */
const MOST_COLUMNS = 240;

const WIDTH = 1000;
const HEIGHT = 140;

interface Column {
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly posts: number;
  readonly burst: boolean;
}

/** Posts over time. A column in a burst is dark and has a tick below it: not told by its colour alone. */
export function VolumeChart({ volume }: { readonly volume: SpreadJson['volume'] }) {
  const columns = columnsOf(volume);
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
              {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the list of first posts and the filters reach the same by keyboard */}
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
        <span>{formatMinute(volume.start)}</span>
        <span>{formatMinute(columns.at(-1)?.to ?? volume.last)}</span>
      </figcaption>
    </figure>
  );
}

function columnsOf({ counts, start, binMinutes, bursts }: SpreadJson['volume']): readonly Column[] {
  const together = Math.max(1, Math.ceil(counts.length / MOST_COLUMNS));
  const length = binMinutes * 60_000 * together;
  const columns: Column[] = [];
  for (let at = 0; at < counts.length; at += together) {
    const from = start + (at / together) * length;
    const to = from + length;
    const posts = counts.slice(at, at + together).reduce((sum, count) => sum + count, 0);
    columns.push({ from, to, posts, burst: bursts.some((burst) => burst.from < to && burst.to > from) });
  }
  return columns;
}
