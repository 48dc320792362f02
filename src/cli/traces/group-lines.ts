import { FAMILIARITY_TEXTS, TRACE_KIND_TEXTS } from '../../judge/texts/trace-terms.ts';
import type { Language, TraceGroup, TraceKind } from '../../model/index.ts';
import { cut, harmless, padEnd, padStart } from '../terminal/cells.ts';
import { counted, ITEMS } from '../terminal/counted.ts';
import { formatNumber } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';

const VALUE_CELLS = 44;

/** Groups of one kind, a line each: value, items, period, how familiar, an item that bears it. */
export function kindLines(
  kind: TraceKind,
  groups: readonly TraceGroup[],
  lang: Language,
  paint: Paint,
): string[] {
  return [
    paint('bold', TRACE_KIND_TEXTS[kind][lang]),
    ...groups.map((group) => groupLine(group, lang, paint)),
  ];
}

function groupLine(group: TraceGroup, lang: Language, paint: Paint): string {
  const { value, items, familiarity, examples } = group;
  const cells = [
    padEnd(cut(harmless(value), VALUE_CELLS), VALUE_CELLS),
    padStart(counted(items, ITEMS, lang), 12),
    padEnd(periodOf(group), 23),
    examples[0]?.id ?? '',
  ];
  const style = familiarity === 'unseen' ? 'yellow' : 'dim';
  return `  ${cells.join('  ')}  ${paint(style, familiarityText(group, lang))}`;
}

function periodOf({ first, last }: TraceGroup): string {
  if (first === null || last === null) return '';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} – ${to}`;
}

/** The word and the figures behind it. */
function familiarityText(
  { familiarity, usualDays, ofDays }: Pick<TraceGroup, 'familiarity' | 'usualDays' | 'ofDays'>,
  lang: Language,
): string {
  const word = FAMILIARITY_TEXTS[familiarity][lang];
  if (familiarity === 'unknown') return word;
  const days = `${formatNumber(usualDays, lang)}/${formatNumber(ofDays, lang)}`;
  return { en: `${word} (${days} days)`, fr: `${word} (${days} jours)` }[lang];
}
