import { inLanguage } from '../../judge/texts/in-language.ts';
import { CONFLICT_CAUSES, CONFLICT_TEXTS, DERIVATION_TEXTS } from '../../judge/texts/trace-terms.ts';
import {
  CLOCK_CONFLICTS,
  type ClockConflict,
  type DerivedCluster,
  type Language,
  type LateSave,
  type TraceFindings,
  type TraceGroup,
} from '../../model/index.ts';
import { cut, harmless, padEnd } from '../terminal/cells.ts';
import { formatNumber } from '../terminal/format.ts';
import type { Paint } from '../terminal/paint.ts';
import { wrap } from '../terminal/wrap.ts';
import { kindLines } from './group-lines.ts';
import { windowLines } from './window-lines.ts';
import { counted, documentsText, NOTICE, spanText, WORDS } from './words.ts';

export interface ReportView {
  readonly lang: Language;
  readonly paint: Paint;
  readonly columns: number;
  /** Entries of each list; files of a window are held to a screen by `files`. */
  readonly limit: number;
  readonly files: number;
}

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

function none(title: string, lang: Language): string {
  return `${title}${lang === 'fr' ? '\u00a0' : ''}: ${WORDS.nothing[lang]}`;
}

function heading(text: string, paint: Paint): string {
  return paint('cyan', paint('bold', text));
}

function windowsPart(
  { windows }: TraceFindings,
  { lang, paint, columns, limit, files }: ReportView,
): string[] {
  const title = heading(WORDS.windows[lang], paint);
  if (windows.length === 0) return [none(title, lang), ''];
  const shown = windows.slice(0, limit);
  const more = windows.length > shown.length ? [`… +${windows.length - shown.length}`, ''] : [];
  return [
    title,
    ...shown.flatMap((window) => [...windowLines(window, files, lang, paint, columns), '']),
    ...more,
  ];
}

function latePart({ windows, late }: TraceFindings, view: ReportView): string[] {
  const { lang, paint, limit } = view;
  const title = heading(WORDS.late[lang], paint);
  if (late.length === 0) return [none(title, lang), ''];
  const inRun = new Set(windows.flatMap(({ files }) => files.map(({ id }) => id)));
  const signed = late.filter(({ cause }) => cause === 'covered-by-signature');
  const open = late.filter(({ cause }) => cause !== 'covered-by-signature');
  const alone = open.filter(({ id }) => !inRun.has(id));
  const counts = [
    countText(open.filter(({ against }) => against === 'its-message').length, 'afterMessage', lang),
    countText(open.filter(({ against }) => against === 'last-message').length, 'afterLast', lang),
    ...(open.length > alone.length
      ? [[`  ${formatNumber(open.length - alone.length, lang)} ${WORDS.inRun[lang]}`]]
      : []),
    countText(signed.length, 'signed', lang),
  ];
  const shown = alone.slice(0, limit);
  const more = alone.length > shown.length ? [`  … +${formatNumber(alone.length - shown.length, lang)}`] : [];
  return [title, ...counts.flat(), ...shown.map((each) => lateLine(each, view)), ...more, ''];
}

function countText(count: number, word: 'afterMessage' | 'afterLast' | 'signed', lang: Language): string[] {
  return count === 0 ? [] : [`  ${documentsText(count, lang)} ${WORDS[word][lang]}`];
}

function lateLine(late: LateSave, { lang, paint, columns }: ReportView): string {
  const { id, saved, gapSeconds, message, lastAuthor, application, cause, name } = late;
  const who = [lastAuthor, application]
    .filter((each) => each !== null)
    .map(harmless)
    .join(', ');
  const maybe = cause === 'zone' ? ` (${WORDS.zone[lang]})` : '';
  const after = {
    en: `${spanText(gapSeconds, lang)} after ${message}`,
    fr: `${spanText(gapSeconds, lang)} après ${message}`,
  }[lang];
  const time = saved.slice(0, 16).replace('T', ' ');
  return `  ${paint('bold', id)}  ${time}  ${padEnd(after, 30)}  ${padEnd(cut(who + maybe, 44), 44)}  ${cut(harmless(name), Math.max(20, columns - 112))}`;
}

function foreignPart(
  { usual }: TraceFindings,
  foreign: readonly (readonly TraceGroup[])[],
  { lang, paint, columns }: ReportView,
): string[] {
  const items = counted(usual.items, { en: 'item', fr: 'élément' }, { en: 'items', fr: 'éléments' }, lang);
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

function conflictsPart(
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

function derivedPart(
  derived: readonly DerivedCluster[],
  { lang, paint, columns, limit }: ReportView,
): string[] {
  const title = heading(WORDS.derived[lang], paint);
  if (derived.length === 0) return [none(title, lang), ''];
  const shown = derived.slice(0, limit);
  const lines = shown.map(({ by, also, items }) => {
    const names = items.map(({ id, name }) => `${id} ${harmless(name)}`).join(', ');
    const share = { en: 'share', fr: 'ont en commun' }[lang];
    return `  ${cut(`${documentsText(items.length, lang)} ${share} ${[by, ...also].map((each) => inLanguage(DERIVATION_TEXTS[each], lang)).join(', ')}: ${names}`, Math.max(60, columns - 2))}`;
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
