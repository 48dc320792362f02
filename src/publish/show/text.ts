import { frenchSpaces } from '../../judge/texts/french-spaces.ts';
import type { Language } from '../../model/text.ts';
import type { GateReport } from '../gates/check.ts';
import type { Finding, GateResult, Severity } from '../gates/gate.ts';
import { findingText, findingTodo } from './finding-text.ts';
import { GATE_NAMES, hidingPlace, OUTCOME_WORDS, SAY } from './words.ts';

export interface ReportStyle {
  readonly lang: Language;
  readonly columns: number;
  readonly wrap: (paragraph: string, width: number) => readonly string[];
  readonly paint: (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;
}

const COLOURS = {
  passes: 'green',
  warns: 'yellow',
  blocks: 'red',
  'could-not-check': 'dim',
  overridden: 'yellow',
} as const;

/** The report as an editor reads it: a line a gate, what is wrong and where beneath it, and what it comes to. */
export function gateText({ results }: GateReport, style: ReportStyle): string {
  const lines = results.flatMap((result) => [gateLine(result, style), ...findingLines(result, style)]);
  return `${[...lines, '', ...conclusion(results, style)].join('\n')}\n`;
}

function gateLine({ gate, outcome }: GateResult, { lang, paint }: ReportStyle): string {
  const width = Math.max(...Object.values(OUTCOME_WORDS).map((word) => word[lang].length));
  return `${gate.padEnd(4)}${paint(COLOURS[outcome], OUTCOME_WORDS[outcome][lang].padEnd(width + 1))} ${GATE_NAMES[gate][lang]}`;
}

const MARKS: Readonly<Record<Severity, string>> = { block: '✗', warn: '!', unchecked: '?', note: '·' };

function findingLines(result: GateResult, style: ReportStyle): string[] {
  const shown = result.findings.filter(
    ({ severity, code }) =>
      severity !== 'note' || result.outcome !== 'passes' || code === 'not-advice' || TOLD.has(code),
  );
  const lines = shown.flatMap((one) => oneFinding(one, style));
  if (result.outcome !== 'overridden') return lines;
  const { lang } = style;
  return [
    ...lines,
    ...result.overrides.map(
      ({ by, reason, time }) =>
        `    ${OUTCOME_WORDS.overridden[lang]} ${SAY.by[lang]} ${by}, ${time}${lang === 'fr' ? '\u00a0: ' : ': '}${reason}`,
    ),
  ];
}

/** Notes that are worth a line even where all is well. */
const TOLD: ReadonlySet<string> = new Set([
  'reply-given',
  'interest-stated',
  'legal-signed',
  'silence-clear',
]);

function oneFinding(one: Finding, style: ReportStyle): string[] {
  const { lang, wrap, columns, paint } = style;
  const todo = findingTodo(one, lang);
  const told = `${placeText(one, lang)}${findingText(one, lang)}`;
  const width = Math.max(30, columns - 6);
  const [first = '', ...rest] = wrap(told, width);
  const lines = [`    ${MARKS[one.severity]} ${first}`, ...rest.map((line) => `      ${line}`)];
  if (todo !== null && one.severity !== 'note')
    lines.push(...wrap(`→ ${todo}`, width).map((line) => `      ${paint('dim', line)}`));
  return lines;
}

function placeText({ place }: Finding, lang: Language): string {
  if (place === null) return '';
  const where =
    place.line === null ? `${SAY.paragraph[lang]} ${place.paragraph}` : `${SAY.line[lang]} ${place.line}`;
  const hidden = place.where === '' ? '' : ` (${hidingPlace(place.where, lang)}, ${SAY.hidden[lang]})`;
  return `${where}${hidden}${lang === 'fr' ? '\u00a0: ' : ': '}`;
}

function conclusion(results: readonly GateResult[], { lang, wrap, columns, paint }: ReportStyle): string[] {
  const blocking = results.filter(({ outcome }) => outcome === 'blocks').map(({ gate }) => gate);
  const text = blocking.length === 0 ? SAY.open : blocking.length === 1 ? SAY.blockedOne : SAY.blockedMore;
  const filled = text[lang]
    .replace('{count}', String(blocking.length))
    .replace('{gates}', blocking.join(', '));
  const style = blocking.length === 0 ? 'bold' : 'red';
  return wrap(lang === 'fr' ? frenchSpaces(filled) : filled, columns).map((line) => paint(style, line));
}
