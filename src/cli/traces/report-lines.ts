import { inLanguage } from '../../judge/texts/in-language.ts';
import { DERIVATION_TEXTS } from '../../judge/texts/trace-terms.ts';
import type { DerivedCluster, Language, SaveWindow, TraceFindings, TraceGroup } from '../../model/index.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { colon } from '../terminal/colon.ts';
import { counted, ITEMS } from '../terminal/counted.ts';
import { formatNumber } from '../terminal/format.ts';
import { wrap } from '../terminal/wrap.ts';
import { conflictsPart } from './conflict-lines.ts';
import { kindLines } from './group-lines.ts';
import { latePart } from './late-lines.ts';
import { heading, none, type ReportView } from './report-view.ts';
import { windowLines } from './window-lines.ts';
import { documentsText, NOTICE, WORDS } from './words.ts';

/** The whole report for a person, what matters most first. `foreign`: groups that are not usual, by kind. */
export function reportLines(
  findings: TraceFindings,
  foreign: readonly (readonly TraceGroup[])[],
  view: ReportView,
): string[] {
  const { lang, paint, columns } = view;
  return [
    ...wrap(NOTICE[lang], Math.min(columns, 100)),
    '',
    ...windowsPart(findings, view),
    ...latePart(findings, view),
    ...foreignPart(findings, foreign, view),
    ...conflictsPart(findings.conflicts, view),
    ...derivedPart(findings.derived, view),
    paint('dim', nextText(lang)),
  ];
}

function windowsPart(
  { windows }: TraceFindings,
  { lang, paint, columns, limit, files }: ReportView,
): string[] {
  const title = heading(WORDS.windows[lang], paint);
  if (windows.length === 0) return [none(title, lang), ''];
  const strange = windows.filter(({ foreign }) => foreign.length > 0);
  const shown = strange.slice(0, limit);
  return [
    ...(strange.length === 0 ? [none(title, lang)] : [title]),
    ...shown.flatMap((window) => [...windowLines(window, files, lang, paint, columns), '']),
    ...moreLines(strange.length - shown.length),
    ...(strange.length === 0 ? [''] : []),
    ...ownRunsPart(
      windows.filter(({ foreign }) => foreign.length === 0),
      { lang, paint, columns, limit, files },
    ),
  ];
}

/** Runs in which nothing is strange, in short: they are the custom of the house until something else speaks against it. */
function ownRunsPart(
  windows: readonly SaveWindow[],
  { lang, paint, columns, limit }: ReportView,
): readonly string[] {
  if (windows.length === 0) return [];
  const shown = windows.slice(0, limit);
  return [
    heading(WORDS.ownRuns[lang], paint),
    ...wrap(WORDS.homely[lang], Math.min(columns, 100)).map((line) => paint('dim', line)),
    ...shown.flatMap((window) => windowLines(window, 0, lang, paint, columns)),
    ...moreLines(windows.length - shown.length),
    '',
  ];
}

function moreLines(count: number): readonly string[] {
  return count > 0 ? [`… +${count}`, ''] : [];
}

function foreignPart(
  { usual }: TraceFindings,
  foreign: readonly (readonly TraceGroup[])[],
  { lang, paint, columns }: ReportView,
): string[] {
  const items = counted(usual.items, ITEMS, lang);
  const learnt =
    usual.source === 'whole-leak'
      ? {
          en: 'The usual is learnt from the whole leak: nothing in it is known to be the victim’s. Days are counted, not files.',
          fr: 'L’habituel est appris de toute la fuite\u00a0: rien n’y est connu comme venant de la victime. Ce sont les jours qui comptent, pas les fichiers.',
        }
      : {
          en: `The usual is learnt from ${items} that are authentic or of the reference archive. Days are counted, not files.`,
          fr: `L’habituel est appris de ${items} authentiques ou de l’archive de référence. Ce sont les jours qui comptent, pas les fichiers.`,
        };
  const lists = foreign.flatMap((groups) => {
    const kind = groups[0]?.kind;
    return kind === undefined ? [] : kindLines(kind, groups, lang, paint);
  });
  return [
    heading(WORDS.foreign[lang], paint),
    ...wrap(learnt[lang], Math.min(columns, 100)).map((line) => paint('dim', line)),
    ...(lists.length === 0 ? [WORDS.nothing[lang]] : lists),
    '',
  ];
}

function derivedPart(
  derived: readonly DerivedCluster[],
  { lang, paint, columns, limit }: ReportView,
): string[] {
  const title = heading(WORDS.derived[lang], paint);
  if (derived.length === 0) return [none(title, lang), ''];
  const shown = derived.slice(0, limit);
  const lines = shown.map(({ by, also, items, documents = items.length }) => {
    const names = items.map(({ id, name }) => `${id} ${harmless(name)}`).join(', ');
    const share = { en: 'share', fr: 'ont en commun' }[lang];
    return `  ${cut(`${documentsText(documents, lang)} ${share} ${[by, ...also].map((each) => inLanguage(DERIVATION_TEXTS[each], lang)).join(', ')}${colon(lang)}${names}`, Math.max(60, columns - 2))}`;
  });
  const more =
    derived.length > shown.length ? [`  … +${formatNumber(derived.length - shown.length, lang)}`] : [];
  return [title, ...lines, ...more, ''];
}

function nextText(lang: Language): string {
  return {
    en: 'next: tamis traces person · tamis traces --value NAME · tamis search touched:batch · tamis why ID',
    fr: 'ensuite\u00a0: tamis traces person · tamis traces --value NOM · tamis search touched:batch · tamis why ID',
  }[lang];
}
