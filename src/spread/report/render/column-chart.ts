import type { Language } from '../../../model/index.ts';
import { labelled, numberText } from './number-text.ts';
import { barsOf, CHART_WIDTH, escaped, fixed, gridOf, svgFrame, wordsOf } from './svg.ts';

/** One column. */
export interface Column {
  readonly label: string;
  readonly value: number;
  /** What stands below the column; most have nothing. */
  readonly tick?: string;
}

const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 24;
const TOP = 36;
const BOTTOM = 32;

/** Counts over time, or over the hours of the day, as columns. */
export function columnChart(title: string, columns: readonly Column[], lang: Language): string {
  const ticks = valueTicks(Math.max(1, ...columns.map((column) => column.value)));
  const most = ticks.at(-1) ?? 1;
  const step = (CHART_WIDTH - LEFT - RIGHT) / Math.max(1, columns.length);
  const x = (i: number): number => LEFT + i * step;
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * value) / most;
  const bars = columns.map(
    ({ label, value }, i) =>
      `<rect x="${fixed(x(i))}" y="${fixed(y(value))}" width="${fixed(Math.max(0.5, step * 0.85))}" height="${fixed(y(0) - y(value))}"><title>${escaped(labelled(label, value, lang))}</title></rect>`,
  );
  const lines = ticks.map(
    (tick) =>
      `<line x1="${LEFT}" x2="${CHART_WIDTH - RIGHT}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}"/>`,
  );
  const texts = [
    ...ticks.map(
      (tick) =>
        `<text x="${LEFT - 8}" y="${fixed(y(tick) + 4)}" text-anchor="end">${numberText(tick, lang)}</text>`,
    ),
    ...columns.flatMap(({ tick }, i) =>
      tick === undefined
        ? []
        : [
            `<text x="${fixed(x(i) + step * 0.425)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${escaped(tick)}</text>`,
          ],
    ),
  ];
  const peak = columns.reduce((a, b) => (b.value > a.value ? b : a), { label: '', value: 0 });
  const said = {
    en: `${columns.length} columns, the largest ${numberText(peak.value, lang)} at ${peak.label}`,
    fr: `${columns.length} colonnes, la plus haute ${numberText(peak.value, lang)} à ${peak.label}`,
  }[lang];
  return svgFrame(title, said, HEIGHT, gridOf(lines) + barsOf(bars) + wordsOf(texts));
}

/** Round numbers from 0 to the first that is not below `most`; four to six of them, whole. */
export function valueTicks(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}
