import type { Language, Text } from '../../model/text.ts';
import type { SilenceEntry, SilenceReport, SilenceState } from '../report.ts';
import { AUDIENCES, type SilenceRule } from '../rule.ts';
import { headline } from './headline.ts';
import { moment, span } from './moment.ts';
import { ACT_WORDS, AUDIENCE_WORDS, CONFIDENCE_WORDS, TITLES } from './words.ts';

const PARIS = 'Europe/Paris';

const SECTIONS: readonly (readonly [SilenceState, Text])[] = [
  ['in-force', TITLES.inForce],
  ['open-start', TITLES.openStart],
  ['before', TITLES.before],
  ['after', TITLES.after],
  ['none', TITLES.none],
];

export interface TextStyle {
  readonly lang: Language;
  readonly columns: number;
  /** Breaks a paragraph into lines of a width. */
  readonly wrap: (paragraph: string, width: number) => readonly string[];
  readonly bold: (text: string) => string;
}

/** The report as a person reads it: what is forbidden first, what comes next, what is over. */
export function silenceText(report: SilenceReport, style: TextStyle): string {
  const { election, at } = report;
  const { lang } = style;
  const lines = [
    style.bold(`${election.name[lang]} (${election.id})`),
    `${TITLES.asOf[lang]} ${moment(at, 'UTC', lang)} UTC, ${moment(at, PARIS, lang)} Paris`,
    ...style.wrap(headline(report, lang), style.columns).map(style.bold),
    ...style.wrap(report.notAdvice[lang], style.columns),
    '',
  ];
  if (report.entries.length === 0) lines.push(...style.wrap(TITLES.nothing[lang], style.columns));
  for (const [state, title] of SECTIONS) {
    const entries = report.entries.filter((entry) => entry.state === state);
    if (entries.length === 0) continue;
    lines.push(style.bold(title[lang].toLocaleUpperCase(lang)));
    for (const group of byRule(entries)) lines.push(...ruleLines(group, at, style), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Entries of one rule, in the order of the rules. */
function byRule(entries: readonly SilenceEntry[]): readonly (readonly SilenceEntry[])[] {
  return [...Map.groupBy(entries, ({ rule }) => rule.id).values()];
}

function ruleLines(entries: readonly SilenceEntry[], at: number, style: TextStyle): string[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { rule } = first;
  const { lang } = style;
  const acts = rule.forbids.map((act) => ACT_WORDS[act][lang]).join(', ');
  const care = rule.force === 'care' ? ` (${TITLES.care[lang]})` : '';
  const head = acts === '' ? TITLES.none[lang] : `${acts}${care}`;
  const titled = style.wrap(`${head} [${rule.id}]`, Math.max(30, style.columns - 2));
  const lines = titled.map((line) => `  ${style.bold(line)}`);
  const bound = rule.audience.map((audience) => AUDIENCE_WORDS[audience][lang]).join(', ');
  if (acts !== '') lines.push(...field(TITLES.binds[lang], bound, style), ...freeLines(rule, style));
  for (const place of byTime(entries)) lines.push(...placeLines(place, at, style));
  return [...lines, ...groundLines(rule, entries, style)];
}

/** Territories that share both instants and the clock stand together. */
function byTime(entries: readonly SilenceEntry[]): readonly (readonly SilenceEntry[])[] {
  const key = ({ from, to, territory }: SilenceEntry): string =>
    `${from} ${to} ${moment(from ?? to ?? 0, territory.zone, 'en')}`;
  return [...Map.groupBy(entries, key).values()];
}

function placeLines(entries: readonly SilenceEntry[], at: number, style: TextStyle): string[] {
  const { lang, bold } = style;
  const [first] = entries;
  if (first === undefined) return [];
  const names = entries.map(({ territory }) => territory.name[lang]).join(', ');
  if (first.to === null) return [`    ${bold(names)}`];
  const left = remaining(first, at, lang);
  return [
    `    ${bold(names)}${left === '' ? '' : `${COLON[lang]}${left}`}`,
    ...field(TITLES.local[lang], period(first, first.territory.zone, lang), style, INDENT + 2),
    ...field('UTC', period(first, 'UTC', lang), style, INDENT + 2),
    ...(first.territory.zone === PARIS ? [] : field('Paris', period(first, PARIS, lang), style, INDENT + 2)),
  ];
}

function remaining({ state, from, to }: SilenceEntry, at: number, lang: Language): string {
  if (state === 'before' && from !== null) return `${TITLES.begins[lang]} ${span(from - at, lang)}`;
  if ((state === 'in-force' || state === 'open-start') && to !== null)
    return `${TITLES.ends[lang]} ${span(to - at, lang)}`;
  return state === 'after' ? TITLES.ended[lang] : '';
}

function period({ from, to }: SilenceEntry, zone: string, lang: Language): string {
  const begin = from === null ? TITLES.noFixedHour[lang] : moment(from, zone, lang);
  return to === null ? begin : `${begin} → ${moment(to, zone, lang)}`;
}

/** Whom a row leaves free: who may still speak. */
function freeLines({ audience, force }: SilenceRule, style: TextStyle): string[] {
  if (audience.includes('everyone') || force === 'care') return [];
  const free = AUDIENCES.filter((one) => one !== 'everyone' && !audience.includes(one));
  return field(TITLES.free[style.lang], free.map((one) => AUDIENCE_WORDS[one][style.lang]).join(', '), style);
}

function groundLines(rule: SilenceRule, entries: readonly SilenceEntry[], style: TextStyle): string[] {
  const { lang } = style;
  const hours = [...new Set(entries.map((entry) => CONFIDENCE_WORDS[entry.hours][lang]))].join(', ');
  const grades = [
    `${TITLES.start[lang]}${COLON[lang]}${CONFIDENCE_WORDS[rule.confidence.start][lang]}`,
    `${TITLES.end[lang]}${COLON[lang]}${CONFIDENCE_WORDS[rule.confidence.end][lang]}`,
    `${TITLES.hours[lang]}${COLON[lang]}${hours}`,
  ];
  const ground: readonly (readonly [Text, string])[] = [
    ...rule.exceptions.map((text) => [TITLES.note, text[lang]] as const),
    [TITLES.basis, rule.basis],
    [TITLES.penalty, rule.penalty?.[lang] ?? TITLES.notRecorded[lang]],
    [TITLES.confidence, grades.join(', ')],
    ...rule.sources.map(
      ({ title, url }) => [TITLES.source, url === null ? title : `${title} ${url}`] as const,
    ),
  ];
  return ground.flatMap(([label, text]) => field(label[lang], text, style));
}

const COLON: Text = { en: ': ', fr: '\u00a0: ' };
const LABEL_CELLS = 11;
const INDENT = 4;

function field(label: string, text: string, { columns, wrap }: TextStyle, indent = INDENT): string[] {
  const left = indent + LABEL_CELLS + 1;
  return wrap(text, Math.max(30, columns - left)).map(
    (line, index) => `${' '.repeat(indent)}${(index === 0 ? label : '').padEnd(LABEL_CELLS)} ${line}`,
  );
}
