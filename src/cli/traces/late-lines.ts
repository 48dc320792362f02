import { spanText } from '../../judge/texts/span-text.ts';
import type { Language, LateSave, TraceFindings } from '../../model/index.ts';
import { cut, harmless, padEnd } from '../terminal/cells.ts';
import { formatNumber } from '../terminal/format.ts';
import { heading, none, type ReportView } from './report-view.ts';
import { documentsText, WORDS } from './words.ts';

/** Documents saved after the fact: how many in which way, then those that are in no run shown before. */
export function latePart({ windows, late }: TraceFindings, view: ReportView): string[] {
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
