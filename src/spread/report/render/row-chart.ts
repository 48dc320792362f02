import type { Language } from '../../../model/index.ts';
import { labelled, numberText } from './number-text.ts';
import { barsOf, CHART_WIDTH, escaped, fixed, svgFrame, wordsOf } from './svg.ts';

/** One bar with its name before it. */
export interface Row {
  readonly label: string;
  readonly value: number;
}

const LEFT = 250;
const RIGHT = 80;
const TOP = 32;
const STEP = 22;
/** Characters of a label that fit before the bars. */
const MOST_LABEL = 34;

/** Counts of named things, one below the other, each with its number. */
export function rowChart(title: string, rows: readonly Row[], lang: Language): string {
  const most = Math.max(1, ...rows.map((row) => row.value));
  const length = (value: number): number => ((CHART_WIDTH - LEFT - RIGHT) * value) / most;
  const y = (i: number): number => TOP + i * STEP;
  const bars = rows.map(
    ({ label, value }, i) =>
      `<rect x="${LEFT}" y="${y(i)}" width="${fixed(length(value))}" height="${STEP - 5}"><title>${escaped(labelled(label, value, lang))}</title></rect>`,
  );
  const texts = rows.flatMap(({ label, value }, i) => [
    `<text x="${LEFT - 8}" y="${y(i) + 13}" text-anchor="end">${escaped(shortened(label))}</text>`,
    `<text x="${fixed(LEFT + length(value) + 6)}" y="${y(i) + 13}">${numberText(value, lang)}</text>`,
  ]);
  const said = rows.map(({ label, value }) => labelled(label, value, lang)).join(', ');
  return svgFrame(title, said, TOP + rows.length * STEP + 8, barsOf(bars) + wordsOf(texts));
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length > MOST_LABEL ? `${characters.slice(0, MOST_LABEL - 1).join('')}…` : label;
}
