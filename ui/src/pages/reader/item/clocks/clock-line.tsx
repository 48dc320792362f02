import type { PlacedClock } from '../../../../../../src/server/api/item.ts';
import { clockSourceName } from '../../../../i18n/codes/clock-source-name.ts';
import { CLOCK_EVENTS } from '../../../../i18n/codes/clock-source-texts.ts';
import { textOfCode } from '../../../../i18n/codes/text-of-code.ts';
import { formatDuration } from '../../../../i18n/format-duration.ts';
import { t } from '../../../../i18n/t.ts';
import { CLOCKS } from './clock-texts.ts';
import { placeClocks } from './place-clocks.ts';
import { hasZone, readingOf } from './reading-of.ts';

/** Middle of the drawing, in pixels. */
const LINE_X = 20;

/**
 * Time runs down. Each clock stands beside its mark; the distance to the one before grows with the logarithm of
 * the gap, so that seconds and years both show on one line.
 */
export function ClockLine({ clocks }: { readonly clocks: readonly PlacedClock[] }) {
  const { places, height } = placeClocks(clocks.map(({ ms }) => ms));
  return (
    <div class="clock-line" style={{ blockSize: `${height}px` }}>
      <svg width="40" height={height} aria-hidden="true">
        <line class="axis" x1={LINE_X} x2={LINE_X} y1="0" y2={height} />
        {clocks.map((clock, index) => (
          <Mark key={index} clock={clock} y={places[index] ?? 0} />
        ))}
      </svg>
      <ol aria-label={t(CLOCKS.line)}>
        {clocks.map((clock, index) => (
          <li key={index} style={{ insetBlockStart: `${places[index] ?? 0}px` }}>
            <Label clock={clock} gap={gapBefore(clocks, index)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Mark({ clock, y }: { readonly clock: PlacedClock; readonly y: number }) {
  if (clock.shown) return <circle class="shown" cx={LINE_X} cy={y} r="6" />;
  return <path class="kept" d={`M${LINE_X} ${y - 7}l7 7-7 7-7-7z`} />;
}

function Label({ clock, gap }: { readonly clock: PlacedClock; readonly gap: number | null }) {
  const zoneless = !hasZone(clock);
  return (
    <>
      <span class="gap soft small">
        {gap !== null && (gap < 1000 ? t(CLOCKS.same) : `+${formatDuration(gap)}`)}
      </span>
      <span class="name">
        <strong title={clock.source}>{clockSourceName(clock.source)}</strong>{' '}
        <span class="soft small">
          {t(clock.shown ? CLOCKS.shown : CLOCKS.hidden)}
          {clock.event !== null && `, ${t(textOfCode(CLOCK_EVENTS, clock.event))}`}
        </span>
      </span>
      <span class="reading" title={clock.written}>
        {readingOf(clock)} {zoneless && <em class="soft small">{t(CLOCKS.noZone)}</em>}
      </span>
    </>
  );
}

function gapBefore(clocks: readonly PlacedClock[], index: number): number | null {
  const before = clocks[index - 1];
  const clock = clocks[index];
  if (before === undefined || clock === undefined) return null;
  // Between a clock with a zone and one without, the distance is not known.
  return hasZone(before) === hasZone(clock) ? clock.ms - before.ms : null;
}
