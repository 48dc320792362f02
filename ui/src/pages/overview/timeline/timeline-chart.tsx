import type { TimelineJson } from '../../../../../src/server/api/overview.ts';
import { SHOWN_VERDICTS } from '../../../components/verdict/shown-verdict.ts';
import { formatDay } from '../../../i18n/format-date.ts';
import { t } from '../../../i18n/t.ts';
import { hrefTo } from '../../../router/route.ts';
import { OVERVIEW } from '../overview-texts.ts';
import type { Bin } from './bins.ts';

/** Units of the drawing, which is stretched to the width of the page. */
const WIDTH = 1000;
const HEIGHT = 130;
const DAY = 86_400_000;

interface Props {
  readonly bins: readonly Bin[];
  readonly width: number;
  readonly start: number;
  readonly saved: TimelineJson['savedAfter'];
}

/** Columns by verdict, worst at the bottom where it is seen first; marks below for saves after the fact. */
export function TimelineChart({ bins, width, start, saved }: Props) {
  const end = Math.max(start + bins.length * width, ...saved.map(({ day }) => Date.parse(day) + DAY));
  const most = Math.max(1, ...bins.map(({ total }) => total));
  const x = (moment: number) => ((moment - start) / (end - start)) * WIDTH;
  return (
    <figure class="timeline">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
      <svg
        role="group"
        aria-label={t(OVERVIEW.chart)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        preserveAspectRatio="none"
      >
        {bins.map((bin) =>
          bin.total === 0 ? null : (
            <a key={bin.from} href={toReader(bin, width)} aria-label={tell(bin)}>
              <title>{tell(bin)}</title>
              <rect class="reach" x={x(bin.from)} y="0" width={x(start + width)} height={HEIGHT} />
              <Column bin={bin} x={x(bin.from)} width={Math.max(1.5, x(start + width) - 1.5)} most={most} />
            </a>
          ),
        )}
        <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {saved.map(({ day, count }) => (
          <path key={day} class="saved" d={`M${x(Date.parse(day))} ${HEIGHT + 3}l5 10h-10z`}>
            <title>{t(OVERVIEW.savedOn, { day: formatDay(day), n: count })}</title>
          </path>
        ))}
      </svg>
      <figcaption class="small soft">
        <span>{formatDay(start)}</span>
        <span>{formatDay((start + end) / 2)}</span>
        <span>{formatDay(end - DAY)}</span>
      </figcaption>
    </figure>
  );
}

interface ColumnProps {
  readonly bin: Bin;
  readonly x: number;
  readonly width: number;
  readonly most: number;
}

function Column({ bin, x, width, most }: ColumnProps) {
  let y = HEIGHT;
  return (
    <>
      {SHOWN_VERDICTS.toReversed().map((verdict) => {
        const count = bin.counts[verdict] ?? 0;
        if (count === 0) return null;
        // One altered message among a thousand must still be seen.
        const height = Math.max(2, (count / most) * (HEIGHT - 6));
        y -= height;
        return <rect key={verdict} class={verdict} x={x} y={y} width={width} height={height} />;
      })}
    </>
  );
}

function tell(bin: Bin): string {
  return t(OVERVIEW.column, { from: formatDay(bin.from), n: bin.total });
}

function toReader(bin: Bin, width: number): string {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const q = width === DAY ? `on:${day(bin.from)}` : `after:${day(bin.from)} before:${day(bin.from + width)}`;
  return hrefTo('reader', { q, sort: 'date' });
}
