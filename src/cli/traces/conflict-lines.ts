import { inLanguage } from '../../judge/texts/in-language.ts';
import { spanText } from '../../judge/texts/span-text.ts';
import { CONFLICT_CAUSES, CONFLICT_TEXTS } from '../../judge/texts/trace-terms.ts';
import { CLOCK_CONFLICTS, type ClockConflict, type Language } from '../../model/index.ts';
import { cut, harmless, padEnd } from '../terminal/cells.ts';
import type { Paint } from '../terminal/paint.ts';
import { heading, none, type ReportView } from './report-view.ts';
import { documentsText, WORDS } from './words.ts';

/** Clocks that disagree, the gravest kind first, each with its innocent causes and the largest gaps. */
export function conflictsPart(
  conflicts: readonly ClockConflict[],
  { lang, paint, columns, limit }: ReportView,
): string[] {
  const title = heading(WORDS.conflicts[lang], paint);
  if (conflicts.length === 0) return [none(title, lang), ''];
  const lists = CLOCK_CONFLICTS.flatMap((code) => {
    const found = conflicts.filter(({ conflict }) => conflict === code);
    if (found.length === 0) return [];
    const what = inLanguage(CONFLICT_TEXTS[code], lang);
    const causes = paint(
      'dim',
      `(${WORDS.causes[lang]}${lang === 'fr' ? '\u00a0' : ''}: ${inLanguage(CONFLICT_CAUSES[code], lang)})`,
    );
    const shown = found.slice(0, Math.min(limit, MOST_CONFLICTS));
    const more = found.length > shown.length ? [`    … +${found.length - shown.length}`] : [];
    return [
      `  ${what}${lang === 'fr' ? '\u00a0' : ''}: ${documentsText(found.length, lang)} ${causes}`,
      ...shown.map((each) => conflictLine(each, columns, lang, paint)),
      ...more,
    ];
  });
  return [title, ...lists, ''];
}

const MOST_CONFLICTS = 3;

function conflictLine(
  { id, name, gapSeconds, one, other }: ClockConflict,
  columns: number,
  lang: Language,
  paint: Paint,
): string {
  const times = `${short(one.time)} / ${short(other.time)}`;
  return `    ${paint('bold', id)}  ${padEnd(spanText(gapSeconds, lang), 12)}  ${padEnd(times, 35)}  ${cut(harmless(name), Math.max(20, columns - 72))}`;
}

function short(time: string): string {
  return harmless(time).slice(0, 16).replace('T', ' ');
}
