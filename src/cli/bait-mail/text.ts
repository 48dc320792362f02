import { MAIL_STEPS } from '../../bait/mail/index.ts';
import { tellReason } from '../../judge/reasons/index.ts';
import type { Language } from '../../model/text.ts';
import { cut, harmless } from '../terminal/cells.ts';
import { formatNumber, formatTime } from '../terminal/format.ts';
import type { TextStyle } from '../terminal/text-style.ts';
import { wrap } from '../terminal/wrap.ts';
import type { MailHit, MailReport } from './hit.ts';

/** Of one message on a terminal: the heaviest say why, --json has all. */
const MOST_REASONS = 5;
const MOST_LINKS = 3;

/** The mails by score, each with what adds most to it and where it leads; what to do next when there are any. */
export function baitMailText(report: MailReport, style: TextStyle): string {
  const { lang } = style;
  const { hits, messages, lost, containers, unreadable } = report;
  const [found, of, gone] = [hits.length, messages, lost].map((count) => formatNumber(count, lang));
  const lines = hits.flatMap((hit) => [...hitLines(hit, style), '']);
  lines.push({ en: `messages: ${found} of ${of}`, fr: `messages\u00a0: ${found} sur ${of}` }[lang]);
  if (lost > 0)
    lines.push(
      { en: `bytes gone, not looked at: ${gone}`, fr: `octets disparus, non regardés\u00a0: ${gone}` }[lang],
    );
  for (const path of containers.slice(0, MOST_PATHS)) lines.push(`${SIFT_FIRST[lang]} ${harmless(path)}`);
  for (const path of unreadable.slice(0, MOST_PATHS)) lines.push(`${UNREADABLE[lang]} ${harmless(path)}`);
  if (hits.length > 0) lines.push(...nextLines(style));
  return `${lines.join('\n')}\n`;
}

/** Files that could not be read, named on a terminal; --json has all. */
const MOST_PATHS = 20;

const SIFT_FIRST = {
  en: 'not opened here (sift it, then bait mail --case):',
  fr: 'non ouvert ici (tamis sift, puis bait mail --case)\u00a0:',
};
const UNREADABLE = { en: 'cannot be read:', fr: 'illisible\u00a0:' };

function hitLines(hit: MailHit, { lang, columns, paint }: TextStyle): string[] {
  const width = Math.max(40, columns) - 5;
  const time = hit.date === null ? '' : `  ${formatTime(hit.date).slice(0, 16)}`;
  const id = hit.id === null ? '' : `  ${hit.id}`;
  return [
    `${paint('bold', String(hit.score).padStart(3))}  ${paint('bold', cut(harmless(hit.subject || '–'), width))}`,
    `     ${cut(harmless(hit.from), width)}`,
    `     ${paint('dim', `${cut(harmless(hit.path), width)}${time}${id}`)}`,
    ...hit.reasons
      .filter(({ weight }) => weight !== 0)
      .slice(0, MOST_REASONS)
      .flatMap(({ code, detail, weight }) =>
        wrap(harmless(tellReason({ code, detail }, lang).text), width - 6).map(
          (line, at) => `     ${at === 0 ? signed(weight, lang) : '    '}  ${line}`,
        ),
      ),
    ...hit.indicators.links
      .slice(0, MOST_LINKS)
      .map((link) => `     ${paint('dim', cut(harmless(link), width))}`),
    ...(hit.attack.length > 0 ? [`     ${paint('dim', `ATT&CK ${hit.attack.join(' ')}`)}`] : []),
  ];
}

function signed(weight: number, lang: Language): string {
  const size = Math.abs(weight).toFixed(1);
  return `${weight > 0 ? '+' : '−'}${lang === 'fr' ? size.replace('.', ',') : size}`;
}

function nextLines({ lang, columns, paint }: TextStyle): string[] {
  const title = NEXT[lang];
  const steps = MAIL_STEPS.flatMap((step, index) =>
    wrap(step[lang], columns - 3).map((line, at) => (at === 0 ? `${index + 1}. ${line}` : `   ${line}`)),
  );
  return ['', paint('bold', title), ...steps];
}

const NEXT: Readonly<Record<Language, string>> = { en: 'What to do next', fr: 'Que faire maintenant' };
